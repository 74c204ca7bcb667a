package dev.imagemill.imageop.kernel;

/**
 * A colour matrix in single precision on runs of pixels of three bytes. The components are first taken apart into lines of numbers, since on those a compiler makes the sums of a row
 * vector code; then the results are put together again.
 */
public final class FloatMatrix {
    private static final int ROW = 4;

    private final float[] numbers;
    private final int[] first;
    private final int[] second;
    private final int[] third;
    private final int[] sums;

    /**
     * @param run the longest run, in pixels
     * @param numbers one row of four, for results of one byte, or three rows, for three bytes: weights, and what is added to their sum
     */
    public FloatMatrix(int run, float... numbers) {
        this.numbers = numbers;
        this.first = new int[run];
        this.second = new int[run];
        this.third = new int[run];
        this.sums = new int[run];
    }

    /** Converts a run. A half is added to the sums, fractions are cut off, and the rest is clipped to 0 to 255. */
    public void apply(byte[] from, int at, byte[] to, int toAt, int pixels) {
        takeApart(from, at, pixels);
        int rows = numbers.length / ROW;
        for (int row = 0; row < rows; row++) {
            int n = ROW * row;
            sum(numbers[n], numbers[n + 1], numbers[n + 2], numbers[n + 3], pixels);
            if (rows == 1) {
                put(to, toAt, pixels);
            } else {
                putThird(to, toAt + row, pixels);
            }
        }
    }

    private void takeApart(byte[] from, int at, int pixels) {
        for (int i = 0; i < pixels; i++) {
            first[i] = from[at + 3 * i] & 255;
            second[i] = from[at + 3 * i + 1] & 255;
            third[i] = from[at + 3 * i + 2] & 255;
        }
    }

    /** The order of the additions is Pillow's. */
    private void sum(float one, float two, float three, float constant, int pixels) {
        for (int i = 0; i < pixels; i++) {
            float sum = one * first[i] + two * second[i] + three * third[i] + constant + 0.5f;
            sums[i] = Math.max(0, Math.min((int) sum, 255));
        }
    }

    private void put(byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i] = (byte) sums[i];
        }
    }

    private void putThird(byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + 3 * i] = (byte) sums[i];
        }
    }
}
