package dev.imagemill.codec;

import dev.imagemill.imageop.ImageSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a loader itself shrinks an image, which saves it most of the work: JPEG by leaving out high frequencies (by 2, 4 or 8), WebP
 * by averaging luma and colour before it brings them to RGB, SVG by drawing smaller.
 *
 * @param factor whole number that width and height are divided by, or 1
 * @param scale fraction that they are multiplied by, or 1
 */
record LoaderShrink(int factor, double scale) {
    /**
     * By how much a JPEG is shrunk while it is decoded, 1, 2, 4 or 8. It goes down to the hint itself, as sharp does: what is left out
     * are cosines, and nothing aliases. A partial block at the edge is dropped.
     */
    static int jpegFactor(ImageSize size, @Nullable ImageSize atLeast) {
        if (atLeast == null) {
            return 1;
        }
        int factor = 8;
        while (factor > 1 && (size.width() / factor < atLeast.width() || size.height() / factor < atLeast.height())) {
            factor /= 2;
        }
        return factor;
    }

    private static Optional<LoaderShrink> jpeg(ImageSize size, ImageSize atLeast) {
        int factor = jpegFactor(size, atLeast);
        return factor == 1 ? Optional.empty() : Optional.of(new LoaderShrink(factor, 1));
    }

    /** The loader's share in bringing an image near a size, if it has one and the image is that much larger. */
    static Optional<LoaderShrink> of(ImageInfo info, ImageSize atLeast) {
        return switch (info.format()) {
            case JPEG -> jpeg(info.size(), atLeast);
            // Frames of an animation are drawn upon each other, and what is transparent would lend its colour.
            case WEBP -> info.pages() > 1 || info.mode().hasAlpha() ? Optional.empty() : scale(info.size(), atLeast);
            case SVG -> scale(info.size(), atLeast);
            case PNG, AVIF, GIF, TIFF, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> Optional.empty();
        };
    }

    private static Optional<LoaderShrink> scale(ImageSize size, ImageSize atLeast) {
        double horizontal = (double) atLeast.width() / size.width();
        double vertical = (double) atLeast.height() / size.height();
        double scale = Math.max(horizontal, vertical);
        return scale < 1 ? Optional.of(new LoaderShrink(1, scale)) : Optional.empty();
    }

    boolean isScale() {
        return factor == 1;
    }
}
