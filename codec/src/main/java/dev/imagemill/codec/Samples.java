package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.array.ArrayImages;
import dev.imagemill.imageop.array.ArrayLayout;
import dev.imagemill.imageop.array.AxisOrder;
import dev.imagemill.imageop.array.Npy;
import dev.imagemill.imageop.array.NumberArray;
import java.nio.ByteOrder;

/** Writes samples as they are, little-endian wherever that matters. */
final class Samples {
    private Samples() {}

    /** A NumPy array of rows by columns, by components if there are several. */
    static byte[] npy(Image image) {
        return Npy.toBytes(array(image));
    }

    /** The samples alone, rows from the top; of a planar mode its planes, one behind the other. */
    static byte[] raw(Image image) {
        // Planar modes are of single bytes.
        return (image.mode().planar() ? image.segment() : array(image).segment()).toArray(JAVA_BYTE);
    }

    private static NumberArray array(Image image) {
        ArrayLayout layout = image.mode().components() == 1 ? ArrayLayout.HW : ArrayLayout.HWC;
        return ArrayImages.toArrayView(image, layout).copy(ByteOrder.LITTLE_ENDIAN, AxisOrder.C);
    }
}
