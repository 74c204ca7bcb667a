package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.Packing;
import dev.imagemill.imageop.kernel.Unpremultiplying;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads pixels of one {@code int} with 8 bits a component, or of one {@code short} with at most 8 and without alpha.
 *
 * @param shifts the lowest bit of red, green, blue and alpha
 * @param bits how many bits each has
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one read, never compared
record PackedReader(BufferedImage image, int[] shifts, int[] bits) implements PixelReader {
    /** A reader, unless the components are of other widths. */
    static Optional<PackedReader> of(BufferedImage image, DirectColorModel colors) {
        int[] shifts = Arrays.stream(colors.getMasks())
                .limit(colors.getNumComponents())
                .map(Integer::numberOfTrailingZeros)
                .toArray();
        int[] bits = colors.getComponentSize();
        boolean readable = switch (colors.getTransferType()) {
            case DataBuffer.TYPE_INT -> Arrays.stream(bits).allMatch(n -> n == Byte.SIZE);
            case DataBuffer.TYPE_USHORT ->
                !colors.hasAlpha() && Arrays.stream(bits).allMatch(n -> n <= Byte.SIZE);
            default -> false;
        };
        return readable ? Optional.of(new PackedReader(image, shifts, bits)) : Optional.empty();
    }

    @Override
    public Image read() {
        return image.getColorModel().getTransferType() == DataBuffer.TYPE_INT ? readInts() : readShorts();
    }

    private Image readInts() {
        int components = shifts.length;
        Image result = PixelReader.create(components == 4 ? Mode.RGBA : Mode.RGB, image);
        byte[] to = PixelReader.array(result);
        int width = image.getWidth();
        RowReader rows = new RowReader(image.getRaster());
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            int at = y * width * components;
            if (components == 4) {
                Packing.unpack4(row, shifts, to, at, width);
            } else {
                Packing.unpack3(row, shifts, to, at, width);
            }
            if (image.isAlphaPremultiplied()) {
                Unpremultiplying.divide(to, at, components, width);
            }
        }
        return result;
    }

    private Image readShorts() {
        Image result = PixelReader.create(Mode.RGB, image);
        byte[] to = PixelReader.array(result);
        byte[][] tables = {widening(bits[0]), widening(bits[1]), widening(bits[2])};
        int width = image.getWidth();
        RowReader rows = new RowReader(image.getRaster());
        short[] row = new short[width];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            Packing.unpack3(row, shifts, tables, to, y * width * 3, width);
        }
        return result;
    }

    /** What each value of so many bits is in 8, rounded. */
    private static byte[] widening(int bits) {
        byte[] table = new byte[1 << bits];
        int max = table.length - 1;
        for (int value = 0; value <= max; value++) {
            table[value] = (byte) ((value * 255 + max / 2) / max);
        }
        return table;
    }
}
