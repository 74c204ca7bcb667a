package dev.imagemill.transform.engine;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An encoded image, wherever its bytes are. They must not change while it is in use. */
public sealed interface Source {
    /** Bytes that the source holds in memory. */
    long memory();

    /** Reads the header. */
    ImageInfo probe(Limits limits);

    /** Reads the pixels. */
    DecodedImage decode(DecodeOptions options);

    static Source of(byte[] bytes) {
        return new InMemory(bytes);
    }

    static Source of(Path file) {
        return new InFile(file);
    }

    /** An image in memory. */
    final class InMemory implements Source {
        private final byte[] bytes;

        private InMemory(byte[] bytes) {
            this.bytes = requireNonNull(bytes, "bytes is null");
        }

        @Override
        public long memory() {
            return bytes.length;
        }

        @Override
        public ImageInfo probe(Limits limits) {
            return Codec.probe(bytes, limits);
        }

        @Override
        public DecodedImage decode(DecodeOptions options) {
            return Codec.decode(bytes, options);
        }
    }

    /** An image in a file, read piece by piece. */
    final class InFile implements Source {
        private final Path file;

        private InFile(Path file) {
            this.file = requireNonNull(file, "file is null");
        }

        @Override
        public long memory() {
            return 0;
        }

        @Override
        public ImageInfo probe(Limits limits) {
            try {
                return Codec.probe(file, limits);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public DecodedImage decode(DecodeOptions options) {
            try {
                return Codec.decode(file, options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
