package dev.imagemill.imageop.kernel;

/**
 * RGB to YCbCr and back, full range, after JFIF, with Pillow's six bits of fraction: every product is truncated to them by itself, then the
 * sum loses them by flooring. So Y can be one below the luma of mode L.
 *
 * <p>A component's contributions to Y, Cb and Cr lie in one {@code long}, 20 bits each; two additions make all three sums.
 */
public final class LumaChroma {
    private static final int FIELD = 20;
    private static final byte NEUTRAL = (byte) 128;

    private static final long[] RED = contributions(.299, -.16874, .5, 0);
    private static final long[] GREEN = contributions(.587, -.33126, -.41869, 0);
    private static final long[] BLUE = contributions(.114, .5, -.08131, 128 << 6);

    private static final long[] LUMA = new long[256];
    private static final long[] CB = new long[256];
    private static final long[] CR = new long[256];

    /** A sum without its fraction, plus 256, to the component it stands for. */
    private static final byte[] CLIPPED = new byte[1024];

    static {
        for (int v = 0; v < 256; v++) {
            LUMA[v] = pack((v + 256) << 6, (v + 256) << 6, (v + 256) << 6);
            CB[v] = pack(0, product(-.34414, v - 128), product(1.772, v - 128));
            CR[v] = pack(product(1.402, v - 128), product(-.71414, v - 128), 0);
        }
        for (int sum = 0; sum < CLIPPED.length; sum++) {
            CLIPPED[sum] = (byte) Math.clamp(sum - 256, 0, 255);
        }
    }

    private LumaChroma() {}

    public static void ofRgb(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long sums =
                    RED[from[at + 3 * i] & 255] + GREEN[from[at + 3 * i + 1] & 255] + BLUE[from[at + 3 * i + 2] & 255];
            to[toAt + 3 * i] = (byte) (sums >> 6);
            to[toAt + 3 * i + 1] = (byte) (sums >> (FIELD + 6));
            to[toAt + 3 * i + 2] = (byte) (sums >> (2 * FIELD + 6));
        }
    }

    public static void ofGray(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + 3 * i] = from[at + i];
            to[toAt + 3 * i + 1] = NEUTRAL;
            to[toAt + 3 * i + 2] = NEUTRAL;
        }
    }

    public static void toRgb(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long sums = LUMA[from[at + 3 * i] & 255] + CB[from[at + 3 * i + 1] & 255] + CR[from[at + 3 * i + 2] & 255];
            to[toAt + 3 * i] = CLIPPED[(int) (sums >> 6) & 1023];
            to[toAt + 3 * i + 1] = CLIPPED[(int) (sums >> (FIELD + 6)) & 1023];
            to[toAt + 3 * i + 2] = CLIPPED[(int) (sums >> (2 * FIELD + 6)) & 1023];
        }
    }

    private static long[] contributions(double toLuma, double toCb, double toCr, int middle) {
        long[] sums = new long[256];
        for (int v = 0; v < 256; v++) {
            sums[v] = pack(product(toLuma, v), product(toCb, v) + middle, product(toCr, v) + middle);
        }
        return sums;
    }

    /** Three signed numbers in one, such that sums of packed numbers are the packed sums. */
    private static long pack(int first, int second, int third) {
        return first + ((long) second << FIELD) + ((long) third << (2 * FIELD));
    }

    /** The product with six bits of fraction, half a bit added, then truncated towards zero. */
    private static int product(double coefficient, int value) {
        return (int) (coefficient * value * 64 + 0.5);
    }
}
