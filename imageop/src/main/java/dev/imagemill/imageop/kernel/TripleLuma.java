package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.FLOATS;
import static dev.imagemill.imageop.kernel.Views.LONGS;
import static dev.imagemill.imageop.kernel.Views.SAMPLES32;
import static dev.imagemill.imageop.kernel.Views.SHORTS;
import static dev.imagemill.imageop.kernel.Views.TWO_SAMPLES32;

import java.nio.ByteOrder;

/**
 * Rec. 601 luma of pixels of three bytes in the several forms that Pillow has. Unlike {@link Luma8}, which works in groups, it touches no byte
 * beyond the pixels asked for.
 *
 * <p>Two pixels go at a time: bytes are first read into lanes, then each step is a short loop over whole lanes, which the compiler makes vector
 * code of, and at last the lanes are written. Eight bytes are read for a pair of six, so the last pixel or two go by themselves.
 */
public final class TripleLuma {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final int SECOND = 24;
    private static final int MAX = 255;

    private TripleLuma() {}

    /** To bytes: rounded, which is grey as mode L has it. */
    public static void rounded(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int pairs = load(from, at, pixels, lanes);
        round(lanes.first, pairs);
        round(lanes.second, pairs);
        store(pairs, to, toAt, lanes);
        for (int i = 2 * pairs; i < pixels; i++) {
            to[toAt + i] = (byte) rounded(triple(from, at + 3 * i));
        }
    }

    /** To numbers of 32 bits in the machine's byte order: rounded. */
    public static void integers(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int pairs = load(from, at, pixels, lanes);
        round(lanes.first, pairs);
        round(lanes.second, pairs);
        int[] low = LITTLE ? lanes.first : lanes.second;
        int[] high = LITTLE ? lanes.second : lanes.first;
        long[] longs = lanes.longs;
        for (int i = 0; i < pairs; i++) {
            longs[i] = low[i] | (long) high[i] << Integer.SIZE;
        }
        for (int i = 0; i < pairs; i++) {
            TWO_SAMPLES32.set(to, toAt + Long.BYTES * i, longs[i]);
        }
        for (int i = 2 * pairs; i < pixels; i++) {
            SAMPLES32.set(to, toAt + Integer.BYTES * i, rounded(triple(from, at + 3 * i)));
        }
    }

    /** To bytes: the whole part of thousandths. It can be one below {@link #rounded}. */
    public static void truncated(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int pairs = load(from, at, pixels, lanes);
        truncate(lanes.first, pairs);
        truncate(lanes.second, pairs);
        store(pairs, to, toAt, lanes);
        for (int i = 2 * pairs; i < pixels; i++) {
            to[toAt + i] = (byte) truncated(triple(from, at + 3 * i));
        }
    }

    /** To bytes that are 255 where {@link #truncated} is 128 or more, and 0 elsewhere. */
    public static void upperHalf(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int pairs = load(from, at, pixels, lanes);
        truncate(lanes.first, pairs);
        truncate(lanes.second, pairs);
        halve(lanes.first, pairs);
        halve(lanes.second, pairs);
        store(pairs, to, toAt, lanes);
        for (int i = 2 * pairs; i < pixels; i++) {
            to[toAt + i] = (byte) -(truncated(triple(from, at + 3 * i)) >> 7);
        }
    }

    /** To numbers of single precision in the machine's byte order: thousandths, divided in single precision. */
    public static void fractions(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            FLOATS.set(to, toAt + Float.BYTES * i, thousandths(triple(from, at + 3 * i)) / 1000f);
        }
    }

    /** Tells the number of pairs, which leaves one or two pixels. */
    private static int load(byte[] from, int at, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int[] even = lanes.first;
        int[] odd = lanes.second;
        int pairs = (pixels - 1) >> 1;
        for (int i = 0; i < pairs; i++) {
            longs[i] = (long) LONGS.get(from, at + 6 * i);
        }
        for (int i = 0; i < pairs; i++) {
            even[i] = (int) longs[i];
        }
        for (int i = 0; i < pairs; i++) {
            odd[i] = (int) (longs[i] >>> SECOND);
        }
        return pairs;
    }

    private static void store(int pairs, byte[] to, int toAt, Lanes lanes) {
        int[] even = lanes.first;
        int[] odd = lanes.second;
        for (int i = 0; i < pairs; i++) {
            even[i] |= odd[i] << Byte.SIZE;
        }
        for (int i = 0; i < pairs; i++) {
            SHORTS.set(to, toAt + 2 * i, (short) even[i]);
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

    private static void halve(int[] lane, int count) {
        for (int i = 0; i < count; i++) {
            lane[i] = -(lane[i] >> 7) & MAX;
        }
    }

    /** A pixel as a number, the first byte lowest. */
    private static int triple(byte[] from, int at) {
        return (from[at] & MAX) | (from[at + 1] & MAX) << 8 | (from[at + 2] & MAX) << 16;
    }

    private static int rounded(int triple) {
        return (19_595 * (triple & MAX) + 38_470 * ((triple >> 8) & MAX) + 7_471 * ((triple >> 16) & MAX) + 32_768)
                >> 16;
    }

    private static int thousandths(int triple) {
        return 299 * (triple & MAX) + 587 * ((triple >> 8) & MAX) + 114 * ((triple >> 16) & MAX);
    }

    /** Up to 255,000, a division by 1000 is one by 8 and a multiplication by 33,555 / 2<sup>22</sup>, which is little more than 1 / 125. */
    private static int truncated(int triple) {
        return ((thousandths(triple) >> 3) * 33_555) >> 22;
    }
}
