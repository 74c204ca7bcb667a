package dev.imagemill.imageop;

import java.util.function.IntToDoubleFunction;

/** The width and height of an image, in pixels, both at least 1. */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new ImageFormatException("width and height are at least 1, not " + width + " x " + height);
        }
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    /**
     * The largest size of this aspect that fits into {@code bounds}, each side at least 1; this size if it fits already. Of the two whole
     * numbers around the free side, the one that keeps the aspect better is taken.
     */
    public ImageSize fitInto(ImageSize bounds) {
        if (width <= bounds.width && height <= bounds.height) {
            return this;
        }
        double aspect = (double) width / height;
        if ((double) bounds.width / bounds.height >= aspect) {
            int fit = closest(bounds.height * aspect, n -> Math.abs(aspect - (double) n / bounds.height));
            return new ImageSize(fit, bounds.height);
        }
        int fit = closest(bounds.width / aspect, n -> n == 0 ? 0 : Math.abs(aspect - (double) bounds.width / n));
        return new ImageSize(bounds.width, fit);
    }

    private static int closest(double side, IntToDoubleFunction error) {
        int floor = (int) Math.floor(side);
        int ceiling = (int) Math.ceil(side);
        return Math.max(1, error.applyAsDouble(ceiling) < error.applyAsDouble(floor) ? ceiling : floor);
    }

    @Override
    public String toString() {
        return "imageop.ImageSize(width=" + width + ", height=" + height + ")";
    }
}
