package dev.imagemill.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.ObjectMetadata;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.storage.verification.VerifyCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that compares Postgres and the bucket, on both with every kind of difference made on purpose. */
class VerifyIT {
    private static final String LOST = "lost";
    private static final String KEPT = "kept";

    private static final TestInstallation INSTALLATION = new TestInstallation("verify");

    @SuppressWarnings("NullAway.Init") // by start()
    private static StorageNode node;

    @SuppressWarnings("NullAway.Init") // by start()
    private static BlobStore bucket;

    /** What a run came to. */
    private record Run(int exitCode, String out, String err) {
        List<String> findings() {
            return out.lines()
                    .filter(line -> line.contains("\t"))
                    .map(line -> line.substring(0, line.lastIndexOf('\t')))
                    .toList();
        }
    }

    @BeforeAll
    static void start() {
        node = INSTALLATION.start();
        bucket = node.bean(BlobStore.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    /** Each test begins with two images and a rendition of each, in both places. */
    @BeforeEach
    void twoImages() throws SQLException {
        try (Stream<String> keys = Stream.of(ObjectKeys.BLOBS, ObjectKeys.RENDITIONS)
                .flatMap(bucket::list)
                .map(object -> object.key())) {
            keys.toList().forEach(bucket::delete);
        }
        execute("TRUNCATE image, version, version_file, blob, rendition, image_rendition CASCADE");
        for (String text : List.of(LOST, KEPT)) {
            register(text);
        }
    }

    @Test
    void agreesWhereEveryRowHasItsObject() {
        Run run = verify("--digests");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.findings()).isEmpty();
        assertThat(run.out()).contains("Postgres and the bucket agree.");
    }

    @Test
    void findsABlobThatIsMissing() {
        bucket.delete(blob(LOST));

        Run run = verify();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.findings()).containsExactly("missing-blob\t" + blob(LOST));
        assertThat(run.out()).contains("DIFFER");
    }

    @Test
    void findsABlobOfAnotherLength() {
        put(blob(LOST), "longer than it was", Map.of());

        assertThat(verify().findings()).containsExactly("damaged-blob\t" + blob(LOST));
    }

    @Test
    void findsABlobOfOtherBytesWhereItReadsThem() {
        put(blob(LOST), "LOST", Map.of());

        assertThat(verify().exitCode()).isZero();
        Run run = verify("--digests");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.findings()).containsExactly("damaged-blob\t" + blob(LOST));
    }

    @Test
    void findsARenditionThatIsMissingAndForgetsItWhenAsked() {
        bucket.delete(rendition(LOST));

        Run found = verify();
        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.findings()).containsExactly("missing-rendition\t" + rendition(LOST));
        assertThat(INSTALLATION.number("SELECT count(*) FROM rendition")).isEqualTo(2);

        Run repaired = verify("--repair");
        assertThat(repaired.exitCode()).as(repaired.toString()).isZero();
        assertThat(INSTALLATION.number("SELECT count(*) FROM rendition")).isOne();
        assertThat(states()).containsExactlyInAnyOrder("PENDING", "READY");
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void forgetsNoRenditionThatComesBackMeanwhile() throws Exception {
        bucket.delete(rendition(LOST));
        try (var worker = INSTALLATION.connect();
                var statement = worker.createStatement()) {
            worker.setAutoCommit(false);
            statement.execute("SELECT 1 FROM rendition FOR UPDATE");
            CompletableFuture<Run> repair = CompletableFuture.supplyAsync(() -> verify("--repair"));
            while (INSTALLATION.number("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                    == 0) {
                assertThat(repair).isNotDone();
                Thread.sleep(20);
            }
            store(LOST);
            worker.commit();

            assertThat(repair.get().exitCode()).isZero();
        }
        assertThat(INSTALLATION.number("SELECT count(*) FROM rendition")).isEqualTo(2);
    }

    @Test
    void findsARenditionOfFewerBytesThanWereStored() {
        put(rendition(LOST), "los", Map.of(ObjectMetadata.SHA256, Sha256.of(LOST)));

        Run run = verify("--repair");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.findings()).containsExactly("damaged-rendition\t" + rendition(LOST));
    }

    @Test
    void takesARenditionThatWasMadeTwiceAsInformation() {
        put(rendition(LOST), "made again", Map.of(ObjectMetadata.SHA256, Sha256.of("made again")));

        Run run = verify("--digests");

        assertThat(run.exitCode()).isZero();
        assertThat(run.findings()).containsExactly("remade-rendition\t" + rendition(LOST));
    }

    @Test
    void tellsWhatNobodyRefersToUnlessItIsYoung() {
        put(blob("unknown"), "unknown", Map.of());
        put(rendition("unknown"), "unknown", Map.of());
        put("blobs/readme.txt", "mine", Map.of());

        assertThat(verify().findings()).isEmpty();
        Run run = verify("--grace=0s");
        assertThat(run.exitCode()).isZero();
        assertThat(run.findings())
                .containsExactlyInAnyOrder(
                        "unknown-blob\t" + blob("unknown"),
                        "unknown-rendition\t" + rendition("unknown"),
                        "foreign-object\tblobs/readme.txt");
    }

    @Test
    void answersInJson() {
        bucket.delete(blob(LOST));

        JsonNode report = JsonMapper.shared().readTree(verify("--json").out());

        assertThat(report.get("agrees").asBoolean()).isFalse();
        assertThat(report.at("/blobs/rows").asInt()).isEqualTo(2);
        assertThat(report.at("/blobs/objects").asInt()).isOne();
        assertThat(report.at("/counts/missing-blob/count").asInt()).isOne();
        assertThat(report.at("/counts/missing-blob/weight").asString()).isEqualTo("error");
        assertThat(report.at("/first/0/key").asString()).isEqualTo(blob(LOST));
        assertThat(report.get("forgotten").isNull()).isTrue();
    }

    @Test
    void goesThroughManyPagesAndWritesEveryFindingToAFile(@TempDir Path folder) throws Exception {
        int number = 2_500;
        List<String> texts =
                IntStream.range(0, number).mapToObj(i -> "text-" + i).toList();
        rows(texts);
        inParallel(texts.stream().filter(text -> !text.endsWith("7")).toList());
        Path findings = folder.resolve("findings");

        Run run = verify("--findings=" + findings);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.findings()).hasSize(100);
        assertThat(Files.readAllLines(findings))
                .hasSize(number / 10)
                .allMatch(line -> line.startsWith("missing-rendition\t"));
        assertThat(run.out()).contains("2,502  in Postgres; 2,252 objects");

        assertThat(verify("--repair").exitCode()).isZero();
        assertThat(INSTALLATION.number("SELECT count(*) FROM rendition")).isEqualTo(2 + number - number / 10);
    }

    @Test
    void repairsNothingFromABucketWithoutAnyOfTheBlobs() {
        Run run = verify("--repair", "--imagemill.s3.bucket=another-" + UUID.randomUUID());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none of the catalogue's blobs");
        assertThat(INSTALLATION.number("SELECT count(*) FROM rendition")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--digest",
                "--digests=yes",
                "--grace",
                "--grace=soon",
                "now",
                "--imagemill.s3.endpoint=http://127.0.0.1:1",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none"
            })
    void saysThatItCouldNotCheck(String argument) {
        Run run = verify(argument);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("could not be verified: ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    private static Run verify(String... options) {
        List<String> arguments = new ArrayList<>(Arrays.asList(INSTALLATION.verifyArguments()));
        for (String option : options) {
            arguments.removeIf(
                    given -> given.startsWith("--") && given.split("=", 2)[0].equals(option.split("=", 2)[0]));
            arguments.add(option);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = VerifyCommand.run(
                "storage-service,application",
                new PrintWriter(out),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static String blob(String text) {
        return ObjectKeys.blob(Sha256.of(text));
    }

    private static String rendition(String text) {
        return ObjectKeys.rendition(Sha256.of("rendition of " + text));
    }

    private static void put(String key, String text, Map<String, String> metadata) {
        bucket.put(key, text.getBytes(UTF_8), "text/plain", metadata);
    }

    private static void store(String text) {
        put(rendition(text), text, Map.of(ObjectMetadata.SHA256, Sha256.of(text)));
    }

    private static void inParallel(List<String> texts) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<?> done : texts.stream()
                    .map(text -> threads.submit(() -> store(text)))
                    .toList()) {
                done.get();
            }
        }
    }

    private static void register(String text) throws SQLException {
        put(blob(text), text, Map.of());
        store(text);
        execute("""
                INSERT INTO blob VALUES ('\\x{blob}', {bytes}, 'image/png', 'png', 1, 1, 'RGB', 1, 1, false, false);
                INSERT INTO image (id, name, created_at) VALUES ('{image}', 'picture', now());
                INSERT INTO version VALUES ('{image}', 1, 'UPLOAD', NULL, now());
                INSERT INTO version_file VALUES ('{image}', 1, 0, 0, '\\x{blob}');
                INSERT INTO image_rendition VALUES ('{image}', 'thumbnails.w400', '\\x{key}', now());
                INSERT INTO rendition VALUES ('\\x{key}', '\\x{blob}', {bytes}, 'text/plain', 1, 1);
                """.replace("{blob}", Sha256.of(text))
                .replace("{key}", Sha256.of("rendition of " + text))
                .replace("{bytes}", Integer.toString(text.length()))
                .replace("{image}", UUID.randomUUID().toString()));
    }

    private static void rows(List<String> texts) throws SQLException {
        try (var connection = INSTALLATION.connect();
                var statement =
                        connection.prepareStatement("INSERT INTO rendition VALUES (?, ?, ?, 'text/plain', 1, 1)")) {
            for (String text : texts) {
                statement.setBytes(1, bytes(Sha256.of("rendition of " + text)));
                statement.setBytes(2, bytes(Sha256.of(text)));
                statement.setLong(3, text.length());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = INSTALLATION.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>();
        for (JsonNode image : node.get("/v1/images").json().get("items")) {
            node.get(image.get("renditions").asString())
                    .json()
                    .get("items")
                    .forEach(rendition -> states.add(rendition.get("state").asString()));
        }
        return states;
    }
}
