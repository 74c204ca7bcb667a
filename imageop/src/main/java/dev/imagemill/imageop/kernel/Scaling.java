package dev.imagemill.imageop.kernel;

/** Brings numbers of any range to 8 bits, run by run and in place; every result is truncated, not rounded. */
public final class Scaling {
    private static final double TWO_TO_THE_31 = 1L << 31;

    private Scaling() {}

    /** The least of the numbers and {@code least}; NaN if one is NaN. */
    public static double least(double[] values, int count, double least) {
        for (int i = 0; i < count; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    /** The greatest of the numbers and {@code greatest}; NaN if one is NaN. */
    public static double greatest(double[] values, int count, double greatest) {
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        return greatest;
    }

    /** Every bit that is set in any of the numbers. */
    public static int bits(byte[] values, int at, int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= values[at + i] & 255;
        }
        return bits;
    }

    public static void widen(byte[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from[i] & 255;
        }
    }

    public static void widen(char[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from[i];
        }
    }

    /** Widens unsigned integers. */
    public static void widen(int[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            // Unsigned less 2^31 is signed with the highest bit inverted.
            to[i] = (from[i] ^ Integer.MIN_VALUE) + TWO_TO_THE_31;
        }
    }

    /** Widens half-precision numbers. */
    public static void widenHalves(short[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = Float.float16ToFloat(from[i]);
        }
    }

    public static void widen(float[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from[i];
        }
    }

    public static void add(double[] values, double term, int count) {
        for (int i = 0; i < count; i++) {
            values[i] += term;
        }
    }

    public static void multiply(double[] values, double factor, int count) {
        for (int i = 0; i < count; i++) {
            values[i] *= factor;
        }
    }

    public static void roundToFloats(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float) values[i];
        }
    }

    /** Rounds numbers that a {@code float} holds exactly, or with bits to spare, to half precision. */
    public static void roundToHalves(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Float.float16ToFloat(Float.floatToFloat16((float) values[i]));
        }
    }

    /** Writes the whole parts, from 0 to 255; what is outside becomes the nearer of the two. */
    public static void clip(double[] from, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = (byte) (int) Math.min(Math.max(from[i], 0), 255);
        }
    }

    /** Writes the whole parts modulo 256. */
    public static void wrap(double[] from, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            double value = from[i];
            to[toAt + i] = (byte) (int) (Math.abs(value) < TWO_TO_THE_31 ? value : value % 256);
        }
    }
}
