package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.FOUR_SAMPLES16;

import java.nio.ByteOrder;

/** Takes the samples of 16-bit quads apart into lanes, where they are computed with, and puts them together again. */
final class Quads16 {
    private static final int MAX = 65535;
    private static final int SAMPLE = Character.SIZE;
    /** How far up in a number the first sample is; the next is one step from there. */
    private static final int BEGIN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : 3 * SAMPLE;

    private static final int STEP = BEGIN == 0 ? SAMPLE : -SAMPLE;

    private static final int FIRST = BEGIN;
    private static final int SECOND = BEGIN + STEP;
    private static final int THIRD = BEGIN + 2 * STEP;
    private static final int FOURTH = BEGIN + 3 * STEP;

    private Quads16() {}

    /** Leaves the quads in {@link Lanes#longs} and their first three samples in the other lanes. */
    static void split(byte[] from, int at, int pixels, Lanes lanes) {
        long[] quads = lanes.longs;
        for (int i = 0; i < pixels; i++) {
            quads[i] = (long) FOUR_SAMPLES16.get(from, at + Long.BYTES * i);
        }
        split(quads, pixels, FIRST, lanes.first);
        split(quads, pixels, SECOND, lanes.second);
        split(quads, pixels, THIRD, lanes.third);
    }

    static void splitFourth(long[] quads, int pixels, int[] to) {
        split(quads, pixels, FOURTH, to);
    }

    private static void split(long[] quads, int pixels, int shift, int[] to) {
        for (int i = 0; i < pixels; i++) {
            to[i] = (int) (quads[i] >>> shift) & MAX;
        }
    }

    /** Quads of samples in range, three from lanes and the fourth from {@link Lanes#longs}. */
    static void join(int[] first, int[] second, int[] third, long[] quads, int pixels, byte[] to, int toAt) {
        for (int i = 0; i < pixels; i++) {
            quads[i] = (quads[i] & (long) MAX << FOURTH) | (long) first[i] << FIRST;
        }
        for (int i = 0; i < pixels; i++) {
            quads[i] |= (long) second[i] << SECOND | (long) third[i] << THIRD;
        }
        for (int i = 0; i < pixels; i++) {
            FOUR_SAMPLES16.set(to, toAt + Long.BYTES * i, quads[i]);
        }
    }
}
