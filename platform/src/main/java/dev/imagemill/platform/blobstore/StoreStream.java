package dev.imagemill.platform.blobstore;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An object's bytes on their way here, whose failures can be told from those of where they go. */
final class StoreStream extends FilterInputStream {
    /** The store broke off before the end. */
    static final class BrokenOff extends IOException {
        private BrokenOff(IOException cause) {
            super("object storage broke off: " + cause.getMessage(), cause);
        }
    }

    StoreStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }
}
