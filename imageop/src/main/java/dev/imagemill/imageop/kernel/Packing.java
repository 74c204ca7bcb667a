package dev.imagemill.imageop.kernel;

/**
 * Takes pixels that are one number each apart into a byte for each component, and puts them together.
 *
 * <p>A number holds component c from bit {@code shifts[c]} on, or is an index into a palette whose entries hold it from bit 8 c on.
 */
public final class Packing {
    private static final int BYTE = 255;

    private Packing() {}

    /** Takes three components of 8 bits out of each number. */
    public static void unpack3(int[] from, int[] shifts, byte[] to, int toAt, int count) {
        int first = shifts[0];
        int second = shifts[1];
        int third = shifts[2];
        for (int i = 0; i < count; i++) {
            int pixel = from[i];
            to[toAt + 3 * i] = (byte) (pixel >>> first);
            to[toAt + 3 * i + 1] = (byte) (pixel >>> second);
            to[toAt + 3 * i + 2] = (byte) (pixel >>> third);
        }
    }

    /** Takes four components of 8 bits out of each number. */
    public static void unpack4(int[] from, int[] shifts, byte[] to, int toAt, int count) {
        int first = shifts[0];
        int second = shifts[1];
        int third = shifts[2];
        int fourth = shifts[3];
        for (int i = 0; i < count; i++) {
            int pixel = from[i];
            to[toAt + 4 * i] = (byte) (pixel >>> first);
            to[toAt + 4 * i + 1] = (byte) (pixel >>> second);
            to[toAt + 4 * i + 2] = (byte) (pixel >>> third);
            to[toAt + 4 * i + 3] = (byte) (pixel >>> fourth);
        }
    }

    /** Puts three components of 8 bits together, the other bits 0. */
    public static void pack3(byte[] from, int[] to, int[] shifts, int count) {
        int first = shifts[0];
        int second = shifts[1];
        int third = shifts[2];
        for (int i = 0; i < count; i++) {
            to[i] = (from[3 * i] & BYTE) << first
                    | (from[3 * i + 1] & BYTE) << second
                    | (from[3 * i + 2] & BYTE) << third;
        }
    }

    /** Puts four components of 8 bits together. */
    public static void pack4(byte[] from, int[] to, int[] shifts, int count) {
        int first = shifts[0];
        int second = shifts[1];
        int third = shifts[2];
        int fourth = shifts[3];
        for (int i = 0; i < count; i++) {
            to[i] = (from[4 * i] & BYTE) << first
                    | (from[4 * i + 1] & BYTE) << second
                    | (from[4 * i + 2] & BYTE) << third
                    | (from[4 * i + 3] & BYTE) << fourth;
        }
    }

    /**
     * Takes three components of fewer than 8 bits out of each number.
     *
     * @param tables what each component becomes, with 2 to the power of its bits entries
     */
    public static void unpack3(short[] from, int[] shifts, byte[][] tables, byte[] to, int toAt, int count) {
        for (int c = 0; c < 3; c++) {
            int shift = shifts[c];
            byte[] table = tables[c];
            int mask = table.length - 1;
            for (int i = 0; i < count; i++) {
                to[toAt + 3 * i + c] = table[(from[i] >>> shift) & mask];
            }
        }
    }

    /**
     * Puts three components together.
     *
     * @param tables the bits of the number that each value of a component sets, 256 for each
     */
    public static void pack3(byte[] from, short[] to, short[][] tables, int count) {
        short[] first = tables[0];
        short[] second = tables[1];
        short[] third = tables[2];
        for (int i = 0; i < count; i++) {
            to[i] = (short)
                    (first[from[3 * i] & BYTE] | second[from[3 * i + 1] & BYTE] | third[from[3 * i + 2] & BYTE]);
        }
    }

    /** Writes the palette's entries at these indexes, of which {@code components} bytes count. */
    public static void lookUp(byte[] from, int[] palette, byte[] to, int toAt, int components, int count) {
        for (int c = 0; c < components; c++) {
            int shift = Byte.SIZE * c;
            for (int i = 0; i < count; i++) {
                to[toAt + i * components + c] = (byte) (palette[from[i] & BYTE] >>> shift);
            }
        }
    }

    /** Writes the palette's entries at these unsigned indexes, of which {@code components} bytes count. */
    public static void lookUp(short[] from, int[] palette, byte[] to, int toAt, int components, int count) {
        for (int c = 0; c < components; c++) {
            int shift = Byte.SIZE * c;
            for (int i = 0; i < count; i++) {
                to[toAt + i * components + c] = (byte) (palette[from[i] & 0xffff] >>> shift);
            }
        }
    }

    /** Keeps the lowest 8 bits of each number. */
    public static void narrow(int[] from, byte[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = (byte) from[i];
        }
    }

    /** Keeps the lowest 16 bits of each number. */
    public static void narrow(int[] from, short[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = (short) from[i];
        }
    }
}
