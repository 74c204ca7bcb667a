package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Alpha of 16-bit pixels: the rules of {@link Alpha8} at 65535. The last of {@code step} samples, two or four, is alpha; in a {@code byte[]} they
 * have the machine's byte order.
 */
public final class Alpha16 {
    private static final VarHandle QUAD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int MAX = 65535;
    private static final long HALF = 32768;
    private static final int MORE = 7;

    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final int SHIFT0 = LITTLE_ENDIAN ? 0 : 48;
    private static final int SHIFT1 = LITTLE_ENDIAN ? 16 : 32;
    private static final int SHIFT2 = LITTLE_ENDIAN ? 32 : 16;
    private static final int SHIFT3 = LITTLE_ENDIAN ? 48 : 0;

    private Alpha16() {}

    /** Multiplies colours by their alpha, rounded. */
    public static void premultiply(char[] pixels, int step, int count) {
        for (int i = 0; i < count; i++) {
            int in = i * step;
            int alpha = pixels[in + step - 1];
            for (int c = 0; c < step - 1; c++) {
                pixels[in + c] = (char) Color16.multiply(pixels[in + c], alpha);
            }
        }
    }

    /** Divides colours by their alpha, rounded down; colour under alpha 0 stays as it is. */
    public static void unpremultiply(char[] pixels, int step, int count) {
        for (int i = 0; i < count; i++) {
            int in = i * step;
            int alpha = pixels[in + step - 1];
            if (alpha != 0 && alpha != MAX) {
                for (int c = 0; c < step - 1; c++) {
                    pixels[in + c] = (char) Math.min(MAX, (long) MAX * pixels[in + c] / alpha);
                }
            }
        }
    }

    /** Multiplies colours by their alpha, rounded, in place. */
    public static void premultiply(byte[] pixels, int at, int step, int count) {
        if (step == 4) {
            multiply(pixels, at, count, SHIFT0, SHIFT3);
            multiply(pixels, at, count, SHIFT1, SHIFT3);
            multiply(pixels, at, count, SHIFT2, SHIFT3);
        } else {
            multiply(pixels, at, count / 2, SHIFT0, SHIFT1);
            multiply(pixels, at, count / 2, SHIFT2, SHIFT3);
            if (count % 2 != 0) {
                int last = at + 4 * (count - 1);
                put(pixels, last, Color16.multiply(get(pixels, last), get(pixels, last + 2)));
            }
        }
    }

    private static void multiply(byte[] samples, int at, int quads, int shift, int alphaShift) {
        long mask = ~((long) MAX << shift);
        for (int i = 0; i < quads; i++) {
            long quad = (long) QUAD.get(samples, at + Long.BYTES * i);
            long product = ((quad >>> shift) & MAX) * ((quad >>> alphaShift) & MAX) + HALF;
            product = ((product >>> 16) + product) >>> 16;
            QUAD.set(samples, at + Long.BYTES * i, (quad & mask) | product << shift);
        }
    }

    /** Divides colours by their alpha, rounded down, in place; colour under alpha 0 stays as it is. */
    public static void unpremultiply(byte[] pixels, int at, int step, int count) {
        if (step == 4) {
            divide(pixels, at, count, SHIFT0, SHIFT3);
            divide(pixels, at, count, SHIFT1, SHIFT3);
            divide(pixels, at, count, SHIFT2, SHIFT3);
        } else {
            divide(pixels, at, count / 2, SHIFT0, SHIFT1);
            divide(pixels, at, count / 2, SHIFT2, SHIFT3);
            if (count % 2 != 0) {
                int last = at + 4 * (count - 1);
                long alpha = get(pixels, last + 2);
                if (alpha != 0) {
                    put(pixels, last, (int) Math.min(MAX, (long) MAX * get(pixels, last) / alpha));
                }
            }
        }
    }

    /** As in {@link Alpha8}, in a {@code double}: the quotient of integers below 2<sup>53</sup> is rounded down as integers are. */
    private static void divide(byte[] samples, int at, int quads, int shift, int alphaShift) {
        long mask = ~((long) MAX << shift);
        for (int i = 0; i < quads; i++) {
            long quad = (long) QUAD.get(samples, at + Long.BYTES * i);
            long alpha = (quad >>> alphaShift) & MAX;
            long divisor = alpha | ((alpha - 1) >> 63 & MAX);
            long quotient = (long) ((double) (MAX * ((quad >>> shift) & MAX)) / (double) divisor);
            QUAD.set(samples, at + Long.BYTES * i, (quad & mask) | Math.min(MAX, quotient) << shift);
        }
    }

    /** Makes all pixels opaque, in place. */
    public static void opaque(byte[] pixels, int at, int step, int count) {
        long opaque = ((long) MAX << SHIFT3) | (step == 4 ? 0 : (long) MAX << SHIFT1);
        int samples = step * count;
        for (int i = 0; i < samples / 4; i++) {
            QUAD.set(pixels, at + Long.BYTES * i, (long) QUAD.get(pixels, at + Long.BYTES * i) | opaque);
        }
        put(pixels, at + 2 * (samples - 1), MAX);
    }

    /** Composites onto an opaque background of one colour, leaving alpha out. */
    public static void flatten(byte[] from, int at, int step, int[] background, byte[] to, int toAt, int count) {
        int colors = step - 1;
        for (int i = 0; i < count; i++) {
            int in = at + 2 * step * i;
            int alpha = get(from, in + 2 * colors);
            for (int c = 0; c < colors; c++) {
                put(to, toAt + 2 * (colors * i + c), blend(get(from, in + 2 * c), background[c], alpha));
            }
        }
    }

    /**
     * Composites onto opaque pixels, in place.
     *
     * @param under samples of the same kind without alpha, which become the result
     */
    public static void overOpaque(byte[] over, int at, int step, byte[] under, int underAt, int count) {
        int colors = step - 1;
        for (int i = 0; i < count; i++) {
            int in = at + 2 * step * i;
            int alpha = get(over, in + 2 * colors);
            for (int c = 0; alpha != 0 && c < colors; c++) {
                int place = underAt + 2 * (colors * i + c);
                put(under, place, blend(get(over, in + 2 * c), get(under, place), alpha));
            }
        }
    }

    /** Composites onto pixels with alpha, in place. */
    public static void over(byte[] over, int at, byte[] under, int underAt, int step, int count) {
        int alphaAt = 2 * (step - 1);
        for (int i = 0; i < count; i++) {
            int in = at + 2 * step * i;
            int out = underAt + 2 * step * i;
            long alpha = get(over, in + alphaAt);
            if (alpha != 0) {
                long both = alpha * MAX + get(under, out + alphaAt) * (MAX - alpha);
                long weight = ((alpha * MAX * MAX) << MORE) / both;
                long rest = ((long) MAX << MORE) - weight;
                for (int c = 0; c < alphaAt; c += 2) {
                    long sum = get(over, in + c) * weight + get(under, out + c) * rest + (HALF << MORE);
                    put(under, out + c, (int) (((sum >> 16) + sum) >> 16 >> MORE));
                }
                put(under, out + alphaAt, (int) ((((both + HALF) >> 16) + both + HALF) >> 16));
            }
        }
    }

    /** The average of two fractions of 65535, weighed by alpha and what is left of it, rounded. */
    private static int blend(int over, int under, int alpha) {
        long sum = (long) over * alpha + (long) under * (MAX - alpha) + HALF;
        return (int) (((sum >> 16) + sum) >> 16);
    }

    private static int get(byte[] samples, int at) {
        return (char) Words.CHAR.get(samples, at);
    }

    private static void put(byte[] samples, int at, int value) {
        Words.CHAR.set(samples, at, (char) value);
    }
}
