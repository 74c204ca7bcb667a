package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.SAMPLES16;
import static dev.imagemill.imageop.kernel.Views.SAMPLES32;

/** Means of blocks of samples of 1, 2 or 4 bytes and of any size; {@link Averaging8} is for most of those of 1 byte. */
public final class Averaging {
    private Averaging() {}

    /** Adds as many samples as there are sums. */
    public static void add(byte[] from, int at, int sampleBytes, long[] sums) {
        switch (sampleBytes) {
            case 1 -> {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += from[at + i] & 255;
                }
            }
            case 2 -> {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += (char) SAMPLES16.get(from, at + 2 * i);
                }
            }
            case 4 -> {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += Integer.toUnsignedLong((int) SAMPLES32.get(from, at + 4 * i));
                }
            }
            default -> throw new IllegalArgumentException("no sample has " + sampleBytes + " bytes");
        }
    }

    /**
     * Writes the mean of one block, rounded half up: exact, but for samples of one byte, whose mean is Pillow's product with a reciprocal.
     *
     * @param at the first sum of the block
     * @param width pixels that the block is wide
     * @param count pixels that it has
     */
    public static void mean(
            long[] sums, int at, int width, int components, long count, int sampleBytes, byte[] to, int toAt) {
        for (int c = 0; c < components; c++) {
            long sum = count / 2;
            for (int x = 0; x < width; x++) {
                sum += sums[at + x * components + c];
            }
            int out = toAt + c * sampleBytes;
            switch (sampleBytes) {
                case 1 -> to[out] = (byte) (((int) sum * Averaging8.reciprocal((int) count)) >>> 24);
                case 2 -> SAMPLES16.set(to, out, (char) (sum / count));
                default -> SAMPLES32.set(to, out, (int) (sum / count));
            }
        }
    }
}
