package dev.imagemill.platform.body;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file in the {@link TempSpace}: written once, then read, then gone. Used by one thread at a time. */
public final class TempFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TempFile.class);

    private final Path path;
    private final TempSpace space;
    private final OutputStream out;
    private long bytes;
    private boolean closed;

    TempFile(Path path, TempSpace space) throws IOException {
        this.path = path;
        this.space = space;
        this.out = Files.newOutputStream(path);
    }

    Path path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    void write(byte[] data, int offset, int length) {
        space.reserve(length);
        bytes += length;
        try {
            out.write(data, offset, length);
        } catch (IOException e) {
            throw TempSpace.unavailable(e);
        }
    }

    /** Ends writing. */
    void finish() {
        try {
            out.close();
        } catch (IOException e) {
            throw TempSpace.unavailable(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        space.release(bytes);
        try (out) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("temporary file {} stays: {}", path, e.toString());
        }
    }
}
