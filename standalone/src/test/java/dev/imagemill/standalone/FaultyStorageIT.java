package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A worker whose object storage answers with errors, resets and delays. */
class FaultyStorageIT {
    private static final int IMAGES = 60;

    @TempDir
    private static Path folder;

    @Test
    void makesEveryRenditionInTheEnd() throws Exception {
        try (Deployment deployment = Deployment.start(folder);
                FaultyPassage passage =
                        new FaultyPassage(deployment.backends().s3().endpoint());
                ImagemillClient client =
                        new ImagemillClient(deployment.storage().address())) {
            upload(deployment);
            Patience.await(
                    "images in the catalogue",
                    () -> client.images(null, 200, null).items().size() == IMAGES);
            deployment.replaceWorker(
                    Map.of("imagemill.s3.endpoint", passage.entrance().toString()));

            Job job = client.startJob("thumbnails", new Selection.All());
            Patience.await("the job over", () -> client.job(job.id()).isOver());

            Job.Items items = client.job(job.id()).items();
            assertThat(items.done()).isEqualTo(items.total()).isGreaterThan(IMAGES);
            assertThat(items.failed()).isZero();
            assertThat(passage.faults()).isGreaterThan(IMAGES / 2);
        }
    }

    private static void upload(Deployment deployment) throws IOException {
        List<UploadFile> files = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            byte[] picture = Codec.encode(
                    Images.filled(Mode.RGB, new ImageSize(300, 200), 4L * i, 100, 50),
                    EncodeOptions.of(ImageFormat.JPEG));
            String name = "picture-%02d.jpg".formatted(i);
            files.add(new UploadFile(name, Files.write(folder.resolve(name), picture)));
        }
        try (ImagemillClient client = new ImagemillClient(deployment.ingest().address())) {
            assertThat(client.upload(files, Map.of(), (sent, total) -> {}).errors())
                    .isEmpty();
        }
    }
}
