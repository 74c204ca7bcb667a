package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.CHARS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/**
 * Means of blocks of at most {@link #MOST_PIXELS} 8-bit pixels, after Pillow. A row of blocks is worked on by one object.
 *
 * <p>Samples are summed in words of four 16-bit lanes, several of which the compiler's vectors hold: first those below one another, the even
 * and the odd samples of a row by themselves, then those side by side. The latter sums are computed beginning at every pixel, although few
 * pixels begin a block, because words can only be taken whole: the sample that is {@code s} samples further lies {@code s / 2} lanes further,
 * in the same words if {@code s} is even and in the other ones if it is odd. What is left to do one by one is to turn sums of blocks into means.
 *
 * <p>The mean is the sum, plus half of the count, times a truncated reciprocal, so one that is a half or a hair above may round down.
 */
public final class Averaging8 {
    /** How many samples fit a lane: 257 times 255 is 65535. */
    public static final int MOST_PIXELS = 257;

    private static final long LANES = 0x00FF00FF00FF00FFL;
    private static final int MAX_COMPONENTS = 4;

    private final int components;
    private final int words;
    /** The sums being added to, of even and of odd samples. */
    private final long[][] lanes;
    /** Sums that were added to: bytes, so that the compiler knows that to read them is not to read what it writes. */
    private final byte[][] sums;

    /** @param samples how many a row has */
    public Averaging8(int samples, int components) {
        this.components = components;
        this.words = Math.ceilDiv(samples, Long.BYTES);
        this.lanes = new long[2][words];
        // Beyond the last pixel, sums of blocks that are not there read as much as a block is wide.
        this.sums = new byte[2][words * Long.BYTES + MOST_PIXELS * MAX_COMPONENTS + Long.BYTES];
    }

    /** Begins with a row; up to seven bytes after it are read. */
    public void set(byte[] row, int at) {
        set(row, at, 0, lanes[0], words);
        set(row, at, Byte.SIZE, lanes[1], words);
    }

    private static void set(byte[] row, int at, int shift, long[] lanes, int words) {
        for (int i = 0; i < words; i++) {
            lanes[i] = ((long) LONGS.get(row, at + 8 * i) >>> shift) & LANES;
        }
    }

    /** Adds another row. */
    public void add(byte[] row, int at) {
        add(row, at, 0, lanes[0], words);
        add(row, at, Byte.SIZE, lanes[1], words);
    }

    private static void add(byte[] row, int at, int shift, long[] lanes, int words) {
        for (int i = 0; i < words; i++) {
            lanes[i] += ((long) LONGS.get(row, at + 8 * i) >>> shift) & LANES;
        }
    }

    /** Writes the mean of a block at the edge that is not as wide as the others, before pixels are added across. */
    public void mean(int first, int width, int count, byte[] to, int toAt) {
        for (int c = 0; c < components; c++) {
            int sum = count / 2;
            for (int x = 0; x < width; x++) {
                int sample = first + x * components + c;
                long word = lanes[sample % 2][sample / Long.BYTES];
                sum += (char) (word >>> (sample % Long.BYTES / 2 * Character.SIZE));
            }
            to[toAt + c] = (byte) ((sum * reciprocal(count)) >>> 24);
        }
    }

    /** Adds the pixels of each block that are side by side, beginning at every pixel. */
    public void addAcross(int width) {
        for (int parity = 0; parity < 2; parity++) {
            write(lanes[parity], sums[parity], words);
        }
        for (int parity = 0; parity < 2; parity++) {
            for (int x = 1; x < width; x++) {
                int sample = parity + x * components;
                addShifted(sums[sample % 2], sample / 2 * Character.BYTES, lanes[parity], words);
            }
        }
        for (int parity = 0; parity < 2; parity++) {
            write(lanes[parity], sums[parity], words);
        }
    }

    private static void write(long[] from, byte[] to, int words) {
        for (int i = 0; i < words; i++) {
            LONGS.set(to, 8 * i, from[i]);
        }
    }

    private static void addShifted(byte[] from, int at, long[] lanes, int words) {
        for (int i = 0; i < words; i++) {
            lanes[i] += (long) LONGS.get(from, at + 8 * i);
        }
    }

    /**
     * Writes the means of blocks.
     *
     * @param width samples from one block to the next
     * @param count pixels of a block
     */
    public void means(int width, int blocks, int count, byte[] to, int toAt) {
        for (int c = 0; c < components; c++) {
            if (width % 2 == 0) {
                means(c, width, blocks, count, to, toAt + c, components);
            } else {
                means(c, 2 * width, (blocks + 1) / 2, count, to, toAt + c, 2 * components);
                means(width + c, 2 * width, blocks / 2, count, to, toAt + components + c, 2 * components);
            }
        }
    }

    private void means(int first, int width, int blocks, int count, byte[] to, int toAt, int toStep) {
        byte[] from = sums[first % 2];
        int at = first / 2 * Character.BYTES;
        int half = count / 2;
        int reciprocal = reciprocal(count);
        for (int i = 0; i < blocks; i++) {
            int sum = (char) CHARS.get(from, at + i * width) + half;
            to[toAt + i * toStep] = (byte) ((sum * reciprocal) >>> 24);
        }
    }

    /** 2<sup>24</sup> / count, by way of single precision, which is how Pillow divides. */
    static int reciprocal(int count) {
        return (int) (0x1p32f / (256f * count));
    }
}
