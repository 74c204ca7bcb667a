package dev.imagemill.imageop.kernel;

/**
 * Weighted sums of lines of samples, the inner loops of a resize.
 *
 * <p>Lines are {@code float} and sums {@code double} because the two cannot overlap in memory, which is what lets the compiler vectorise the
 * sum; 8 and 16-bit samples are exact in a {@code float}. With weights that are whole multiples of 2<sup>-22</sup>, as for 8-bit samples,
 * every product and sum is exact too, so the result is that of integer arithmetic.
 */
public final class Weighing {
    /** How many lines {@link #add} takes at a time. */
    public static final int LINES = 4;

    private Weighing() {}

    /** Adds four lines, {@code stride} apart, each times its weight, in this order. */
    public static void add(
            float[] lines, int at, int stride, double[] weights, int firstWeight, double[] sums, int samples) {
        double w0 = weights[firstWeight];
        double w1 = weights[firstWeight + 1];
        double w2 = weights[firstWeight + 2];
        double w3 = weights[firstWeight + 3];
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        for (int i = 0; i < samples; i++) {
            sums[i] = sums[i] + lines[at + i] * w0 + lines[at1 + i] * w1 + lines[at2 + i] * w2 + lines[at3 + i] * w3;
        }
    }

    /** Rounds sums half up and limits them to 0 to {@code max}. */
    public static void round(double[] sums, int max, int[] to, int toAt, int samples) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = Math.max(0, Math.min(max, (int) (sums[i] + 0.5)));
        }
    }

    public static void toFloats(byte[] from, int at, float[] to, int toAt, int samples) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = from[at + i] & 255;
        }
    }

    public static void toFloats(char[] from, int at, float[] to, int toAt, int samples) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = from[at + i];
        }
    }

    public static void toBytes(int[] from, int at, byte[] to, int toAt, int samples) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = (byte) from[at + i];
        }
    }

    public static void toChars(int[] from, int at, char[] to, int toAt, int samples) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = (char) from[at + i];
        }
    }

    /** Writes one column of a tile, rows {@link Reordering#TILE_STRIDE} apart, as a run of pixels of 1 to 4 samples. */
    public static void columnToFloats(byte[] tile, int column, int components, float[] to, int toAt, int rows) {
        switch (components) {
            case 1 -> column1(tile, column, to, toAt, rows);
            case 2 -> column2(tile, 2 * column, to, toAt, rows);
            case 3 -> column3(tile, 3 * column, to, toAt, rows);
            case 4 -> column4(tile, 4 * column, to, toAt, rows);
            default -> throw new IllegalArgumentException("no pixel has " + components + " components");
        }
    }

    private static void column1(byte[] tile, int column, float[] to, int toAt, int rows) {
        for (int i = 0; i < rows; i++) {
            to[toAt + i] = tile[column + i * Reordering.TILE_STRIDE] & 255;
        }
    }

    private static void column2(byte[] tile, int column, float[] to, int toAt, int rows) {
        for (int i = 0; i < rows; i++) {
            to[toAt + 2 * i] = tile[column + i * Reordering.TILE_STRIDE] & 255;
            to[toAt + 2 * i + 1] = tile[column + i * Reordering.TILE_STRIDE + 1] & 255;
        }
    }

    private static void column3(byte[] tile, int column, float[] to, int toAt, int rows) {
        for (int i = 0; i < rows; i++) {
            to[toAt + 3 * i] = tile[column + i * Reordering.TILE_STRIDE] & 255;
            to[toAt + 3 * i + 1] = tile[column + i * Reordering.TILE_STRIDE + 1] & 255;
            to[toAt + 3 * i + 2] = tile[column + i * Reordering.TILE_STRIDE + 2] & 255;
        }
    }

    private static void column4(byte[] tile, int column, float[] to, int toAt, int rows) {
        for (int i = 0; i < rows; i++) {
            to[toAt + 4 * i] = tile[column + i * Reordering.TILE_STRIDE] & 255;
            to[toAt + 4 * i + 1] = tile[column + i * Reordering.TILE_STRIDE + 1] & 255;
            to[toAt + 4 * i + 2] = tile[column + i * Reordering.TILE_STRIDE + 2] & 255;
            to[toAt + 4 * i + 3] = tile[column + i * Reordering.TILE_STRIDE + 3] & 255;
        }
    }
}
