package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.CatalogImage;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Job;
import dev.imagemill.cli.client.Page;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.cli.client.Selection;
import dev.imagemill.cli.client.UploadAnswer;
import dev.imagemill.cli.client.UploadFile;
import dev.imagemill.cli.client.UploadedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that dies in the middle of a job. */
class ThreeProcessIT {
    private static final int IMAGES = 500;
    private static final int THUMBNAILS = 6;
    private static final int ITEMS = IMAGES * THUMBNAILS;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // by start()
    private static Deployment deployment;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        deployment = Deployment.start(folder);
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    void finishesAJobWithEveryRenditionOnceThoughTheWorkerIsKilledInTheMiddle() throws Exception {
        uploadImages();
        try (ImagemillClient client = new ImagemillClient(deployment.storage().address())) {
            Patience.await("images in the catalogue", () -> images(client).size() == IMAGES);
            Job job = client.startJob("thumbnails", new Selection.All());
            assertThat(job.items().total()).isEqualTo(ITEMS);

            Patience.await(
                    "the job in full swing", () -> client.job(job.id()).items().done() >= ITEMS / 10);
            deployment.worker().kill();
            Job interrupted = client.job(job.id());
            assertThat(interrupted.state()).isEqualTo("RUNNING");
            assertThat(interrupted.items().done()).isLessThan(ITEMS);
            deployment.replaceWorker();
            Patience.await("the job over", () -> client.job(job.id()).isOver());

            Job.Items items = client.job(job.id()).items();
            // What the worker had stored but not yet reported when it died is found again, not made again.
            assertThat(items.reused())
                    .isLessThanOrEqualTo(ITEMS - interrupted.items().done());
            assertThat(items).isEqualTo(new Job.Items(ITEMS, ITEMS, 0, 0, items.reused()));
            assertThat(client.failures(job.id())).isEmpty();
            verifyRenditions(client);
        }
        verifyLedger();
    }

    private static void uploadImages() throws IOException {
        List<UploadFile> files = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            String name = "image-%03d.png".formatted(i);
            files.add(new UploadFile(name, Files.write(folder.resolve(name), SmallPicture.png(i))));
        }
        try (ImagemillClient client = new ImagemillClient(deployment.ingest().address())) {
            UploadAnswer answer = client.upload(files, Map.of(), (sent, total) -> {});
            assertThat(answer.errors()).isEmpty();
            assertThat(answer.images())
                    .hasSize(IMAGES)
                    .extracting(UploadedImage::duplicate)
                    .containsOnly(false);
        }
    }

    /** Each is ready, and what is served is what the catalogue says. */
    private static void verifyRenditions(ImagemillClient client) {
        for (CatalogImage image : images(client)) {
            List<Rendition> renditions = client.renditions(image.id());
            assertThat(renditions).as(image.name()).hasSize(THUMBNAILS);
            for (Rendition rendition : renditions) {
                assertThat(rendition.state()).isEqualTo("READY");
                assertThat(sha256(client.content(rendition.href()))).isEqualTo(rendition.sha256());
            }
        }
    }

    private static void verifyLedger() throws SQLException, IOException {
        var postgres = deployment.backends().postgres();
        try (Connection connection =
                DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
            assertThat(count(connection, "rendition")).isEqualTo(ITEMS);
            assertThat(count(connection, "image_rendition")).isEqualTo(ITEMS);
            assertThat(count(connection, "version")).isEqualTo(IMAGES);
            assertThat(count(connection, "chunk WHERE state <> 'DONE'")).isZero();
        }
        assertThat(objects("renditions")).isEqualTo(ITEMS);
        assertThat(objects("blobs")).isEqualTo(IMAGES);
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Objects below a prefix, as the S3 server keeps them. */
    private static long objects(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("backends/s3/data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/" + prefix + "/"))
                    .count();
        }
    }

    private static List<CatalogImage> images(ImagemillClient client) {
        List<CatalogImage> images = new ArrayList<>();
        String cursor = null;
        do {
            Page<CatalogImage> page = client.images("image-", 200, cursor);
            images.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return images;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
