package dev.imagemill.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.storage.StorageNode.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** From an upload event to a datablock and its renditions. */
@TestInstance(Lifecycle.PER_CLASS)
class RegistrationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TestInstallation installation;
    private StorageNode node;
    private Wire wire;
    private FakeWorker worker;

    /** Makes what the tests work on. */
    TestInstallation install() {
        return new TestInstallation("registration");
    }

    @BeforeAll
    void start() {
        installation = install();
        node = installation.start();
        wire = new Wire(installation);
        BlobStore blobs = node.bean(BlobStore.class);
        worker = new FakeWorker(installation, request -> {
            FakeWorker.put(blobs, request);
            return List.of(FakeWorker.stored(request));
        });
        await().atMost(PATIENCE).until(() -> node.get("/v1/presets/thumbnails").status() == 200);
    }

    @AfterAll
    void stop() {
        worker.close();
        wire.close();
        node.close();
    }

    @Test
    void registersAnUploadThatIsToldAgainAndOutOfOrderOnce() {
        List<ImageUploaded> uploads = IntStream.range(0, 20)
                .mapToObj(i -> Uploads.of("twice/%02d.jpg".formatted(i)))
                .toList();
        List<ImageUploaded> told = new ArrayList<>(uploads);
        told.addAll(uploads);
        Collections.shuffle(told, new java.util.Random(7));

        publish(told);
        publish(uploads);
        publish(List.of(Uploads.of("twice/last.jpg")));

        await().atMost(PATIENCE).until(() -> names("twice/").contains("twice/last.jpg"));
        assertThat(names("twice/")).hasSize(21).doesNotHaveDuplicates();
        ImageUploaded first = uploads.getFirst();
        assertThat(installation.number("SELECT count(*) FROM version WHERE image_id = '%s'".formatted(first.imageId())))
                .isEqualTo(1);
        var image = node.get("/v1/images/" + first.imageId()).json();
        assertThat(image.path("name").asString()).isEqualTo("twice/00.jpg");
        assertThat(image.path("version").asInt()).isEqualTo(1);
        assertThat(image.path("sha256").asString()).isEqualTo(first.blob().sha256());
        assertThat(image.path("orientation").asInt()).isEqualTo(6);
        assertThat(image.path("createdAt").asString())
                .isEqualTo(first.uploadedAt().toString());
        assertThat(node.get(image.path("versions").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void makesTheRenditionsOfAPresetReadable() {
        ImageUploaded upload = Uploads.of("preset.jpg", "thumbnails");

        publish(List.of(upload));

        String list = "/v1/images/" + upload.imageId() + "/renditions";
        await().atMost(PATIENCE).until(() -> states(list).equals(Map.of("READY", 6L)));
        var rendition = node.get(list + "/thumbnails.w400").json();
        Answer content = node.get(rendition.path("href").asString() + "/content");
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.header("content-type")).isEqualTo("image/webp");
        assertThat(Sha256.of(content.body())).isEqualTo(rendition.path("sha256").asString());
        assertThat(content.header("etag"))
                .isEqualTo('"' + rendition.path("sha256").asString() + '"');
        assertThat(installation.number("SELECT count(*) FROM chunk")).isZero();
    }

    @Test
    void makesCustomRenditionsUnderTheirFullName() {
        var pipeline = PipelineParser.parse(
                "{\"operations\":[{\"op\":\"rotate\",\"degrees\":90}],\"output\":{\"format\":\"png\"}}");
        ImageUploaded upload = Uploads.of(
                Uuid7.next(),
                "custom.jpg",
                Sha256.of("custom"),
                10,
                null,
                List.of(new RenditionSpec("turned", pipeline)));

        publish(List.of(upload));

        String href = "/v1/images/" + upload.imageId() + "/renditions/custom.turned";
        await().atMost(PATIENCE)
                .until(() -> node.get(href).status() == 200
                        && node.get(href).json().path("state").asString().equals("READY"));
    }

    @Test
    void keepsAnImageWhosePresetIsNotKnown() {
        ImageUploaded upload = Uploads.of("unknown-preset.jpg", "nosuch");

        publish(List.of(upload));

        await().atMost(PATIENCE)
                .until(() -> node.get("/v1/images/" + upload.imageId()).status() == 200);
        var rendition = node.get("/v1/images/" + upload.imageId() + "/renditions")
                .json()
                .path("items")
                .path(0);
        assertThat(rendition.path("state").asString()).isEqualTo("FAILED");
        assertThat(rendition.path("problem").path("code").asString()).isEqualTo("unknown-preset");
    }

    @Test
    void goesOnAfterAnUndecodableEvent() {
        wire.sendRaw(installation.imageEvents, "not an event".getBytes(UTF_8));
        ImageUploaded upload = Uploads.of("after-the-bad-one\0.jpg");

        publish(List.of(upload));

        await().atMost(PATIENCE)
                .until(() -> node.get("/v1/images/" + upload.imageId()).status() == 200);
    }

    @Test
    void publishesThePresetForOthers() {
        byte[] published = node.bean(BlobStore.class).get(ObjectKeys.preset("thumbnails"));

        var preset = dev.imagemill.contract.pipeline.PresetParser.parse(new String(published, UTF_8));
        assertThat(preset.renditions())
                .extracting(RenditionSpec::name)
                .containsExactly("w1600", "w1200", "w800", "w400", "w200", "w100");
    }

    @Test
    void releasesAnUploadsWorkAtOnce() {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ImageUploaded upload = Uploads.of("quick-%d.jpg".formatted(i), "thumbnails");
            long start = System.nanoTime();
            publish(List.of(upload));
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(PATIENCE)
                    .until(() -> worker.seen.stream()
                            .anyMatch(
                                    seen -> seen.sources().getFirst().imageId().equals(upload.imageId())));
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        Collections.sort(millis);
        assertThat(millis.get(millis.size() / 2)).isLessThan(250);
    }

    private void publish(List<ImageUploaded> uploads) {
        wire.send(installation.imageEvents, uploads.stream().map(Uploads::event).toList());
    }

    private List<String> names(String prefix) {
        List<String> names = new ArrayList<>();
        node.get("/v1/images?limit=1000&namePrefix=" + prefix)
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    private Map<String, Long> states(String list) {
        List<String> states = new ArrayList<>();
        node.get(list)
                .json()
                .path("items")
                .forEach(item -> states.add(item.path("state").asString()));
        return states.stream()
                .collect(java.util.stream.Collectors.groupingBy(s -> s, java.util.stream.Collectors.counting()));
    }
}
