package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.CatalogImage;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Job;
import dev.imagemill.cli.client.Selection;
import dev.imagemill.cli.client.UploadFile;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.embedded.EmbeddedBackends;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that crashes whenever it has a certain image in hand, as under a fault of a decoder. */
class NativeCrashIT {
    private static final int SOUND = 12;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // by start()
    private static EmbeddedBackends backends;

    @SuppressWarnings("NullAway.Init") // by start()
    private static ServiceProcess ingest;

    @SuppressWarnings("NullAway.Init") // by start()
    private static ServiceProcess storage;

    @SuppressWarnings("NullAway.Init") // by start()
    private static ServiceProcess transform;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        backends = EmbeddedBackends.start(folder.resolve("backends"));
        ingest = ServiceProcess.start("ingest", backends, folder);
        storage = ServiceProcess.start("storage", backends, folder);
        transform = worker();
        for (ServiceProcess service : List.of(ingest, storage, transform)) {
            Patience.await(service.name() + " ready", service::isReady);
        }
    }

    private static ServiceProcess worker() throws IOException {
        return ServiceProcess.start(
                "transform", backends, folder, "--imagemill.transform.journal=" + folder.resolve("journal"));
    }

    @AfterAll
    static void stop() {
        Stream.of(ingest, storage, transform).filter(service -> service != null).forEach(ServiceProcess::close);
        backends.close();
    }

    @Test
    void failsThatImageAndNothingElse() throws Exception {
        upload();
        try (ImagemillClient client = new ImagemillClient(storage.address())) {
            Patience.await("images in the catalogue", () -> images(client).size() == SOUND + 1);
            CatalogImage poison = images(client).stream()
                    .filter(image -> image.name().equals("poison.svg"))
                    .findFirst()
                    .orElseThrow();
            Job job = client.startJob("thumbnails", new Selection.All());
            Patience.await("the image in hand", () -> isInHand(poison));
            transform.crash();
            transform = worker();
            Patience.await("the suspect in hand", () -> isSuspected(poison) && isInHand(poison));
            transform.crash();
            transform = worker();
            Patience.await("the job over", () -> client.job(job.id()).isOver());

            long perImage = job.items().total() / (SOUND + 1);
            Job.Items items = client.job(job.id()).items();
            assertThat(items.done()).isEqualTo(SOUND * perImage);
            assertThat(items.failed()).isEqualTo(perImage);
            assertThat(client.failures(job.id())).allSatisfy(failure -> {
                assertThat(failure.imageId()).isEqualTo(poison.id());
                assertThat(failure.code()).isEqualTo("decoder-crashed");
            });
        }
    }

    private static boolean isInHand(CatalogImage image) {
        return Files.exists(folder.resolve("journal").resolve(image.sha256() + ".inhand"));
    }

    /** Whether the new worker has taken note of how the old one ended. */
    private static boolean isSuspected(CatalogImage image) {
        return Files.exists(folder.resolve("journal").resolve(image.sha256() + ".crashes"));
    }

    private static List<CatalogImage> images(ImagemillClient client) {
        return client.images(null, 200, null).items();
    }

    private static void upload() throws IOException {
        List<UploadFile> files = new ArrayList<>();
        files.add(new UploadFile("poison.svg", Files.writeString(folder.resolve("poison.svg"), slow())));
        for (int i = 0; i < SOUND; i++) {
            byte[] picture = Codec.encode(
                    Images.filled(Mode.RGB, new ImageSize(300, 200), 20L * i, 100, 50),
                    EncodeOptions.of(ImageFormat.JPEG));
            String name = "sound-%02d.jpg".formatted(i);
            files.add(new UploadFile(name, Files.write(folder.resolve(name), picture)));
        }
        try (ImagemillClient client = new ImagemillClient(ingest.address())) {
            assertThat(client.upload(files, Map.of(), (sent, total) -> {}).errors())
                    .isEmpty();
        }
    }

    /** A drawing that takes seconds, so that the worker can be found with it in hand. */
    private static String slow() {
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg'");
        svg.append(" xmlns:xlink='http://www.w3.org/1999/xlink' width='400' height='300'>");
        svg.append("<g id='u0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 30; i++) {
            svg.append("<g id='u").append(i).append("'>");
            svg.append("<use xlink:href='#u%d'/>".formatted(i - 1).repeat(10)).append("</g>");
        }
        return svg.append("</svg>").toString();
    }
}
