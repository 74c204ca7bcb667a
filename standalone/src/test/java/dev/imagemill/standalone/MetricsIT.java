package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.CatalogImage;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.UploadFile;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads from the three services once they have done something. */
class MetricsIT {
    @TempDir
    private Path folder;

    @Test
    void holdsEveryMetricThatIsDocumented() throws Exception {
        byte[] picture =
                Codec.encode(Images.create(Mode.RGB, new ImageSize(160, 120)), EncodeOptions.of(ImageFormat.PNG));
        Path file = Files.write(folder.resolve("measured.png"), picture);
        try (Deployment deployment = Deployment.start(folder)) {
            deployment
                    .ingest()
                    .client()
                    .upload(
                            List.of(new UploadFile("measured.png", file)),
                            Map.of("preset", "thumbnails"),
                            (_, _) -> {});
            Patience.await(
                    "the renditions of an upload",
                    () -> hasRenditions(deployment.storage().client()));

            for (ServiceProcess service : List.of(deployment.ingest(), deployment.storage(), deployment.worker())) {
                assertThat(DocumentedMetrics.missing(service.name(), service.address()))
                        .as("not exported by %s", service.name())
                        .isEmpty();
            }
        }
    }

    private static boolean hasRenditions(ImagemillClient catalogue) {
        List<CatalogImage> images = catalogue.images("measured", 1, null).items();
        return !images.isEmpty()
                && catalogue.renditions(images.getFirst().id()).stream()
                        .anyMatch(rendition -> rendition.state().equals("READY"));
    }
}
