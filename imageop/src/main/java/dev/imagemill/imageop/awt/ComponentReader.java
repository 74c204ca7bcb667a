package dev.imagemill.imageop.awt;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.Unpremultiplying;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Reads grey and sRGB samples of 8, 16 or 32 bits, which are those of a mode as they are. */
record ComponentReader(BufferedImage image, Mode mode) implements PixelReader {
    /** A reader, unless no mode has these components and bits. */
    static Optional<ComponentReader> of(BufferedImage image, ComponentColorModel colors) {
        for (int bits : colors.getComponentSize()) {
            if (bits != DataBuffer.getDataTypeSize(colors.getTransferType())) {
                return Optional.empty();
            }
        }
        boolean gray = PixelReader.isGray(colors);
        boolean alpha = colors.hasAlpha();
        Optional<Mode> mode = switch (colors.getTransferType()) {
            case DataBuffer.TYPE_BYTE -> Optional.of(gray ? (alpha ? Mode.LA : Mode.L) : alpha ? Mode.RGBA : Mode.RGB);
            case DataBuffer.TYPE_USHORT ->
                Optional.of(gray ? (alpha ? Mode.LA32 : Mode.L16) : alpha ? Mode.RGBA64 : Mode.RGB48);
            case DataBuffer.TYPE_INT -> gray && !alpha ? Optional.of(Mode.L32) : Optional.empty();
            default -> Optional.empty();
        };
        return mode.map(found -> new ComponentReader(image, found));
    }

    @Override
    public Image read() {
        Image result = PixelReader.create(mode, image);
        int samples = image.getWidth() * mode.components();
        switch (mode.bytesPerComponent()) {
            case 1 -> readBytes(PixelReader.array(result), samples);
            case 2 -> readShorts(result.segment(), samples);
            default -> readInts(result.segment(), samples);
        }
        return result;
    }

    private void readBytes(byte[] to, int samples) {
        RowReader rows = new RowReader(image.getRaster());
        byte[] row = new byte[samples];
        boolean premultiplied = image.isAlphaPremultiplied();
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            if (premultiplied) {
                Unpremultiplying.divide(row, 0, mode.components(), image.getWidth());
            }
            System.arraycopy(row, 0, to, y * samples, samples);
        }
    }

    private void readShorts(MemorySegment to, int samples) {
        RowReader rows = new RowReader(image.getRaster());
        short[] row = new short[samples];
        boolean premultiplied = image.isAlphaPremultiplied();
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            if (premultiplied) {
                Unpremultiplying.divide(row, mode.components(), image.getWidth());
            }
            MemorySegment.copy(row, 0, to, JAVA_SHORT_UNALIGNED, 2L * y * samples, samples);
        }
    }

    private void readInts(MemorySegment to, int samples) {
        RowReader rows = new RowReader(image.getRaster());
        int[] row = new int[samples];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            MemorySegment.copy(row, 0, to, JAVA_INT_UNALIGNED, 4L * y * samples, samples);
        }
    }
}
