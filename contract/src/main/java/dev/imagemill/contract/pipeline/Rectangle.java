package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;

/**
 * A rectangle of whole pixels in an image.
 *
 * @param x left edge
 * @param y top edge
 * @param width at least 1
 * @param height at least 1
 */
public record Rectangle(int x, int y, int width, int height) {
    public ImageSize size() {
        return new ImageSize(width, height);
    }

    boolean covers(ImageSize image) {
        return x == 0 && y == 0 && size().equals(image);
    }
}
