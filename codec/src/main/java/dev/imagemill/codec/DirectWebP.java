package dev.imagemill.codec;

import dev.imagemill.codec.webp.WebP;
import dev.imagemill.codec.webp.WebPEncoder;
import dev.imagemill.codec.webp.WebPException;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.LookupTable;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The short way for lossy WebP: libwebp called by itself, which takes less time than the one in libvips, and saves copies.
 *
 * <p>It does what libvips would do, to the bit, or nothing at all; {@link DirectWebPTrial} sees to that.
 */
final class DirectWebP {
    /** For machines without the library: leaves everything to libvips. */
    static final DirectWebP NONE = new DirectWebP(Optional.empty());

    /** Larger pictures go by libvips, which can be stopped on the way: this is a second's work at the highest effort. */
    private static final long MOST_PIXELS = 4L << 20;

    // Full levels, which JPEG has, to those of ITU-R BT.601, which WebP has.
    private static final LookupTable LUMA = LookupTable.of(8, level -> 16 + level * 219.0 / 255);
    private static final LookupTable COLOUR = LookupTable.of(8, level -> 128 + (level - 128) * 224.0 / 255);

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
     * Encodes a picture in 4:2:0; empty if these options are for libvips to fulfil. What comes of it is what becomes of its RGB, but for rounding: its colour
     * is not interpolated before it is halved again.
     */
    Optional<byte[]> encode(JpegPlanes planes, EncodeOptions options) {
        boolean taken = planes.isHalved() && planes.size().pixels() <= MOST_PIXELS && isUsual(options);
        return taken ? library.flatMap(present -> encode(present, planes, options)) : Optional.empty();
    }

    private static Optional<byte[]> encode(WebP library, JpegPlanes planes, EncodeOptions options) {
        try (Arena memory = Arena.ofConfined();
                WebPEncoder encoder = library.encoder(options.quality(), options.effort())) {
            MemorySegment luma = toNative(planes.luma().point(LUMA).segment(), memory);
            MemorySegment blue = toNative(planes.blue().point(COLOUR).segment(), memory);
            MemorySegment red = toNative(planes.red().point(COLOUR).segment(), memory);
            return Optional.of(encoder.encodePlanes(luma, blue, red, planes.size()));
        } catch (WebPException refused) {
            return Optional.empty();
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
            return Optional.of(encoder.encode(toNative(image.segment(), memory), image.size()));
        } catch (WebPException refused) {
            return Optional.empty();
        }
    }

    private static MemorySegment toNative(MemorySegment samples, Arena memory) {
        return samples.isNative()
                ? samples
                : memory.allocate(samples.byteSize()).copyFrom(samples);
    }
}
