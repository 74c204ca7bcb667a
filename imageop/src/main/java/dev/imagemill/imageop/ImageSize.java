package dev.imagemill.imageop;

/** The width and height of an image, in pixels, both at least 1. */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("width and height are at least 1, not " + width + " x " + height);
        }
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return "imageop.ImageSize(width=" + width + ", height=" + height + ")";
    }
}
