package dev.imagemill.imageop.kernel;

/** Sums and means of blocks of samples, the inner loops of a reduction by whole factors. */
public final class Averaging {
    private Averaging() {}

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
     * Sums {@code width} pixels of column sums and writes their mean over {@code count} pixels. It multiplies by a truncated reciprocal, as
     * Pillow does, so a mean that is a half or a hair above may round down.
     */
    public static void mean(int[] sums, int at, int width, int components, int count, byte[] to, int toAt) {
        int reciprocal = reciprocal(count);
        for (int c = 0; c < components; c++) {
            int sum = count / 2;
            for (int x = 0; x < width; x++) {
                sum += sums[at + x * components + c];
            }
            to[toAt + c] = (byte) ((sum * reciprocal) >>> 24);
        }
    }

    /** 2<sup>24</sup> / count, by way of single precision, which is how Pillow divides. */
    private static int reciprocal(int count) {
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
