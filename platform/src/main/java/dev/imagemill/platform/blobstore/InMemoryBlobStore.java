package dev.imagemill.platform.blobstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** A blob store that keeps its objects in memory: the twin that tests and simulations use in place of S3. */
public final class InMemoryBlobStore implements BlobStore {
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Entry(StoredObject object, byte[] data, Instant modified) {
        static Entry of(String key, byte[] data, String mediaType, Map<String, String> metadata) {
            return new Entry(new StoredObject(key, data.length, mediaType, metadata), data.clone(), Instant.now());
        }
    }

    private final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
    private volatile boolean available = true;

    /** Makes every later call fail with {@link BlobStoreUnavailable}, or work again. */
    public void setAvailable(boolean available) {
        this.available = available;
    }

    @Override
    public Optional<StoredObject> stat(String key) {
        requireAvailable();
        return Optional.ofNullable(entries.get(key)).map(Entry::object);
    }

    @Override
    public void put(String key, byte[] data, String mediaType, Map<String, String> metadata) {
        requireAvailable();
        entries.put(key, Entry.of(key, data, mediaType, metadata));
    }

    @Override
    public Optional<StoredObject> putIfAbsent(String key, byte[] data, String mediaType, Map<String, String> metadata) {
        requireAvailable();
        return Optional.ofNullable(entries.putIfAbsent(key, Entry.of(key, data, mediaType, metadata)))
                .map(Entry::object);
    }

    @Override
    public void put(String key, Path file, String mediaType, Map<String, String> metadata) {
        try {
            put(key, Files.readAllBytes(file), mediaType, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] get(String key) {
        return entry(key).data().clone();
    }

    @Override
    public void get(String key, Path file) {
        try {
            Files.write(file, entry(key).data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ObjectStream open(String key) {
        Entry entry = entry(key);
        return new ObjectStream(entry.object(), new ByteArrayInputStream(entry.data()));
    }

    @Override
    public ObjectStream open(String key, long offset, long length) {
        Entry entry = entry(key);
        byte[] data = entry.data();
        Objects.checkIndex(offset, data.length);
        int count = (int) Math.min(length, data.length - offset);
        return new ObjectStream(entry.object(), new ByteArrayInputStream(data, (int) offset, count));
    }

    @Override
    public void delete(String key) {
        requireAvailable();
        entries.remove(key);
    }

    @Override
    public Stream<ListedObject> list(String prefix) {
        requireAvailable();
        return entries.tailMap(prefix).values().stream()
                .takeWhile(entry -> entry.object().key().startsWith(prefix))
                .map(entry ->
                        new ListedObject(entry.object().key(), entry.object().bytes(), entry.modified()));
    }

    @Override
    public void ensureBucket() {
        requireAvailable();
    }

    private Entry entry(String key) {
        requireAvailable();
        var entry = entries.get(key);
        if (entry == null) {
            throw new BlobNotFound(key);
        }
        return entry;
    }

    private void requireAvailable() {
        if (!available) {
            throw new BlobStoreUnavailable("the store was made unavailable", null);
        }
    }
}
