package dev.imagemill.imageop.array;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.Striding;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Moves samples between arrays and images.
 *
 * <p>An array in Fortran order is the array of the same memory in C order with its axes reversed, so rows and columns are swapped and
 * channels change their end. It is read as that, and the image transposed.
 */
final class Samples {
    private Samples() {}

    /** @param mode one of the array's element size and number of channels */
    static Image read(NumberArray array, ImageAxes axes, Mode mode) {
        if (array.axisOrder() == AxisOrder.FORTRAN) {
            return readC(array, axes.reversed(), mode).transpose();
        }
        return readC(array, axes, mode);
    }

    private static Image readC(NumberArray array, ImageAxes axes, Mode mode) {
        Image image = Images.create(mode, new ImageSize(axes.width(), axes.height()));
        if (axes.planar()) {
            interleave(array, image);
        } else {
            ValueLayout from = array.type().layout(array.byteOrder());
            ValueLayout to = array.type().layout(ByteOrder.nativeOrder());
            MemorySegment.copy(array.segment(), from, 0, image.segment(), to, 0, array.elements());
        }
        return image;
    }

    private static void interleave(NumberArray planes, Image image) {
        int width = image.size().width();
        int channels = image.mode().components();
        int sample = image.mode().bytesPerComponent();
        ValueLayout from = planes.type().layout(planes.byteOrder());
        ValueLayout to = planes.type().layout(ByteOrder.nativeOrder());
        byte[] run = new byte[width * sample];
        byte[] row = new byte[run.length * channels];
        MemorySegment runSegment = MemorySegment.ofArray(run);
        MemorySegment rowSegment = MemorySegment.ofArray(row);
        for (int y = 0; y < image.size().height(); y++) {
            for (int c = 0; c < channels; c++) {
                MemorySegment.copy(planes.segment(), from, sample * runAt(image, y, c), runSegment, to, 0, width);
                Striding.copy(run, 0, sample, row, c * sample, channels * sample, width, sample);
            }
            MemorySegment.copy(rowSegment, 0, image.segment(), (long) y * row.length, row.length);
        }
    }

    /** The samples of an image of more than one component in layout {@link ArrayLayout#CHW}. */
    static NumberArray planes(Image image, ElementType type) {
        int width = image.size().width();
        int height = image.size().height();
        int channels = image.mode().components();
        int sample = type.bytes();
        NumberArray planes = NumberArray.create(type, ByteOrder.nativeOrder(), AxisOrder.C, channels, height, width);
        byte[] run = new byte[width * sample];
        byte[] row = new byte[run.length * channels];
        MemorySegment runSegment = MemorySegment.ofArray(run);
        MemorySegment rowSegment = MemorySegment.ofArray(row);
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(image.segment(), (long) y * row.length, rowSegment, 0, row.length);
            for (int c = 0; c < channels; c++) {
                Striding.copy(row, c * sample, channels * sample, run, 0, sample, width, sample);
                MemorySegment.copy(runSegment, 0, planes.segment(), sample * runAt(image, y, c), run.length);
            }
        }
        return planes;
    }

    /** The sample that a row of a plane begins with. */
    private static long runAt(Image image, int y, int channel) {
        return ((long) channel * image.size().height() + y) * image.size().width();
    }
}
