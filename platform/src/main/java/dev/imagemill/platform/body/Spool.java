package dev.imagemill.platform.body;

import dev.imagemill.contract.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of one request's files to rest: in memory while its allowance lasts, then in temporary files. */
public final class Spool {
    private static final int CHUNK = 64 * 1024;

    private final TempSpace space;
    private final byte[] chunk = new byte[CHUNK];
    private long memoryLeft;

    public Spool(TempSpace space, long memory) {
        this.space = space;
        this.memoryLeft = memory;
    }

    /** Reads a stream to its end and hashes it on the way; empty, and nothing kept, if it holds more bytes than the limit. */
    public Optional<Content> drain(InputStream in, long limit) throws IOException {
        try (Writing writing = new Writing()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (writing.total + read > limit) {
                    return Optional.empty();
                }
                writing.add(read);
            }
            return Optional.of(writing.finish());
        }
    }

    /** One file on its way to rest; gone again if it is closed before it is finished. */
    private final class Writing implements AutoCloseable {
        private final MessageDigest digest = Sha256.digest();
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
        private @Nullable TempFile file;
        private boolean finished;
        private long total;

        void add(int length) {
            digest.update(chunk, 0, length);
            total += length;
            if (file == null && total <= memoryLeft) {
                memory.write(chunk, 0, length);
            } else {
                file().write(chunk, 0, length);
            }
        }

        private TempFile file() {
            if (file == null) {
                file = space.create();
                byte[] held = memory.toByteArray();
                memory.reset();
                file.write(held, 0, held.length);
            }
            return file;
        }

        Content finish() {
            String sha256 = Sha256.hex(digest.digest());
            finished = true;
            if (file == null) {
                memoryLeft -= total;
                return new Content.InMemory(memory.toByteArray(), sha256);
            }
            file.finish();
            return new Content.InFile(file, sha256);
        }

        @Override
        public void close() {
            if (!finished && file != null) {
                file.close();
            }
        }
    }
}
