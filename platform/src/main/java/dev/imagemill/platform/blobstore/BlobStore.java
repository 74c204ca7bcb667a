package dev.imagemill.platform.blobstore;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Object storage: bytes under a key, written whole or not at all, each with a media type and metadata.
 *
 * <p>Keys are relative paths such as {@code blobs/<sha256>}. Writing a key again replaces its object; as keys name content,
 * that writes the same bytes. Metadata names are lower-case letters, digits and hyphens, and values are printable ASCII.
 *
 * <p>Every method throws {@link BlobStoreUnavailable} within seconds when the store cannot be reached. Implementations are
 * safe for use by many threads at once.
 */
public interface BlobStore {
    /** What is stored under a key, without its bytes; empty if nothing is. */
    Optional<StoredObject> stat(String key);

    /** Whether something is stored under a key. */
    default boolean exists(String key) {
        return stat(key).isPresent();
    }

    /** Stores bytes that are in memory; for objects of a few megabytes at most. */
    void put(String key, byte[] data, String mediaType, Map<String, String> metadata);

    /**
     * Stores bytes that are in memory, unless something is stored under the key already; of several who do so at the same time, one
     * does.
     *
     * @return what was there already; empty if the bytes were stored
     */
    Optional<StoredObject> putIfAbsent(String key, byte[] data, String mediaType, Map<String, String> metadata);

    /** Stores a file's bytes, in parts if it is big; the file must not change meanwhile. */
    void put(String key, Path file, String mediaType, Map<String, String> metadata);

    /** All bytes of an object. Throws {@link BlobNotFound} if there is none. */
    byte[] get(String key);

    /** Copies an object into a file, replacing what the file held. Throws {@link BlobNotFound} if there is none. */
    void get(String key, Path file);

    /** All bytes of an object as a stream that the caller closes. Throws {@link BlobNotFound} if there is none. */
    ObjectStream open(String key);

    /**
     * A range of an object as a stream that the caller closes; its reads throw {@link java.io.IOException} when the store
     * breaks off. Throws {@link BlobNotFound} if there is no such object.
     *
     * @param offset first byte, from 0 and below the object's length
     * @param length number of bytes, at least 1; a range that passes the object's end stops there
     */
    ObjectStream open(String key, long offset, long length);

    /** Removes an object; does nothing if there is none. */
    void delete(String key);

    /** The objects whose keys start with a prefix, in the order of their keys, fetched as the stream is read. */
    Stream<ListedObject> list(String prefix);

    /** Makes the bucket that everything is stored in, unless it is there. Every write does this when it finds none. */
    void ensureBucket();
}
