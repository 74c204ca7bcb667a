package dev.imagemill.platform.blobstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every blob store does. */
abstract class BlobStoreContract {
    private static final String TEXT = "text/plain";

    /** Every test has its own part of the store. */
    private final String prefix = "contract/" + UUID.randomUUID() + "/";

    @TempDir
    private Path folder;

    abstract BlobStore store();

    @Test
    void givesBackBytesMediaTypeAndMetadata() {
        store().put(prefix + "a", bytes("grist"), "image/webp", Map.of("width", "400", "made-by", "worker-1"));

        assertThat(store().get(prefix + "a")).isEqualTo(bytes("grist"));
        assertThat(store().stat(prefix + "a"))
                .contains(
                        new StoredObject(prefix + "a", 5, "image/webp", Map.of("width", "400", "made-by", "worker-1")));
        assertThat(store().exists(prefix + "a")).isTrue();
    }

    @Test
    void storesNoBytesAtAll() {
        store().put(prefix + "empty", new byte[0], TEXT, Map.of());

        assertThat(store().get(prefix + "empty")).isEmpty();
        assertThat(store().stat(prefix + "empty")).map(StoredObject::bytes).contains(0L);
    }

    @Test
    void copiesAFileOfSeveralPartsThereAndBack() throws IOException {
        byte[] data = new byte[(33 << 20) + 7];
        new Random(1).nextBytes(data);
        Path file = Files.write(folder.resolve("big"), data);

        store().put(prefix + "big", file, "image/tiff", Map.of("pages", "3"));
        store().get(prefix + "big", folder.resolve("back"));

        assertThat(Files.mismatch(file, folder.resolve("back"))).isEqualTo(-1);
        assertThat(store().stat(prefix + "big"))
                .contains(new StoredObject(prefix + "big", data.length, "image/tiff", Map.of("pages", "3")));
    }

    @Test
    void replacesWhatAFileHeld() throws IOException {
        store().put(prefix + "short", bytes("rye"), TEXT, Map.of());
        Path file = Files.writeString(folder.resolve("file"), "something longer");

        store().get(prefix + "short", file);

        assertThat(file).hasContent("rye");
    }

    @Test
    void readsRanges() throws IOException {
        store().put(prefix + "range", bytes("0123456789"), TEXT, Map.of());

        assertThat(range("range", 0, 4)).isEqualTo("0123");
        assertThat(range("range", 7, 1)).isEqualTo("7");
        assertThat(range("range", 8, 100)).isEqualTo("89");
        assertThatThrownBy(() -> store().open(prefix + "range", 10, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsAWholeObjectAsAStream() throws IOException {
        store().put(prefix + "stream", bytes("wheat"), TEXT, Map.of());

        try (InputStream in = store().open(prefix + "stream")) {
            assertThat(in).hasBinaryContent(bytes("wheat"));
        }
    }

    @Test
    void saysWithAStreamWhichObjectItComesFrom() throws IOException {
        String key = prefix + "described";
        store().put(key, bytes("0123456789"), "image/webp", Map.of("sha256", "abc"));
        var object = new StoredObject(key, 10, "image/webp", Map.of("sha256", "abc"));

        try (ObjectStream whole = store().open(key);
                ObjectStream part = store().open(key, 2, 3)) {
            assertThat(whole.object()).isEqualTo(object);
            assertThat(part.object()).isEqualTo(object);
            assertThat(part).hasBinaryContent(bytes("234"));
        }
    }

    @Test
    void tellsThatAKeyIsMissing() {
        String key = prefix + "missing";

        assertThat(store().stat(key)).isEmpty();
        assertThat(store().exists(key)).isFalse();
        assertThatThrownBy(() -> store().get(key))
                .isInstanceOfSatisfying(
                        BlobNotFound.class, e -> assertThat(e.key()).isEqualTo(key));
        assertThatThrownBy(() -> store().get(key, folder.resolve("none"))).isInstanceOf(BlobNotFound.class);
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(BlobNotFound.class);
        assertThatThrownBy(() -> store().open(key, 0, 1)).isInstanceOf(BlobNotFound.class);
    }

    @Test
    void writesTheSameBytesAgain() {
        store().put(prefix + "same", bytes("oats"), TEXT, Map.of());
        store().put(prefix + "same", bytes("oats"), TEXT, Map.of());

        assertThat(store().get(prefix + "same")).isEqualTo(bytes("oats"));
    }

    @Test
    void replacesBytesMediaTypeAndMetadata() {
        store().put(prefix + "replaced", bytes("old"), TEXT, Map.of("a", "1"));
        store().put(prefix + "replaced", bytes("new one"), "application/json", Map.of("b", "2"));

        assertThat(store().stat(prefix + "replaced"))
                .contains(new StoredObject(prefix + "replaced", 7, "application/json", Map.of("b", "2")));
    }

    @Test
    void storesOnlyWhatIsAbsent() {
        String key = prefix + "absent";

        assertThat(store().putIfAbsent(key, bytes("first"), TEXT, Map.of("a", "1")))
                .isEmpty();
        assertThat(store().putIfAbsent(key, bytes("second one"), TEXT, Map.of("a", "2")))
                .contains(new StoredObject(key, 5, TEXT, Map.of("a", "1")));

        assertThat(store().get(key)).isEqualTo(bytes("first"));
    }

    @Test
    void letsOneOfSeveralStoreWhatIsAbsent() throws InterruptedException, ExecutionException {
        String key = prefix + "contested";
        List<Callable<Optional<StoredObject>>> writers = IntStream.range(0, 8)
                .<Callable<Optional<StoredObject>>>mapToObj(i ->
                        () -> store().putIfAbsent(key, bytes("x".repeat(i + 1)), TEXT, Map.of()))
                .toList();

        List<Optional<StoredObject>> found = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Optional<StoredObject>> writer : threads.invokeAll(writers)) {
                found.add(writer.get());
            }
        }

        assertThat(found).filteredOn(Optional::isEmpty).hasSize(1);
        long kept = store().stat(key).orElseThrow().bytes();
        assertThat(found.stream().flatMap(Optional::stream))
                .extracting(StoredObject::bytes)
                .containsOnly(kept);
        assertThat(store().get(key)).hasSize((int) kept);
    }

    @Test
    void deletesWhatIsThereAndWhatIsNot() {
        store().put(prefix + "gone", bytes("chaff"), TEXT, Map.of());

        store().delete(prefix + "gone");
        store().delete(prefix + "gone");

        assertThat(store().exists(prefix + "gone")).isFalse();
    }

    @Test
    void listsByPrefixInTheOrderOfKeys() {
        store().put(prefix + "list/b", bytes("12"), TEXT, Map.of());
        store().put(prefix + "list/a/deep", bytes("1"), TEXT, Map.of());
        store().put(prefix + "listing", bytes("123"), TEXT, Map.of());

        assertThat(store().list(prefix + "list/"))
                .extracting(ListedObject::key, ListedObject::bytes)
                .containsExactly(tuple(prefix + "list/a/deep", 1L), tuple(prefix + "list/b", 2L));
        assertThat(store().list(prefix + "nothing")).isEmpty();
    }

    @Test
    void listsMoreThanOnePageHolds() {
        for (int i = 0; i < 1_005; i++) {
            store().put(prefix + "pages/%04d".formatted(i), new byte[0], TEXT, Map.of());
        }

        assertThat(store().list(prefix + "pages/")).hasSize(1_005);
    }

    private String range(String name, long offset, long length) throws IOException {
        try (InputStream in = store().open(prefix + name, offset, length)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
