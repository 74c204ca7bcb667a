package dev.imagemill.cli.client;

import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Imagemill's HTTP API. Calls block; a refusal is a {@link RefusedRequest}, silence an {@link UnreachableServer}.
 * Uploads carry an idempotency key, so that one which is sent again creates nothing twice.
 */
public final class ImagemillClient implements AutoCloseable {
    /** Bounds of one upload request: many small files share one, a big file has its own. */
    private static final int FILES_A_REQUEST = 16;

    private static final long BYTES_A_REQUEST = 32L << 20;

    private final URI server;
    private final Exchange exchange;

    public ImagemillClient(URI server) {
        this.server = server;
        this.exchange = new Exchange(server);
    }

    /** Where the server is. */
    public URI server() {
        return server;
    }

    /**
     * Uploads files, in as few requests as is sensible.
     *
     * @param fields form fields that hold for all files, such as {@code preset}
     * @param watcher told after each request
     */
    public UploadAnswer upload(List<UploadFile> files, Map<String, String> fields, UploadWatcher watcher) {
        UploadAnswer answer = new UploadAnswer(List.of(), List.of());
        int sent = 0;
        for (List<UploadFile> batch : batches(files)) {
            answer = answer.and(uploadBatch(batch, fields));
            sent += batch.size();
            watcher.sent(sent, files.size());
        }
        return answer;
    }

    /** Told how far an upload is. */
    @FunctionalInterface
    public interface UploadWatcher {
        void sent(int files, int total);
    }

    /** Starts a job that makes a preset's renditions of the selected images. */
    public Job startJob(String preset, Selection selection) {
        byte[] body = Json.write(Map.of("preset", preset, "selection", selection.toJson()));
        HttpRequest.Builder request = exchange.request("/v1/jobs")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body));
        return Json.read(exchange.send(request), Job.class);
    }

    /** The job as it is now. */
    public Job job(String id) {
        return Json.read(get("/v1/jobs/" + Query.segment(id)), Job.class);
    }

    /** What failed in a job, all of it. */
    public List<JobFailure> failures(String jobId) {
        List<JobFailure> all = new ArrayList<>();
        String cursor = null;
        do {
            Query query = new Query("/v1/jobs/" + Query.segment(jobId) + "/failures").and("cursor", cursor);
            Page<JobFailure> page = Json.read(get(query.toString()), new TypeReference<>() {});
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    /** One page of the catalogue, in the server's order. */
    public Page<CatalogImage> images(@Nullable String namePrefix, int limit, @Nullable String cursor) {
        Query query = new Query("/v1/images")
                .and("limit", Integer.toString(limit))
                .and("namePrefix", namePrefix)
                .and("cursor", cursor);
        return Json.read(get(query.toString()), new TypeReference<>() {});
    }

    /** One image of the catalogue. */
    public CatalogImage image(String id) {
        return Json.read(get("/v1/images/" + Query.segment(id)), CatalogImage.class);
    }

    /** Every rendition of an image, ready or not. */
    public List<Rendition> renditions(String imageId) {
        Page<Rendition> page =
                Json.read(get("/v1/images/" + Query.segment(imageId) + "/renditions"), new TypeReference<>() {});
        return page.items();
    }

    /** Names of the renditions a preset asks for, without the preset's own. */
    public List<String> presetRenditions(String preset) {
        return Json.read(get("/v1/presets/" + Query.segment(preset)), PresetNames.class).renditions().stream()
                .map(PresetNames.Rendition::name)
                .toList();
    }

    /** The bytes of an image or rendition, given its {@code href}. */
    public byte[] content(String href) {
        return get(href + "/content");
    }

    /** Whether the server answers that it is ready to serve. */
    public boolean isReady() {
        try {
            get("/actuator/health/readiness");
            return true;
        } catch (RefusedRequest | UnreachableServer notReady) {
            return false;
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    private byte[] get(String path) {
        return exchange.send(exchange.request(path).GET());
    }

    private UploadAnswer uploadBatch(List<UploadFile> batch, Map<String, String> fields) {
        try {
            return Json.read(exchange.send(uploadRequest(batch, fields)), UploadAnswer.class);
        } catch (RefusedRequest refused) {
            return onRefusal(batch, fields, refused);
        } catch (FileNotFoundException gone) {
            throw new IllegalArgumentException("cannot read " + gone.getMessage(), gone);
        }
    }

    /** A refused request of one file is that file's refusal; of several, unless it tells, each is sent alone to learn which it was. */
    private UploadAnswer onRefusal(List<UploadFile> batch, Map<String, String> fields, RefusedRequest refused) {
        if (!refused.problem().errors().isEmpty()) {
            return new UploadAnswer(List.of(), refused.problem().errors());
        }
        if (batch.size() == 1) {
            return UploadAnswer.refused(batch.getFirst(), refused.problem());
        }
        UploadAnswer answer = new UploadAnswer(List.of(), List.of());
        for (UploadFile file : batch) {
            answer = answer.and(uploadBatch(List.of(file), fields));
        }
        return answer;
    }

    private HttpRequest.Builder uploadRequest(List<UploadFile> batch, Map<String, String> fields)
            throws FileNotFoundException {
        Multipart multipart = new Multipart("imagemill-" + UUID.randomUUID(), new TreeMap<>(fields), batch);
        return exchange.request("/v1/uploads")
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", multipart.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(multipart.body());
    }

    private static List<List<UploadFile>> batches(List<UploadFile> files) {
        List<List<UploadFile>> batches = new ArrayList<>();
        List<UploadFile> batch = new ArrayList<>();
        long bytes = 0;
        for (UploadFile file : files) {
            long size = file.bytes();
            if (!batch.isEmpty() && (batch.size() == FILES_A_REQUEST || bytes + size > BYTES_A_REQUEST)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(file);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
