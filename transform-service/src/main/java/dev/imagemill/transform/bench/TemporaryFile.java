package dev.imagemill.transform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is deleted when it is closed. */
public record TemporaryFile(Path path) implements AutoCloseable {
    public static TemporaryFile create(String prefix) {
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
