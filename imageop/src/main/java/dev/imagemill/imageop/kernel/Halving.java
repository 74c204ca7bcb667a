package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/**
 * Means of blocks of two by two pixels of 1 to 4 samples of 8 bits. Of four samples, the rounded mean is the same with and without Pillow's
 * reciprocal.
 *
 * <p>The mean is computed beginning at every byte of a row, eight at a time, although only every other pixel begins a block: as words that the
 * compiler vectorises that is far less work than taking the right bytes one by one. Even and odd bytes lie in words of four 16-bit lanes, in
 * which four samples can be added.
 */
public final class Halving {
    private static final long LANES = 0x00FF00FF00FF00FFL;
    private static final long TWO_EACH = 0x0002000200020002L;
    private static final long PIXEL = 0xFFFFFF;

    private final int components;
    private final int blocks;
    private final long[] even;
    private final long[] odd;

    /** @param blocks how many are side by side */
    public Halving(int blocks, int components) {
        this.components = components;
        this.blocks = blocks;
        int words = Math.ceilDiv(2 * blocks * components, Long.BYTES);
        this.even = new long[words];
        this.odd = new long[components == 1 ? 0 : words];
    }

    /** Computes the means of two rows. Up to seven bytes and a pixel after a row are read. */
    public void means(byte[] upper, int upperAt, byte[] lower, int lowerAt) {
        means(upper, upperAt, lower, lowerAt, components, 0, even);
        means(upper, upperAt, lower, lowerAt, components, Byte.SIZE, odd);
    }

    private static void means(
            byte[] upper, int upperAt, byte[] lower, int lowerAt, int components, int shift, long[] means) {
        int upperNext = upperAt + components;
        int lowerNext = lowerAt + components;
        for (int i = 0; i < means.length; i++) {
            long top = (((long) LONGS.get(upper, upperAt + 8 * i) >>> shift) & LANES)
                    + (((long) LONGS.get(upper, upperNext + 8 * i) >>> shift) & LANES);
            long bottom = (((long) LONGS.get(lower, lowerAt + 8 * i) >>> shift) & LANES)
                    + (((long) LONGS.get(lower, lowerNext + 8 * i) >>> shift) & LANES);
            means[i] = ((top + bottom + TWO_EACH) >>> 2) & LANES;
        }
    }

    /** Writes the means of blocks, one pixel after the other. */
    public void write(byte[] to, int toAt) {
        switch (components) {
            case 1 -> pick1(even, blocks, to, toAt);
            case 2 -> pick2(even, odd, blocks, to, toAt);
            case 3 -> pick3(even, odd, blocks, to, toAt);
            case 4 -> pick4(even, odd, blocks, to, toAt);
            default -> throw new IllegalStateException("no pixel has " + components + " components");
        }
    }

    private static void pick1(long[] even, int blocks, byte[] to, int toAt) {
        int words = blocks / 4;
        for (int i = 0; i < words; i++) {
            INTS.set(to, toAt + 4 * i, squeeze(even[i]));
        }
        for (int block = 4 * words; block < blocks; block++) {
            to[toAt + block] = (byte) (even[words] >>> (16 * (block % 4)));
        }
    }

    /** The low bytes of four lanes side by side. */
    private static int squeeze(long lanes) {
        long pairs = (lanes | lanes >>> 8) & 0x0000FFFF0000FFFFL;
        return (int) (pairs | pairs >>> 16);
    }

    private static void pick2(long[] even, long[] odd, int blocks, byte[] to, int toAt) {
        int words = blocks / 2;
        for (int i = 0; i < words; i++) {
            long means = even[i] | odd[i] << 8;
            INTS.set(to, toAt + 4 * i, (int) ((means & 0xFFFF) | ((means >>> 16) & 0xFFFF0000L)));
        }
        if (blocks % 2 != 0) {
            to[toAt + 4 * words] = (byte) even[words];
            to[toAt + 4 * words + 1] = (byte) odd[words];
        }
    }

    /** Four blocks from three words: they begin at bytes 0, 6, 12 and 18. */
    private static void pick3(long[] even, long[] odd, int blocks, byte[] to, int toAt) {
        int fours = blocks / 4;
        for (int i = 0; i < fours; i++) {
            long a = even[3 * i] | odd[3 * i] << 8;
            long b = even[3 * i + 1] | odd[3 * i + 1] << 8;
            long c = even[3 * i + 2] | odd[3 * i + 2] << 8;
            long second = a >>> 48 | (b & 255) << 16;
            long third = (b >>> 32) & PIXEL;
            LONGS.set(to, toAt + 12 * i, (a & PIXEL) | second << 24 | third << 48);
            INTS.set(to, toAt + 12 * i + 8, (int) (third >>> 16 | ((c >>> 16) & PIXEL) << 8));
        }
        for (int sample = 12 * fours; sample < 3 * blocks; sample++) {
            int at = sample / 3 * 6 + sample % 3;
            long[] lanes = at % 2 == 0 ? even : odd;
            to[toAt + sample] = (byte) (lanes[at / 8] >>> (16 * (at % 8 / 2)));
        }
    }

    private static void pick4(long[] even, long[] odd, int blocks, byte[] to, int toAt) {
        for (int i = 0; i < blocks; i++) {
            INTS.set(to, toAt + 4 * i, (int) (even[i] | odd[i] << 8));
        }
    }
}
