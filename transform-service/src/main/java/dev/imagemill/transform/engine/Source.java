package dev.imagemill.transform.engine;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedFrames;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.DecodedPlanes;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.ImageMetadata;
import dev.imagemill.codec.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An encoded image, wherever its bytes are. They must not change while it is in use. */
public sealed interface Source {
    /** Bytes that the source takes in memory while it is decoded. */
    long memory();

    /** Reads the header. */
    ImageInfo probe(Limits limits);

    /** Reads what it says beyond pixels. */
    ImageMetadata metadata(Limits limits);

    /** Reads the pixels. */
    DecodedImage decode(DecodeOptions options);

    /** Reads luma and colour as a JPEG or WebP stores them; empty if it is to be {@linkplain #decode decoded} in the usual way. */
    Optional<DecodedPlanes> decodePlanes(DecodeOptions options);

    /** Reads how its frames follow one another; empty if there is but one, or they differ in size. */
    Optional<Animation> animation(Limits limits);

    /** Reads the pixels of several frames. */
    DecodedFrames decodeFrames(DecodeOptions options, int count);

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
            // As it is, and the copy in native memory that decoders read.
            return 2L * bytes.length;
        }

        @Override
        public ImageInfo probe(Limits limits) {
            return Codec.probe(bytes, limits);
        }

        @Override
        public ImageMetadata metadata(Limits limits) {
            return Codec.metadata(bytes, limits);
        }

        @Override
        public DecodedImage decode(DecodeOptions options) {
            return Codec.decode(bytes, options);
        }

        @Override
        public Optional<DecodedPlanes> decodePlanes(DecodeOptions options) {
            return Codec.decodePlanes(bytes, options);
        }

        @Override
        public Optional<Animation> animation(Limits limits) {
            return Codec.animation(bytes, limits);
        }

        @Override
        public DecodedFrames decodeFrames(DecodeOptions options, int count) {
            return Codec.decodeFrames(bytes, options, count);
        }
    }

    /** An image in a file, which is read whole into native memory to be decoded. */
    final class InFile implements Source {
        private final Path file;

        private InFile(Path file) {
            this.file = requireNonNull(file, "file is null");
        }

        @Override
        public long memory() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
        public ImageMetadata metadata(Limits limits) {
            try {
                return Codec.metadata(file, limits);
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

        @Override
        public Optional<DecodedPlanes> decodePlanes(DecodeOptions options) {
            try {
                return Codec.decodePlanes(file, options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Animation> animation(Limits limits) {
            try {
                return Codec.animation(file, limits);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public DecodedFrames decodeFrames(DecodeOptions options, int count) {
            try {
                return Codec.decodeFrames(file, options, count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
