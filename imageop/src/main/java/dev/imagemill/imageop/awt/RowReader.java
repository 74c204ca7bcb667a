package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.kernel.Packing;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Reads rows of a raster, pixel after pixel and band after band.
 *
 * <p>A raster's data elements are the fast way, but of interleaved rasters Java reads them as if the data buffer began at offset 0. Where it
 * does not, pixels are read, which takes offsets into account.
 */
final class RowReader {
    private final Raster raster;
    private final boolean shifted;
    private final int[] pixels;

    RowReader(Raster raster) {
        this.raster = raster;
        this.shifted = raster.getSampleModel() instanceof ComponentSampleModel && hasOffset(raster.getDataBuffer());
        this.pixels = new int[shifted ? raster.getWidth() * raster.getNumBands() : 0];
    }

    private static boolean hasOffset(DataBuffer buffer) {
        for (int offset : buffer.getOffsets()) {
            if (offset != 0) {
                return true;
            }
        }
        return false;
    }

    void read(int y, byte[] row) {
        if (shifted) {
            raster.getPixels(0, y, raster.getWidth(), 1, pixels);
            Packing.narrow(pixels, row);
        } else {
            raster.getDataElements(0, y, raster.getWidth(), 1, row);
        }
    }

    void read(int y, short[] row) {
        if (shifted) {
            raster.getPixels(0, y, raster.getWidth(), 1, pixels);
            Packing.narrow(pixels, row);
        } else {
            raster.getDataElements(0, y, raster.getWidth(), 1, row);
        }
    }

    void read(int y, int[] row) {
        if (shifted) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
        } else {
            raster.getDataElements(0, y, raster.getWidth(), 1, row);
        }
    }
}
