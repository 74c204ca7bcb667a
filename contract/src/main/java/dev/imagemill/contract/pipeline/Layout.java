package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;

/**
 * How a scale operation arrives at its result: the image is resized, then a window of the result's size is laid on it.
 *
 * @param resized the size the whole image is resized to
 * @param left the window's left edge in the resized image; negative where there is background to the left of the image
 * @param top the window's top edge in the resized image; negative where there is background above the image
 * @param result the window's size, which is the size of the result
 */
public record Layout(ImageSize resized, int left, int top, ImageSize result) {
    static Layout whole(ImageSize size) {
        return new Layout(size, 0, 0, size);
    }

    /** Whether the window is something else than the whole resized image. */
    public boolean windowed() {
        return !resized.equals(result);
    }
}
