package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.imageop.ImageSize;

/**
 * An opened image whose header is within the limits.
 *
 * @param image not yet decoded
 * @param info as a caller sees it, colour managed
 */
record Header(VipsImage image, ImageInfo info) {
    static final String PROFILE = "icc-profile-data";

    static Header of(ImageFormat format, VipsImage image, Limits limits) {
        int pages = Math.max(1, image.number("n-pages").orElse(1));
        limits.checkHeader(image.width(), image.height(), pages);
        ImageInfo info = new ImageInfo(
                format,
                new ImageSize(image.width(), image.height()),
                PixelLayout.of(image).mode(true),
                pages,
                orientation(image),
                image.hasAlpha(),
                image.has(PROFILE),
                image.number("interlaced").orElse(0) != 0);
        return new Header(image, info);
    }

    void requirePage(int page) {
        if (page >= info.pages()) {
            throw new UnsupportedImage(
                    "page " + page + " was asked for, counting from 0, and the image has " + info.pages());
        }
    }

    private static int orientation(VipsImage image) {
        int stored = image.number("orientation").orElse(1);
        return stored >= 1 && stored <= 8 ? stored : 1;
    }
}
