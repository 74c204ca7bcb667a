package dev.imagemill.imageop.kernel;

/** Sums and means of blocks of samples, the inner loops of a reduction by whole factors. */
public final class Averaging {
    private Averaging() {}

    public static void set(byte[] from, int at, int[] sums, int samples) {
        for (int i = 0; i < samples; i++) {
            sums[i] = from[at + i] & 255;
        }
    }

    public static void add(byte[] from, int at, int[] sums, int samples) {
        for (int i = 0; i < samples; i++) {
            sums[i] += from[at + i] & 255;
        }
    }

    public static void add(char[] from, long[] sums, int samples) {
        for (int i = 0; i < samples; i++) {
            sums[i] += from[i];
        }
    }

    /**
     * Writes the mean of each of {@code blocks} blocks, {@code width} pixels of column sums each, over {@code count} pixels. It multiplies
     * by a truncated reciprocal, as Pillow does, so a mean that is a half or a hair above may round down.
     */
    public static void means(
            int[] sums, int at, int blocks, int width, int components, int count, byte[] to, int toAt) {
        int reciprocal = reciprocal(count);
        for (int i = 0; i < blocks * components; i++) {
            int in = at + i / components * components * width + i % components;
            int sum = count / 2;
            for (int x = 0; x < width; x++) {
                sum += sums[in + x * components];
            }
            to[toAt + i] = (byte) ((sum * reciprocal) >>> 24);
        }
    }

    /**
     * Writes the mean of each of {@code blocks} blocks of two by two pixels in two lines that lie in one array. Of four samples the rounded mean is
     * the same with and without a reciprocal.
     */
    public static void halve(byte[] from, int upper, int lower, int blocks, int components, byte[] to, int toAt) {
        switch (components) {
            case 1 -> halve1(from, upper, lower, blocks, to, toAt);
            case 3 -> halve3(from, upper, lower, blocks, to, toAt);
            case 4 -> halve4(from, upper, lower, blocks, to, toAt);
            default -> throw new IllegalArgumentException("pixels of " + components + " components are not halved");
        }
    }

    private static void halve1(byte[] from, int upper, int lower, int blocks, byte[] to, int toAt) {
        for (int i = 0; i < blocks; i++) {
            to[toAt + i] =
                    mean(from[upper + 2 * i], from[upper + 2 * i + 1], from[lower + 2 * i], from[lower + 2 * i + 1]);
        }
    }

    private static void halve3(byte[] from, int upper, int lower, int blocks, byte[] to, int toAt) {
        for (int i = 0; i < blocks; i++) {
            int up = upper + 6 * i;
            int low = lower + 6 * i;
            to[toAt + 3 * i] = mean(from[up], from[up + 3], from[low], from[low + 3]);
            to[toAt + 3 * i + 1] = mean(from[up + 1], from[up + 4], from[low + 1], from[low + 4]);
            to[toAt + 3 * i + 2] = mean(from[up + 2], from[up + 5], from[low + 2], from[low + 5]);
        }
    }

    private static void halve4(byte[] from, int upper, int lower, int blocks, byte[] to, int toAt) {
        for (int i = 0; i < blocks; i++) {
            int up = upper + 8 * i;
            int low = lower + 8 * i;
            to[toAt + 4 * i] = mean(from[up], from[up + 4], from[low], from[low + 4]);
            to[toAt + 4 * i + 1] = mean(from[up + 1], from[up + 5], from[low + 1], from[low + 5]);
            to[toAt + 4 * i + 2] = mean(from[up + 2], from[up + 6], from[low + 2], from[low + 6]);
            to[toAt + 4 * i + 3] = mean(from[up + 3], from[up + 7], from[low + 3], from[low + 7]);
        }
    }

    private static byte mean(byte a, byte b, byte c, byte d) {
        return (byte) (((a & 255) + (b & 255) + (c & 255) + (d & 255) + 2) >> 2);
    }

    /** 2<sup>24</sup> / count, by way of single precision, which is how Pillow divides. */
    static int reciprocal(int count) {
        return (int) (0x1p32f / (256f * count));
    }

    /** The exact mean, rounded half up. */
    public static void mean(long[] sums, int at, int width, int components, long count, char[] to, int toAt) {
        for (int c = 0; c < components; c++) {
            long sum = count / 2;
            for (int x = 0; x < width; x++) {
                sum += sums[at + x * components + c];
            }
            to[toAt + c] = (char) (sum / count);
        }
    }
}
