package dev.imagemill.imageop.pillow;

/**
 * Grey to black and white by Floyd and Steinberg's error diffusion, in integers as Pillow does it: the errors that reach a pixel are summed in
 * sixteenths and the sum is truncated towards zero; the pixel is white if its grey and that make more than 128.
 *
 * <p>A pixel waits for the one before it, and such a chain leaves a processor idle most of the time. A pixel waits for nothing in the row above
 * that is more than one to its right, so two rows go together, the lower one two pixels behind: two chains that do not wait for each other.
 */
final class BilevelDither implements ErrorDiffusion {
    /** Added to a level before it indexes the table; more than the errors that reach a pixel can take away. */
    private static final int BIAS = 384;

    /** By biased level: the error left over times seven, in twelve bits; the error in twelve; and the byte to write, in eight. */
    private static final int[] STEPS = new int[1024];

    static {
        for (int i = 0; i < STEPS.length; i++) {
            int level = Math.clamp(i - BIAS, 0, 255);
            int white = level > 128 ? 255 : 0;
            int error = level - white;
            STEPS[i] = (7 * error) << 20 | (error & 0xFFF) << 8 | white;
        }
    }

    private final int width;

    /** What reaches each pixel of the next row, in sixteenths; pixel x at index x + 1. */
    private final int[] errors;

    BilevelDither(int width) {
        this.width = width;
        this.errors = new int[width + 1];
    }

    @Override
    public void row(byte[] gray, int at, byte[] to, int toAt) {
        int last = 0;
        int beforeLast = 0;
        for (int x = 0; x < width; x++) {
            int step = step(gray[at + x], 7 * last + errors[x + 1]);
            to[toAt + x] = (byte) step;
            int error = error(step);
            errors[x] = 3 * error + 5 * last + beforeLast;
            beforeLast = last;
            last = error;
        }
        errors[width] = 5 * last + beforeLast;
    }

    @Override
    public void twoRows(byte[] gray, int at, byte[] to, int toAt) {
        if (width < 2) {
            row(gray, at, to, toAt);
            row(gray, at + width, to, toAt + width);
            return;
        }
        // Errors of the upper row at the three pixels before x, and of the lower row at the two before x - 2.
        int upper3 = 0;
        int upper2 = place(gray, at, to, toAt, errors[1]);
        int upper1 = place(gray, at + 1, to, toAt + 1, 7 * upper2 + errors[2]);
        int upperTimes7 = 7 * upper1;
        int lower1 = 0;
        int lower2 = 0;
        int lowerTimes7 = 0;
        int below = width - 2;
        for (int x = 2; x < width; x++) {
            int upper = step(gray[at + x], upperTimes7 + errors[x + 1]);
            to[toAt + x] = (byte) upper;
            int lower = step(gray[at + below + x], lowerTimes7 + 3 * upper1 + 5 * upper2 + upper3);
            to[toAt + below + x] = (byte) lower;
            int lowerError = error(lower);
            errors[x - 2] = 3 * lowerError + 5 * lower1 + lower2;
            lower2 = lower1;
            lower1 = lowerError;
            lowerTimes7 = lower >> 20;
            upper3 = upper2;
            upper2 = upper1;
            upper1 = error(upper);
            upperTimes7 = upper >> 20;
        }
        int end = 2 * width;
        int error = place(gray, at + end - 2, to, toAt + end - 2, lowerTimes7 + 3 * upper1 + 5 * upper2 + upper3);
        errors[width - 2] = 3 * error + 5 * lower1 + lower2;
        int last = place(gray, at + end - 1, to, toAt + end - 1, 7 * error + 5 * upper1 + upper2);
        errors[width - 1] = 3 * last + 5 * error + lower1;
        errors[width] = 5 * last + error;
    }

    /** Writes a pixel and tells the error it leaves. */
    private static int place(byte[] gray, int at, byte[] to, int toAt, int sixteenths) {
        int step = step(gray[at], sixteenths);
        to[toAt] = (byte) step;
        return error(step);
    }

    private static int step(byte gray, int sixteenths) {
        int truncated = (sixteenths + ((sixteenths >> 31) & 15)) >> 4;
        return STEPS[(BIAS + (gray & 255) + truncated) & (STEPS.length - 1)];
    }

    private static int error(int step) {
        return step << 12 >> 20;
    }
}
