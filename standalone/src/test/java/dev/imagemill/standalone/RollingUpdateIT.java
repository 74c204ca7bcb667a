package dev.imagemill.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.RefusedRequest;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.embedded.EmbeddedBackends;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The three services replaced, and killed, one after the other while clients upload, read and render. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollingUpdateIT {
    private static final int THUMBNAILS = 6;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // by start()
    private static EmbeddedBackends backends;

    @SuppressWarnings("NullAway.Init") // by start()
    private static Replicas ingest;

    @SuppressWarnings("NullAway.Init") // by start()
    private static Replicas storage;

    @SuppressWarnings("NullAway.Init") // by start()
    private static Replicas transform;

    private static int pictures;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        backends = EmbeddedBackends.start(folder.resolve("backends"));
        ingest = new Replicas("ingest", backends, folder, Map.of());
        storage = new Replicas("storage", backends, folder, Map.of());
        Map<String, String> settings = new HashMap<>(Load.renderKey());
        settings.put("imagemill.transform.journal", folder.resolve("journal").toString());
        settings.put("imagemill.transform.catalogue.url", storage.address().toString());
        // A busy machine takes longer than the two seconds that a worker otherwise waits.
        settings.put("imagemill.transform.catalogue.timeout", "20s");
        transform = new Replicas("transform", backends, folder, settings);
        oneMoreOfEach();
    }

    @AfterAll
    static void stop() throws IOException {
        for (Replicas service : services()) {
            service.close();
        }
        backends.close();
    }

    @Test
    @Order(1)
    void replacesEachServiceWithoutAFailedRequestOrALostItem() throws Exception {
        try (Load load = load()) {
            for (Replicas service : services()) {
                awaitAnswers(load, 100);
                service.replaceOldest();
            }
            awaitAnswers(load, 100);
            load.stop();

            report("each service replaced", load);
            assertThat(load.failures()).isEmpty();
            verifyEveryUpload(load);
            verifyNothingTwice();
        }
    }

    @Test
    @Order(2)
    void losesNothingWhenOneOfTwoIsKilled() throws Exception {
        oneMoreOfEach();
        try (Load load = load()) {
            for (Replicas service : services()) {
                awaitAnswers(load, 100);
                int failed = load.failures().size();
                Instant killed = Instant.now();
                URI victim = service.killOldest();
                Instant gone = Instant.now();
                awaitAnswers(load, 100);
                List<Load.Failure> fresh = load.failures().stream().skip(failed).toList();
                assertThat(fresh).hasSizeLessThanOrEqualTo(service.entrance().unanswered(victim));
                assertThat(fresh)
                        .allMatch(failure -> failure.begun().isBefore(gone)
                                && failure.ended().isAfter(killed));
            }
            load.stop();

            report("one of two killed", load);
            verifyEveryUpload(load);
            verifyNothingTwice();
            verifyAgreement();
        }
    }

    private static List<Replicas> services() {
        return List.of(ingest, storage, transform);
    }

    private static void oneMoreOfEach() throws IOException, InterruptedException {
        for (Replicas service : services()) {
            service.start();
        }
        for (Replicas service : services()) {
            service.admitNewest();
        }
    }

    private static Load load() {
        Load load = new Load(ingest.address(), storage.address(), transform.address(), pictures);
        pictures += 10_000;
        load.start();
        return load;
    }

    private static void awaitAnswers(Load load, int more) throws InterruptedException {
        int enough = load.answered() + more;
        Patience.await("requests answered", () -> load.answered() >= enough);
    }

    /** What was acknowledged is in the catalogue, each with all of its renditions, and nothing is left to do. */
    private static void verifyEveryUpload(Load load) throws InterruptedException, SQLException {
        try (ImagemillClient client = new ImagemillClient(storage.address());
                Connection connection = connect()) {
            Map<String, String> missing = new HashMap<>(load.uploads());
            assertThat(missing).isNotEmpty();
            Patience.await("uploads in the catalogue, with their renditions", () -> {
                missing.entrySet().removeIf(upload -> isWhole(client, upload.getKey(), upload.getValue()));
                return missing.isEmpty();
            });
            Patience.await("the ledger done", () -> count(connection, "chunk") + count(connection, "outbox") == 0);
        }
    }

    private static boolean isWhole(ImagemillClient client, String id, String name) {
        try {
            List<Rendition> renditions = client.renditions(id);
            return client.image(id).name().equals(name)
                    && renditions.size() == THUMBNAILS
                    && renditions.stream()
                            .allMatch(rendition -> rendition.state().equals("READY"));
        } catch (RefusedRequest notYetKnown) {
            return false;
        }
    }

    private static void verifyNothingTwice() throws SQLException {
        try (Connection connection = connect()) {
            long images = count(connection, "image");
            assertThat(count(connection, "(SELECT DISTINCT name FROM image)")).isEqualTo(images);
            assertThat(count(connection, "version")).isEqualTo(images);
            assertThat(count(connection, "version_file")).isEqualTo(images);
            assertThat(count(connection, "blob")).isEqualTo(images);
            assertThat(count(connection, "image_rendition")).isEqualTo(images * THUMBNAILS);
            assertThat(count(connection, "rendition")).isEqualTo(images * THUMBNAILS);
        }
    }

    /** The command that an operator would use, on what is left after all of it. */
    private static void verifyAgreement() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Child.java(), "-jar", requireNonNull(System.getProperty("imagemill.jar.storage")), "verify"));
        backends.springProperties().forEach((key, value) -> command.add("--" + key + "=" + value));
        command.add("--digests");
        try (Child verify = Child.piped(folder, Map.of(), command)) {
            String output = verify.output();
            assertThat(verify.awaitEnd(Duration.ofMinutes(1))).as(output).isZero();
            assertThat(output).contains("Postgres and the bucket agree.");
        }
    }

    private static Connection connect() throws SQLException {
        var postgres = backends.postgres();
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static long count(Connection connection, String table) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(String what, Load load) {
        System.out.printf(
                "%s: %s requests, %d uploads, %d failures%n%s%n",
                what, load.requests(), load.uploads().size(), load.failures().size(), load.failures());
    }
}
