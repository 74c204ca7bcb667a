package dev.imagemill.codec;

import dev.imagemill.imageop.Image;
import java.util.Optional;

/** The ways past libvips that may be taken where they lead to the same. */
record ShortWays(DirectJpeg jpeg, DirectWebP webp) {
    /** Everything by libvips. */
    static final ShortWays NONE = new ShortWays(DirectJpeg.NONE, DirectWebP.NONE);

    /** The ways that this process takes, as was found out once. */
    static ShortWays inUse() {
        return InUse.WAYS;
    }

    /** Encodes an image; empty if that is for libvips to do. */
    Optional<byte[]> encode(Image image, EncodeOptions options) {
        return switch (options.format()) {
            case JPEG -> jpeg.encode(image, options);
            case WEBP -> webp.encode(image, options);
            case PNG, AVIF, GIF, TIFF, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> Optional.empty();
        };
    }

    /** Encodes luma and colour as they are; empty if the picture has to become RGB before. */
    Optional<byte[]> encode(YccPlanes planes, EncodeOptions options) {
        return switch (options.format()) {
            case JPEG -> jpeg.encode(planes, options);
            case WEBP -> webp.encode(planes, options);
            case PNG, AVIF, GIF, TIFF, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> Optional.empty();
        };
    }

    /** Whether luma and colour become a file of this format as they are, by usual options. */
    boolean writePlanes(ImageFormat format) {
        return switch (format) {
            case JPEG -> jpeg.writes();
            case WEBP -> webp.writes();
            case PNG, AVIF, GIF, TIFF, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> false;
        };
    }

    private static final class InUse {
        private static final ShortWays WAYS = new ShortWays(DirectJpegTrial.passed(), DirectWebPTrial.passed());
    }
}
