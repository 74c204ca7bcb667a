package dev.imagemill.imageop.pillow;

/**
 * Colours of a palette by Floyd and Steinberg's error diffusion; two rows at a time, as in {@link BilevelDither}.
 *
 * <p>The errors of red, green and blue are one {@code long}, each times its power of two to the twentieth: multiples of such numbers and their
 * sums are right in every field, whatever the signs, and only to look at a field the signs must be moved out of the way.
 */
abstract sealed class PaletteDither implements ErrorDiffusion permits WebDither, NearestDither {
    private static final int FIELD = 20;

    /** More than the errors that reach a pixel can be, 16 times 255. */
    private static final int BIAS = 4096;

    private static final long BIASES = pack(BIAS, BIAS, BIAS);

    /** By biased sixteenths: whole numbers, truncated towards zero. */
    private static final short[] WHOLE = new short[2 * BIAS];

    static {
        for (int i = 0; i < WHOLE.length; i++) {
            WHOLE[i] = (short) ((i - BIAS) / 16);
        }
    }

    private final int width;

    /** What reaches each pixel of the next row, in sixteenths; pixel x at index x + 1. */
    private final long[] errors;

    PaletteDither(int width) {
        this.width = width;
        this.errors = new long[width + 1];
    }

    static PaletteDither of(Palette palette, int width) {
        return palette.equals(Palette.web())
                ? new WebDither(width)
                : new NearestDither(new NearestColor(palette), width);
    }

    /** Writes the index for a pixel and tells the error it leaves. */
    abstract long place(byte[] rgb, int at, byte[] to, int toAt, long sixteenths);

    @Override
    public void row(byte[] rgb, int at, byte[] to, int toAt) {
        long last = 0;
        long beforeLast = 0;
        for (int x = 0; x < width; x++) {
            long error = place(rgb, at + 3 * x, to, toAt + x, 7 * last + errors[x + 1]);
            errors[x] = 3 * error + 5 * last + beforeLast;
            beforeLast = last;
            last = error;
        }
        errors[width] = toLast(last, beforeLast);
    }

    @Override
    public void twoRows(byte[] rgb, int at, byte[] to, int toAt) {
        if (width < 2) {
            row(rgb, at, to, toAt);
            row(rgb, at + 3 * width, to, toAt + width);
            return;
        }
        // Errors of the upper row at the three pixels before x, and of the lower row at the two before x - 2.
        long upper3 = 0;
        long upper2 = place(rgb, at, to, toAt, errors[1]);
        long upper1 = place(rgb, at + 3, to, toAt + 1, 7 * upper2 + errors[2]);
        long lower1 = 0;
        long lower2 = 0;
        int below = width - 2;
        for (int x = 2; x < width; x++) {
            long upper = place(rgb, at + 3 * x, to, toAt + x, 7 * upper1 + errors[x + 1]);
            long reaching = 7 * lower1 + 3 * upper1 + 5 * upper2 + upper3;
            long lower = place(rgb, at + 3 * (below + x), to, toAt + below + x, reaching);
            errors[x - 2] = 3 * lower + 5 * lower1 + lower2;
            lower2 = lower1;
            lower1 = lower;
            upper3 = upper2;
            upper2 = upper1;
            upper1 = upper;
        }
        int end = 2 * width;
        long reaching = 7 * lower1 + 3 * upper1 + 5 * upper2 + upper3;
        long lower = place(rgb, at + 3 * (end - 2), to, toAt + end - 2, reaching);
        errors[width - 2] = 3 * lower + 5 * lower1 + lower2;
        long last = place(rgb, at + 3 * (end - 1), to, toAt + end - 1, 7 * lower + toLast(upper1, upper2));
        errors[width - 1] = 3 * last + 5 * lower + lower1;
        errors[width] = toLast(last, lower);
    }

    /** Red of what reaches a pixel, in whole numbers; the sixteenths are biased. */
    static int red(long biased) {
        return WHOLE[(int) biased & (2 * BIAS - 1)];
    }

    static int green(long biased) {
        return WHOLE[(int) (biased >> FIELD) & (2 * BIAS - 1)];
    }

    static int blue(long biased) {
        return WHOLE[(int) (biased >> (2 * FIELD)) & (2 * BIAS - 1)];
    }

    /** Makes every field positive. */
    static long biased(long sixteenths) {
        return sixteenths + BIASES;
    }

    static long pack(int red, int green, int blue) {
        return red + ((long) green << FIELD) + ((long) blue << (2 * FIELD));
    }

    /** What reaches the last pixel of a row from the row above. Pillow takes blue's errors for all three, and in the wrong order; this shows. */
    private static long toLast(long last, long beforeLast) {
        int blue = blueError(last);
        return pack(5 * blue + blueError(beforeLast), blue, blue);
    }

    private static int blueError(long error) {
        return (int) (biased(error) >> (2 * FIELD)) - BIAS;
    }
}
