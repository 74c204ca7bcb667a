package dev.imagemill.platform.body;

import java.io.IOException;
import java.io.InputStream;

/** A stream that fails at once. */
final class Gone extends InputStream {
    @Override
    public int read() throws IOException {
        throw new IOException("gone");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return read();
    }
}
