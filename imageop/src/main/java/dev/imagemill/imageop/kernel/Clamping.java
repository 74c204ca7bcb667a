package dev.imagemill.imageop.kernel;

/**
 * Limits 8-bit samples, eight at a time in the bytes of a {@code long}.
 *
 * <p>For a comparison without borrows between bytes, the lower seven bits of each are added to what carries into the eighth just if they
 * pass the bound; the eighth bit of the sample itself then decides. The compiler makes vector code of it, as it does not of bytes.
 */
public final class Clamping {
    private static final int HALF = 128;
    private static final int MAX = 255;
    private static final long TOP = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    private Clamping() {}

    /**
     * Limits samples in place.
     *
     * @param low 0 to 128
     * @param high 128 to 255
     */
    public static void clamp(byte[] samples, int at, int count, int low, int high) {
        if (low < 0 || low > HALF || high < HALF || high > MAX) {
            throw new IllegalArgumentException("bounds are on both sides of 128, not " + low + " and " + high);
        }
        long lows = low * ONES;
        long highs = high * ONES;
        long carryFromLow = (HALF - low) * ONES;
        long carryPastHigh = (MAX - high) * ONES;
        int words = count / Long.BYTES;
        for (int i = 0; i < words; i++) {
            int position = at + i * Long.BYTES;
            long word = (long) Words.LONG.get(samples, position);
            long seven = word & ~TOP;
            long over = bytesOf((seven + carryPastHigh) & word & TOP);
            long under = bytesOf(~((seven + carryFromLow) | word) & TOP);
            Words.LONG.set(samples, position, (word & ~(over | under)) | (highs & over) | (lows & under));
        }
        int done = words * Long.BYTES;
        clampEach(samples, at + done, count - done, low, high);
    }

    /** All eight bits of every byte of which the highest is set. */
    private static long bytesOf(long tops) {
        return (tops << 1) - (tops >>> 7);
    }

    /** {@link #clamp} one sample at a time, for any bounds. */
    public static void clampEach(byte[] samples, int at, int count, int low, int high) {
        for (int i = at; i < at + count; i++) {
            samples[i] = (byte) Math.clamp(samples[i] & MAX, low, high);
        }
    }
}
