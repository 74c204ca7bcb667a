package dev.imagemill.platform.body;

import java.nio.file.Path;

/** The bytes of one received file, at rest until they are closed. */
public sealed interface Content extends AutoCloseable {
    /** Number of bytes. */
    long bytes();

    /** Digest of the bytes: 64 lower-case hexadecimal digits. */
    String sha256();

    @Override
    void close();

    /** Bytes in memory; the array is not to be changed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of every upload is what this type avoids
    record InMemory(byte[] data, String sha256) implements Content {
        @Override
        public long bytes() {
            return data.length;
        }

        @Override
        public void close() {
            // memory needs no closing
        }
    }

    /** Bytes in a temporary file, which is gone once this is closed. */
    record InFile(TempFile file, String sha256) implements Content {
        @Override
        public long bytes() {
            return file.bytes();
        }

        /** Where the bytes are. */
        public Path path() {
            return file.path();
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
