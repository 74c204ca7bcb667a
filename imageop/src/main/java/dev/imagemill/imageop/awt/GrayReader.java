package dev.imagemill.imageop.awt;

import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.lang.foreign.MemorySegment;

/**
 * Reads greys whose samples are of no width that a mode has, signed, or fractions from 0 to 1: scaled so that black is 0 and white the mode's
 * maximum, clipped and rounded, to 8 bits from bytes and to 16 from anything else.
 */
record GrayReader(BufferedImage image, ComponentColorModel colors) implements PixelReader {
    @Override
    public Image read() {
        boolean narrow = colors.getTransferType() == DataBuffer.TYPE_BYTE;
        boolean alpha = colors.hasAlpha();
        Mode mode = narrow ? (alpha ? Mode.LA : Mode.L) : alpha ? Mode.LA32 : Mode.L16;
        Image result = PixelReader.create(mode, image);
        int width = image.getWidth();
        double[] gray = new double[width];
        double[] opacity = new double[alpha ? width : 0];
        short[] row = new short[width * mode.components()];
        for (int y = 0; y < image.getHeight(); y++) {
            load(y, 0, gray);
            if (alpha) {
                load(y, 1, opacity);
                if (colors.isAlphaPremultiplied()) {
                    divide(gray, opacity);
                }
                scale(opacity, (double) mode.maxValue(), row, 1, mode.components());
            }
            scale(gray, (double) mode.maxValue(), row, 0, mode.components());
            if (narrow) {
                narrow(row, PixelReader.array(result), y * row.length);
            } else {
                MemorySegment.copy(row, 0, result.segment(), JAVA_SHORT_UNALIGNED, 2L * y * row.length, row.length);
            }
        }
        return result;
    }

    /** One band of a row, from 0 for black to 1 for white. */
    private void load(int y, int band, double[] to) {
        image.getRaster().getSamples(0, y, to.length, 1, band, to);
        int type = colors.getTransferType();
        double white = switch (type) {
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 1;
            case DataBuffer.TYPE_SHORT -> Short.MAX_VALUE;
            default -> Math.pow(2, colors.getComponentSize(band)) - 1;
        };
        for (int i = 0; i < to.length; i++) {
            double sample = type == DataBuffer.TYPE_INT ? Integer.toUnsignedLong((int) to[i]) : to[i];
            to[i] = Math.min(Math.max(sample / white, 0), 1);
        }
    }

    private static void divide(double[] gray, double[] opacity) {
        for (int i = 0; i < gray.length; i++) {
            gray[i] = opacity[i] == 0 ? 0 : Math.min(gray[i] / opacity[i], 1);
        }
    }

    private static void scale(double[] from, double max, short[] to, int toAt, int step) {
        for (int i = 0; i < from.length; i++) {
            to[toAt + i * step] = (short) (int) (from[i] * max + 0.5);
        }
    }

    private static void narrow(short[] from, byte[] to, int toAt) {
        for (int i = 0; i < from.length; i++) {
            to[toAt + i] = (byte) from[i];
        }
    }
}
