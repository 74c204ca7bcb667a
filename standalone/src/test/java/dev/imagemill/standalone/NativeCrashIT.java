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
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that crashes whenever it has a certain image in hand, as under a fault of a decoder. */
class NativeCrashIT {
    private static final int SOUND = 12;

    @TempDir
    private static Path folder;

    @Test
    void failsThatImageAndNothingElse() throws Exception {
        try (Deployment deployment = Deployment.start(folder);
                ImagemillClient client =
                        new ImagemillClient(deployment.storage().address())) {
            upload(deployment);
            Patience.await("images in the catalogue", () -> images(client).size() == SOUND + 1);
            CatalogImage poison = images(client).stream()
                    .filter(image -> image.name().equals("poison.svg"))
                    .findFirst()
                    .orElseThrow();
            Job job = client.startJob("thumbnails", new Selection.All());
            Patience.await("the image in hand", () -> isInHand(deployment, poison));
            deployment.worker().crash();
            deployment.replaceWorker();
            Patience.await(
                    "the suspect in hand", () -> isSuspected(deployment, poison) && isInHand(deployment, poison));
            deployment.worker().crash();
            deployment.replaceWorker();
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

    private static boolean isInHand(Deployment deployment, CatalogImage image) {
        return Files.exists(deployment.journal().resolve(image.sha256() + ".inhand"));
    }

    /** Whether the new worker has taken note of how the old one ended. */
    private static boolean isSuspected(Deployment deployment, CatalogImage image) {
        return Files.exists(deployment.journal().resolve(image.sha256() + ".crashes"));
    }

    private static List<CatalogImage> images(ImagemillClient client) {
        return client.images(null, 200, null).items();
    }

    private static void upload(Deployment deployment) throws IOException {
        List<UploadFile> files = new ArrayList<>();
        files.add(new UploadFile("poison.svg", Files.writeString(folder.resolve("poison.svg"), slow())));
        for (int i = 0; i < SOUND; i++) {
            byte[] picture = Codec.encode(
                    Images.filled(Mode.RGB, new ImageSize(300, 200), 20L * i, 100, 50),
                    EncodeOptions.of(ImageFormat.JPEG));
            String name = "sound-%02d.jpg".formatted(i);
            files.add(new UploadFile(name, Files.write(folder.resolve(name), picture)));
        }
        try (ImagemillClient client = new ImagemillClient(deployment.ingest().address())) {
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
