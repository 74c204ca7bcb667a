package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.FLOATS;
import static dev.imagemill.imageop.kernel.Views.LONGS;
import static dev.imagemill.imageop.kernel.Views.SAMPLES32;
import static dev.imagemill.imageop.kernel.Views.SHORTS;
import static dev.imagemill.imageop.kernel.Views.TWO_SAMPLES32;

import java.nio.ByteOrder;

/**
 * Rec. 601 luma of pixels of three bytes, or of the first three of four, in the several forms that Pillow has. Unlike {@link Luma8}, which works in
 * groups, it touches no byte beyond the pixels asked for.
 *
 * <p>Two pixels go at a time: bytes are first read into lanes, then each step is a short loop over whole lanes, which the compiler makes vector
 * code of, and at last the lanes are written. What is left at the end goes by itself. It goes through scratch
 * memory, so an instance is for one thread.
 */
public final class PixelLuma {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final int MAX = 255;

    private final int step;
    private final long[] longs;
    private final int[] even;
    private final int[] odd;

    /** Sums of all pixels, and those divided. */
    private final byte[] numbers;

    private final float[] quotients;

    /**
     * @param step bytes of a pixel, 3 or 4
     * @param run the longest run, in pixels
     */
    public PixelLuma(int step, int run) {
        this.step = step;
        this.longs = new long[run / 2];
        this.even = new int[run / 2];
        this.odd = new int[run / 2];
        this.numbers = new byte[Integer.BYTES * run];
        this.quotients = new float[run];
    }

    /** To bytes: rounded, which is grey as mode L has it. */
    public void rounded(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int pairs = load(from, at, pixels);
        round(even, pairs);
        round(odd, pairs);
        store(pairs, to, toAt);
        for (int i = 2 * pairs; i < pixels; i++) {
            to[toAt + i] = (byte) rounded(color(from, at + step * i));
        }
    }

    /** To numbers of 32 bits in the machine's byte order: rounded. */
    public void integers(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int pairs = load(from, at, pixels);
        round(even, pairs);
        round(odd, pairs);
        storeIntegers(pairs, to, toAt);
        for (int i = 2 * pairs; i < pixels; i++) {
            SAMPLES32.set(to, toAt + Integer.BYTES * i, rounded(color(from, at + step * i)));
        }
    }

    /** To bytes: the whole part of thousandths. It can be one below {@link #rounded}. */
    public void truncated(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int pairs = load(from, at, pixels);
        truncate(even, pairs);
        truncate(odd, pairs);
        store(pairs, to, toAt);
        for (int i = 2 * pairs; i < pixels; i++) {
            to[toAt + i] = (byte) truncated(color(from, at + step * i));
        }
    }

    /** To bytes that are 255 where {@link #truncated} is 128 or more, and 0 elsewhere. */
    public void upperHalf(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int pairs = load(from, at, pixels);
        truncate(even, pairs);
        truncate(odd, pairs);
        halve(even, pairs);
        halve(odd, pairs);
        store(pairs, to, toAt);
        for (int i = 2 * pairs; i < pixels; i++) {
            to[toAt + i] = (byte) -(truncated(color(from, at + step * i)) >> 7);
        }
    }

    /** To numbers of single precision in the machine's byte order: thousandths, divided in single precision. */
    public void fractions(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int pairs = load(from, at, pixels);
        weigh(even, pairs);
        weigh(odd, pairs);
        storeIntegers(pairs, numbers, 0);
        for (int i = 0; i < 2 * pairs; i++) {
            quotients[i] = (int) SAMPLES32.get(numbers, Integer.BYTES * i) / 1000f;
        }
        for (int i = 0; i < 2 * pairs; i++) {
            FLOATS.set(to, toAt + Float.BYTES * i, quotients[i]);
        }
        for (int i = 2 * pairs; i < pixels; i++) {
            FLOATS.set(to, toAt + Float.BYTES * i, thousandths(color(from, at + step * i)) / 1000f);
        }
    }

    /** Tells the number of pairs. Of three bytes a pixel it leaves one or two pixels: eight bytes are read for a pair. */
    private int load(byte[] from, int at, int pixels) {
        int pairs = step == 3 ? (pixels - 1) >> 1 : pixels >> 1;
        if (step == 3) {
            for (int i = 0; i < pairs; i++) {
                longs[i] = (long) LONGS.get(from, at + 6 * i);
            }
        } else {
            for (int i = 0; i < pairs; i++) {
                longs[i] = (long) LONGS.get(from, at + 8 * i);
            }
        }
        int second = Byte.SIZE * step;
        for (int i = 0; i < pairs; i++) {
            even[i] = (int) longs[i];
        }
        for (int i = 0; i < pairs; i++) {
            odd[i] = (int) (longs[i] >>> second);
        }
        return pairs;
    }

    private void store(int pairs, byte[] to, int toAt) {
        for (int i = 0; i < pairs; i++) {
            even[i] |= odd[i] << Byte.SIZE;
        }
        for (int i = 0; i < pairs; i++) {
            SHORTS.set(to, toAt + 2 * i, (short) even[i]);
        }
    }

    private void storeIntegers(int pairs, byte[] to, int toAt) {
        int[] low = LITTLE ? even : odd;
        int[] high = LITTLE ? odd : even;
        for (int i = 0; i < pairs; i++) {
            longs[i] = low[i] | (long) high[i] << Integer.SIZE;
        }
        for (int i = 0; i < pairs; i++) {
            TWO_SAMPLES32.set(to, toAt + Long.BYTES * i, longs[i]);
        }
    }

    private static void round(int[] lane, int count) {
        for (int i = 0; i < count; i++) {
            lane[i] = rounded(lane[i]);
        }
    }

    private static void truncate(int[] lane, int count) {
        for (int i = 0; i < count; i++) {
            lane[i] = truncated(lane[i]);
        }
    }

    private static void weigh(int[] lane, int count) {
        for (int i = 0; i < count; i++) {
            lane[i] = thousandths(lane[i]);
        }
    }

    private static void halve(int[] lane, int count) {
        for (int i = 0; i < count; i++) {
            lane[i] = -(lane[i] >> 7) & MAX;
        }
    }

    /** A pixel as a number, the first byte lowest. */
    private static int color(byte[] from, int at) {
        return (from[at] & MAX) | (from[at + 1] & MAX) << 8 | (from[at + 2] & MAX) << 16;
    }

    private static int rounded(int color) {
        return (19_595 * (color & MAX) + 38_470 * ((color >> 8) & MAX) + 7_471 * ((color >> 16) & MAX) + 32_768) >> 16;
    }

    private static int thousandths(int color) {
        return 299 * (color & MAX) + 587 * ((color >> 8) & MAX) + 114 * ((color >> 16) & MAX);
    }

    /** Up to 255,000, a division by 1000 is one by 8 and a multiplication by 33,555 / 2<sup>22</sup>, which is little more than 1 / 125. */
    private static int truncated(int color) {
        return ((thousandths(color) >> 3) * 33_555) >> 22;
    }
}
