package dev.imagemill.codec;

import dev.imagemill.codec.YccPlanes.Levels;
import dev.imagemill.codec.webp.WebP;
import dev.imagemill.codec.webp.WebPDecoder;
import dev.imagemill.codec.webp.WebPEncoder;
import dev.imagemill.codec.webp.WebPException;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The short way for lossy WebP: libwebp called by itself, which takes less time than the one in libvips, and saves copies.
 *
 * <p>It writes what libvips would write, to the bit, or nothing at all; {@link DirectWebPTrial} sees to that. To planes, which libvips does not know, it decodes and
 * from them it encodes what libvips would by way of RGB, but for rounding and for how colour is averaged at hard edges (docs/decisions/libwebp.md).
 */
final class DirectWebP {
    /** For machines without the library: leaves everything to libvips. */
    static final DirectWebP NONE = new DirectWebP(Optional.empty());

    /** Larger pictures go by libvips, which can be stopped on the way. */
    private static final long MOST_PIXELS = 4L << 20;

    private static final int HALF = 2;

    private final Optional<WebP> library;

    private DirectWebP(Optional<WebP> library) {
        this.library = library;
    }

    /** The way through a library whose results may be used. */
    static DirectWebP through(WebP library) {
        return new DirectWebP(Optional.of(library));
    }

    boolean writes() {
        return library.isPresent();
    }

    /**
     * Encodes a picture in 4:2:0; empty if these options are for libvips to fulfil. Its colour is not interpolated before it is halved again.
     */
    Optional<byte[]> encode(YccPlanes planes, EncodeOptions options) {
        boolean taken = planes.isHalved() && planes.size().pixels() <= MOST_PIXELS && isUsual(options);
        return taken ? library.flatMap(present -> encode(present, planes, options)) : Optional.empty();
    }

    private static Optional<byte[]> encode(WebP library, YccPlanes planes, EncodeOptions options) {
        try (Arena memory = Arena.ofConfined();
                WebPEncoder encoder = library.encoder(options.quality(), options.effort())) {
            YccPlanes stored = planes.withLevels(Levels.STUDIO);
            MemorySegment luma = toNative(library, stored.luma().segment(), memory);
            MemorySegment blue = toNative(library, stored.blue().segment(), memory);
            MemorySegment red = toNative(library, stored.red().segment(), memory);
            return Optional.of(encoder.encodePlanes(luma, blue, red, planes.size()));
        } catch (WebPException refused) {
            return Optional.empty();
        }
    }

    /**
     * Decodes a file that is lossy, still, without alpha and without colour that must be managed to planes; empty if it is none, or if it is for libvips to refuse.
     * Towards the size hint it is scaled by a power of two, as far as that makes whole samples of luma and colour.
     */
    Optional<DecodedPlanes> decodePlanes(MemorySegment file, DecodeOptions options) {
        boolean possible = options.page() == 0 && WebPHeader.mayBePlain(file, options.toSrgb());
        return possible ? library.flatMap(present -> decodePlanes(present, file, options)) : Optional.empty();
    }

    private static Optional<DecodedPlanes> decodePlanes(WebP library, MemorySegment file, DecodeOptions options) {
        try (Arena memory = Arena.ofConfined()) {
            WebPDecoder decoder = library.decoder(toNative(library, file, memory));
            return decoder.size().map(stored -> {
                options.limits().checkHeader(stored.width(), stored.height(), 1);
                int factor = factor(stored, options.atLeast());
                ImageSize size = new ImageSize(stored.width() / factor, stored.height() / factor);
                return planes(library, decoder, stored, size);
            });
        } catch (WebPException amiss) {
            return Optional.empty();
        }
    }

    private static int factor(ImageSize stored, @Nullable ImageSize atLeast) {
        if (atLeast == null) {
            return 1;
        }
        int even = Integer.lowestOneBit(stored.width() | stored.height()) / HALF;
        int most = Math.min(stored.width() / atLeast.width(), stored.height() / atLeast.height());
        return Math.max(1, Math.min(even, Integer.highestOneBit(most)));
    }

    private static DecodedPlanes planes(WebP library, WebPDecoder decoder, ImageSize stored, ImageSize size) {
        ImageSize colour = new ImageSize(Math.ceilDiv(size.width(), HALF), Math.ceilDiv(size.height(), HALF));
        Arena owner = Arena.ofShared();
        try {
            MemorySegment luma = library.allocate(size.pixels(), owner);
            MemorySegment blue = library.allocate(colour.pixels(), owner);
            MemorySegment red = library.allocate(colour.pixels(), owner);
            decoder.decodePlanes(stored, size, luma, blue, red);
            YccPlanes planes = new YccPlanes(
                    Images.wrap(Mode.L, size, luma),
                    Images.wrap(Mode.L, colour, blue),
                    Images.wrap(Mode.L, colour, red),
                    HALF,
                    HALF,
                    Levels.STUDIO);
            return new DecodedPlanes(planes, owner);
        } catch (RuntimeException | Error e) {
            owner.close();
            throw e;
        }
    }

    /** Encodes an image in RGB; empty if these options are for libvips to fulfil. */
    Optional<byte[]> encode(Image image, EncodeOptions options) {
        boolean taken = image.mode() == Mode.RGB && image.size().pixels() <= MOST_PIXELS && isUsual(options);
        return taken ? library.flatMap(present -> encode(present, image, options)) : Optional.empty();
    }

    private static boolean isUsual(EncodeOptions options) {
        return options.format() == ImageFormat.WEBP
                && !options.lossless()
                && options.metadata().isEmpty()
                && options.subsampling() != ChromaSubsampling.NONE;
    }

    private static Optional<byte[]> encode(WebP library, Image image, EncodeOptions options) {
        try (Arena memory = Arena.ofConfined();
                WebPEncoder encoder = library.encoder(options.quality(), options.effort())) {
            return Optional.of(encoder.encode(toNative(library, image.segment(), memory), image.size()));
        } catch (WebPException refused) {
            return Optional.empty();
        }
    }

    private static MemorySegment toNative(WebP library, MemorySegment bytes, Arena memory) {
        return bytes.isNative()
                ? bytes
                : library.allocate(bytes.byteSize(), memory).copyFrom(bytes);
    }
}
