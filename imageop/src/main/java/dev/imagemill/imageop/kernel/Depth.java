package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.FOUR_SAMPLES16;
import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;
import static dev.imagemill.imageop.kernel.Views.SAMPLES32;
import static dev.imagemill.imageop.kernel.Views.sample;

/** Changes the width of samples so that black stays 0 and white the maximum; widening is exact, and narrowing undoes it. */
public final class Depth {
    private static final long LOW_SHORT_OF_INTS = 0x0000ffff0000ffffL;

    private Depth() {}

    public static void widen(byte[] from, int at, char[] to, int samples) {
        for (int i = 0; i < samples; i++) {
            to[i] = (char) ((from[at + i] & 255) * 257);
        }
    }

    /** Divides by 257, rounded to the nearest. */
    public static void narrow(char[] from, byte[] to, int toAt, int samples) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = narrow(from[i]);
        }
    }

    /** One sample of 16 bits as one of 8. */
    static byte narrow(int sample) {
        return (byte) ((sample * 255 + 32895) >> 16);
    }

    /** 8 bits to 16. A count is rounded up to a whole group of 4 samples, and arrays have room for it. */
    public static void widen(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (samples + 3) >> 2;
        for (int i = 0; i < groups; i++) {
            long four = (int) INTS.get(from, at + Integer.BYTES * i) & 0xffffffffL;
            four = (four | four << 16) & LOW_SHORT_OF_INTS;
            four = (four | four << 8) & 0x00ff00ff00ff00ffL;
            longs[i] = four | four << 8;
        }
        Lanes.store(longs, to, toAt, groups);
    }

    /** 16 bits to 8, in the same groups. The first sample of a group is at one end of the number, whatever the machine's byte order. */
    public static void narrow(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        int[] ints = lanes.first;
        int groups = (samples + 3) >> 2;
        for (int i = 0; i < groups; i++) {
            long four = (long) FOUR_SAMPLES16.get(from, at + Long.BYTES * i);
            long pairs = narrowPair(four & LOW_SHORT_OF_INTS) | narrowPair(four >>> 16 & LOW_SHORT_OF_INTS) << 8;
            ints[i] = (int) (pairs | pairs >>> 16);
        }
        for (int i = 0; i < groups; i++) {
            SAMPLES32.set(to, toAt + Integer.BYTES * i, ints[i]);
        }
    }

    /** Two samples, in the low half of either half of a {@code long}. */
    private static long narrowPair(long pair) {
        return (pair * 255 + 0x0000807f0000807fL) >>> 16 & 0x000000ff000000ffL;
    }

    /** 16 bits to 32: every sample twice. A count is rounded up to an even one. */
    public static void widenTo32(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (samples + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            longs[i] = (int) INTS.get(from, at + Integer.BYTES * i);
        }
        for (int i = 0; i < groups; i++) {
            long two = (longs[i] & 0xffffL) | ((longs[i] & 0xffff0000L) << 16);
            LONGS.set(to, toAt + Long.BYTES * i, two | two << 16);
        }
    }

    /** 32 bits to 16: divides by 65537, rounded to the nearest. */
    public static void narrowTo16(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        for (int i = 0; i < samples; i++) {
            long value = (int) SAMPLES32.get(from, at + Integer.BYTES * i) & 0xffffffffL;
            sample(to, toAt, i, (int) ((value + 32768) / 65537));
        }
    }
}
