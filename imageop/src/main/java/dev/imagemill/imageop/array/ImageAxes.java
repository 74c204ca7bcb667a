package dev.imagemill.imageop.array;

import dev.imagemill.imageop.ImageFormatException;
import java.util.Arrays;

/**
 * An array's axes as an image's.
 *
 * @param planar whether there is more than one channel, each a plane of its own
 */
record ImageAxes(int width, int height, int channels, boolean planar) {
    private static final int MAX_CHANNELS = 4;

    /** @throws ImageFormatException if the array is not an image in the layout, see {@link ArrayLayout} */
    static ImageAxes of(NumberArray array, ArrayLayout layout) {
        if (array.elements() == 0) {
            throw new ImageFormatException("an array of " + NumberArray.text(array.shape()) + " has no pixels");
        }
        int[] shape = array.shape();
        while (shape.length > 1 && shape[0] == 1 && !fits(shape, layout)) {
            shape = Arrays.copyOfRange(shape, 1, shape.length);
        }
        if (!fits(shape, layout) && layout != ArrayLayout.CHW) {
            shape = array.squeeze().shape();
        }
        if (!fits(shape, layout)) {
            throw new ImageFormatException("un-supported shape " + NumberArray.text(array.shape())
                    + " for an image of layout " + layout + " with 1 to " + MAX_CHANNELS + " channels");
        }
        if (shape.length == 2) {
            return new ImageAxes(shape[1], shape[0], 1, false);
        }
        return layout == ArrayLayout.CHW
                ? new ImageAxes(shape[2], shape[1], shape[0], shape[0] > 1)
                : new ImageAxes(shape[1], shape[0], shape[2], false);
    }

    private static boolean fits(int[] shape, ArrayLayout layout) {
        if (shape.length != 3) {
            return shape.length == 2;
        }
        return switch (layout) {
            case HW -> false;
            case HWC -> shape[2] <= MAX_CHANNELS;
            case CHW -> shape[0] <= MAX_CHANNELS;
        };
    }

    /** These axes in reverse order: those of the same memory, read in the other axis order. */
    ImageAxes reversed() {
        return new ImageAxes(height, width, channels, channels > 1 && !planar);
    }
}
