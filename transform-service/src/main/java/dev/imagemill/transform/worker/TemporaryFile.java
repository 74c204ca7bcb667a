package dev.imagemill.transform.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is deleted when it is closed. */
record TemporaryFile(Path path) implements AutoCloseable {
    static TemporaryFile create(String prefix) {
        try {
            return new TemporaryFile(Files.createTempFile(prefix, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
