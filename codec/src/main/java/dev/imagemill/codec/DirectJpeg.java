package dev.imagemill.codec;

import dev.imagemill.codec.YccPlanes.Levels;
import dev.imagemill.codec.turbojpeg.JpegCompressor;
import dev.imagemill.codec.turbojpeg.JpegDecompressor;
import dev.imagemill.codec.turbojpeg.PixelFormat;
import dev.imagemill.codec.turbojpeg.PlanePointers;
import dev.imagemill.codec.turbojpeg.Subsampling;
import dev.imagemill.codec.turbojpeg.TurboJpeg;
import dev.imagemill.codec.turbojpeg.TurboJpegException;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The short way for JPEG: libjpeg-turbo called by itself, which saves what libvips spends on threads, on copies and on a slower
 * decoder.
 *
 * <p>It does what libvips would do, to the bit, or nothing at all: files that are not ordinary, wishes that the library cannot
 * fulfil to the same effect, and whatever turns out to be amiss while it decodes are left to libvips, which then reads or refuses
 * them. So it makes no difference to any result whether a machine has the library; {@link DirectJpegTrial} sees to that.
 */
final class DirectJpeg {
    /** For machines without the library: leaves everything to libvips. */
    static final DirectJpeg NONE = new DirectJpeg(Optional.empty(), false, false);

    /** JFIF's segment behind the start of the image, which libvips leaves out as it does all metadata. */
    private static final byte[] JFIF = {(byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};

    private static final int JFIF_AT = 2;
    private static final int JFIF_BYTES = 18;

    /** Below this many pixels a side one size can be meant by two scales. */
    private static final int LEAST_SHRUNK = 16;

    private final Optional<TurboJpeg> library;
    private final boolean reads;
    private final boolean writes;

    private DirectJpeg(Optional<TurboJpeg> library, boolean reads, boolean writes) {
        this.library = library;
        this.reads = reads;
        this.writes = writes;
    }

    /** The way through a library whose results may be used as far as is said. */
    static DirectJpeg through(TurboJpeg library, boolean reads, boolean writes) {
        return new DirectJpeg(Optional.of(library), reads, writes);
    }

    boolean reads() {
        return reads;
    }

    boolean writes() {
        return writes;
    }

    /** What an ordinary file's header says; empty if that is for libvips to say. */
    Optional<ImageInfo> probe(JpegHeader header) {
        return reads ? library.flatMap(present -> probe(present, header)) : Optional.empty();
    }

    private static Optional<ImageInfo> probe(TurboJpeg library, JpegHeader header) {
        return header.ordinary().flatMap(beginning -> {
            try (Arena memory = Arena.ofConfined();
                    JpegDecompressor decompressor = library.decompressor()) {
                MemorySegment bytes = toNative(library, beginning, memory);
                return decompressor.header(bytes).map(frame -> info(header, frame));
            } catch (TurboJpegException odd) {
                return Optional.empty();
            }
        });
    }

    private static ImageInfo info(JpegHeader header, JpegDecompressor.Frame frame) {
        return new ImageInfo(
                ImageFormat.JPEG,
                frame.size(),
                mode(frame.format()),
                1,
                header.orientation(),
                false,
                header.hasProfile(),
                header.hasSeveralScans());
    }

    /** Decodes an ordinary file, with its colour as it is stored; empty if that is for libvips to do, or to refuse. */
    Optional<DecodedImage> decode(JpegHeader header, DecodeOptions options) {
        return reads && options.page() == 0 && header.ordinary().isPresent()
                ? library.flatMap(present -> decode(present, header, options))
                : Optional.empty();
    }

    private static Optional<DecodedImage> decode(TurboJpeg library, JpegHeader header, DecodeOptions options) {
        try (Arena memory = Arena.ofConfined();
                JpegDecompressor decompressor = library.decompressor()) {
            MemorySegment file = toNative(library, header.bytes(), memory);
            return decompressor.header(file).flatMap(frame -> {
                int factor = LoaderShrink.jpegFactor(frame.size(), options.atLeast());
                int shorter = Math.min(frame.size().width(), frame.size().height());
                return factor > 1 && shorter < LEAST_SHRUNK
                        ? Optional.empty()
                        : Optional.of(pixels(library, decompressor, file, frame, factor, header));
            });
        } catch (TurboJpegException amiss) {
            return Optional.empty();
        }
    }

    private static DecodedImage pixels(
            TurboJpeg library,
            JpegDecompressor decompressor,
            MemorySegment file,
            JpegDecompressor.Frame frame,
            int factor,
            JpegHeader header) {
        ImageSize stored = frame.size();
        ImageSize decoded = new ImageSize(Math.ceilDiv(stored.width(), factor), Math.ceilDiv(stored.height(), factor));
        Arena owner = Arena.ofShared();
        try {
            MemorySegment pixels =
                    library.allocate(decoded.pixels() * frame.format().bytes(), owner);
            decompressor.decode(file, decoded, frame.format(), pixels);
            ImageSize size = new ImageSize(stored.width() / factor, stored.height() / factor);
            return new DecodedImage(image(pixels, decoded, size, mode(frame.format())), info(header, frame), owner);
        } catch (RuntimeException | Error e) {
            owner.close();
            throw e;
        }
    }

    /**
     * Decodes an ordinary file in YCbCr to planes; empty if it is none, if its colour must be managed, or if that is for libvips to refuse. Nothing
     * is amiss with a file that is not decoded so.
     */
    Optional<DecodedPlanes> decodePlanes(JpegHeader header, DecodeOptions options) {
        boolean managed = options.toSrgb()
                && header.profile().filter(present -> !present.isSrgb()).isPresent();
        boolean possible = reads && writes && !managed && options.page() == 0 && header.hasPlainPlanes();
        return possible && header.ordinary().isPresent()
                ? library.flatMap(present -> decodePlanes(present, header, options))
                : Optional.empty();
    }

    private static Optional<DecodedPlanes> decodePlanes(TurboJpeg library, JpegHeader header, DecodeOptions options) {
        try (Arena memory = Arena.ofConfined();
                JpegDecompressor decompressor = library.decompressor()) {
            MemorySegment file = toNative(library, header.bytes(), memory);
            return decompressor
                    .header(file)
                    .filter(frame -> frame.format() == PixelFormat.RGB)
                    .map(frame -> planes(library, decompressor, file, frame, options));
        } catch (TurboJpegException amiss) {
            return Optional.empty();
        }
    }

    private static DecodedPlanes planes(
            TurboJpeg library,
            JpegDecompressor decompressor,
            MemorySegment file,
            JpegDecompressor.Frame frame,
            DecodeOptions options) {
        ImageSize stored = frame.size();
        int factor = LoaderShrink.jpegFactor(stored, options.atLeast());
        ImageSize size = new ImageSize(Math.ceilDiv(stored.width(), factor), Math.ceilDiv(stored.height(), factor));
        ImageSize chroma = frame.subsampling().chroma(size);
        Arena owner = Arena.ofShared();
        try (Arena call = Arena.ofConfined()) {
            ImageSize whole = frame.subsampling().luma(size);
            MemorySegment luma = library.allocate(whole.pixels(), owner);
            MemorySegment blue = library.allocate(chroma.pixels(), owner);
            MemorySegment red = library.allocate(chroma.pixels(), owner);
            decompressor.decodePlanes(
                    file, size, PlanePointers.to(List.of(luma, blue, red), size, frame.subsampling(), call));
            YccPlanes planes = new YccPlanes(
                    image(luma, whole, size, Mode.L),
                    Images.wrap(Mode.L, chroma, blue),
                    Images.wrap(Mode.L, chroma, red),
                    frame.subsampling().across(),
                    frame.subsampling().down(),
                    Levels.FULL);
            return new DecodedPlanes(planes, owner);
        } catch (RuntimeException | Error e) {
            owner.close();
            throw e;
        }
    }

    /** Without what the rest of a block at the right and bottom edge has become, which libvips drops. */
    private static Image image(MemorySegment pixels, ImageSize decoded, ImageSize size, Mode mode) {
        long row = (long) size.width() * mode.bytesPerPixel();
        long decodedRow = (long) decoded.width() * mode.bytesPerPixel();
        if (row < decodedRow) {
            for (int y = 1; y < size.height(); y++) {
                MemorySegment.copy(pixels, y * decodedRow, pixels, y * row, row);
            }
        }
        return Images.wrap(mode, size, pixels.asSlice(0, mode.length(size)));
    }

    /** Encodes an image in grey or RGB; empty if these options are for libvips to fulfil. */
    Optional<byte[]> encode(Image image, EncodeOptions options) {
        boolean held = image.mode() == Mode.L || image.mode() == Mode.RGB;
        return writes && isUsual(options) && held
                ? library.flatMap(present -> encode(present, image, options))
                : Optional.empty();
    }

    /** Encodes a picture in 4:2:0; empty if these options are for libvips to fulfil. */
    Optional<byte[]> encode(YccPlanes planes, EncodeOptions options) {
        boolean asTheyAre = planes.isHalved() && options.subsampling().isHalf(options.quality());
        return writes && isUsual(options) && asTheyAre
                ? library.flatMap(present -> encode(present, planes, options))
                : Optional.empty();
    }

    private static boolean isUsual(EncodeOptions options) {
        return options.format() == ImageFormat.JPEG
                && options.metadata().isEmpty()
                && options.effort() == ImageFormat.JPEG.effort().usual();
    }

    private static Optional<byte[]> encode(TurboJpeg library, YccPlanes planes, EncodeOptions options) {
        try (Arena memory = Arena.ofConfined();
                JpegCompressor compressor = library.compressor()) {
            YccPlanes stored = planes.withLevels(Levels.FULL);
            List<MemorySegment> samples = Stream.of(stored.wholeLuma(), stored.blue(), stored.red())
                    .map(plane -> toNative(library, plane.segment(), memory))
                    .toList();
            return withoutJfif(compressor.encodePlanes(
                    PlanePointers.to(samples, planes.size(), Subsampling.HALF, memory),
                    planes.size(),
                    Subsampling.HALF,
                    options.quality(),
                    options.progressive()));
        } catch (TurboJpegException refused) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> encode(TurboJpeg library, Image image, EncodeOptions options) {
        try (Arena memory = Arena.ofConfined();
                JpegCompressor compressor = library.compressor()) {
            byte[] file = compressor.encode(
                    toNative(library, image.segment(), memory),
                    image.size(),
                    image.mode() == Mode.L ? PixelFormat.GREY : PixelFormat.RGB,
                    subsampling(image.mode(), options),
                    options.quality(),
                    options.progressive());
            return withoutJfif(file);
        } catch (TurboJpegException refused) {
            return Optional.empty();
        }
    }

    private static Subsampling subsampling(Mode mode, EncodeOptions options) {
        if (mode == Mode.L) {
            return Subsampling.GREY;
        }
        return options.subsampling().isHalf(options.quality()) ? Subsampling.HALF : Subsampling.NONE;
    }

    private static Optional<byte[]> withoutJfif(byte[] file) {
        int end = JFIF_AT + JFIF.length;
        if (file.length < JFIF_AT + JFIF_BYTES || !Arrays.equals(file, JFIF_AT, end, JFIF, 0, JFIF.length)) {
            return Optional.empty();
        }
        byte[] bare = new byte[file.length - JFIF_BYTES];
        System.arraycopy(file, 0, bare, 0, JFIF_AT);
        System.arraycopy(file, JFIF_AT + JFIF_BYTES, bare, JFIF_AT, bare.length - JFIF_AT);
        return Optional.of(bare);
    }

    private static Mode mode(PixelFormat format) {
        return switch (format) {
            case GREY -> Mode.L;
            case RGB -> Mode.RGB;
        };
    }

    private static MemorySegment toNative(TurboJpeg library, MemorySegment bytes, Arena memory) {
        return bytes.isNative()
                ? bytes
                : library.allocate(bytes.byteSize(), memory).copyFrom(bytes);
    }
}
