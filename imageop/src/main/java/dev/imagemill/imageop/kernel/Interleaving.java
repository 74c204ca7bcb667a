package dev.imagemill.imageop.kernel;

/**
 * Takes interleaved samples of 8 and 16 bits apart into planes, and puts planes together.
 *
 * <p>A group is eight bytes of every plane, and as many words in the image as there are planes. The first words of many groups are laid into
 * one array, the second into the next, so that what follows are loops over arrays, which the compiler makes vector code of. Of two and four
 * planes a group is a square of samples, turned about its diagonal by exchanging halves of words, then quarters, then bytes; backwards, the
 * same exchanges turn it back. The last or first exchange is the one that writes or reads planes. Of three planes there is no square, and
 * {@link Triples} puts every word together from pieces.
 */
public final class Interleaving {
    /** Groups in one go: as many as the first-level cache holds beside source and target. */
    private static final int GROUPS = 128;

    private static final int ARRAYS = 6;
    private static final int WORD = Long.BYTES;
    private static final long EVEN_HALVES = 0x00000000FFFFFFFFL;
    private static final long EVEN_QUARTERS = 0x0000FFFF0000FFFFL;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;

    private Interleaving() {}

    /** What {@link #split} and {@link #merge} work in. */
    public static long[][] scratch() {
        return new long[ARRAYS][GROUPS];
    }

    /**
     * Writes each component of a run of pixels to a plane of its own.
     *
     * @param planes two to four
     * @param planeAt where the run begins in every plane
     * @param planeBytes bytes that each plane receives
     * @param sampleBytes 1 or 2
     * @param scratch made by {@link #scratch()}
     */
    public static void split(
            byte[] from, int at, byte[][] planes, int planeAt, int planeBytes, int sampleBytes, long[][] scratch) {
        int lines = planes.length;
        int groups = planeBytes / WORD;
        for (int first = 0; first < groups; first += GROUPS) {
            int count = Math.min(GROUPS, groups - first);
            for (int i = 0; i < lines; i++) {
                Words.gather(from, at + (first * lines + i) * WORD, lines, scratch[i], count);
            }
            int out = planeAt + first * WORD;
            if (lines == 3) {
                Triples.split(scratch, planes, out, sampleBytes, count);
            } else {
                turnIntoPlanes(scratch, planes, out, sampleBytes, count);
            }
        }
        int done = groups * WORD;
        for (int i = 0; i < lines; i++) {
            int in = at + done * lines + i * sampleBytes;
            splitEach(from, in, lines, planes[i], planeAt + done, planeBytes - done, sampleBytes);
        }
    }

    /**
     * Writes a run of pixels from the samples of its planes.
     *
     * @param planes two to four
     * @param planeAt where the run begins in each plane
     * @param planeBytes bytes that each plane gives
     * @param sampleBytes 1 or 2
     * @param scratch made by {@link #scratch()}
     */
    public static void merge(
            byte[][] planes, int[] planeAt, int planeBytes, int sampleBytes, byte[] to, int toAt, long[][] scratch) {
        int lines = planes.length;
        int groups = planeBytes / WORD;
        for (int first = 0; first < groups; first += GROUPS) {
            int count = Math.min(GROUPS, groups - first);
            int in = first * WORD;
            if (lines == 3) {
                Triples.merge(planes, planeAt, in, sampleBytes, scratch, count);
            } else {
                turnFromPlanes(planes, planeAt, in, sampleBytes, scratch, count);
            }
            for (int i = 0; i < lines; i++) {
                Words.scatter(scratch[i], to, toAt + (first * lines + i) * WORD, lines, count);
            }
        }
        int done = groups * WORD;
        for (int i = 0; i < lines; i++) {
            int out = toAt + done * lines + i * sampleBytes;
            mergeEach(planes[i], planeAt[i] + done, to, out, lines, planeBytes - done, sampleBytes);
        }
    }

    /** One plane of {@link #split}, a byte at a time; {@code at} is its first sample. */
    public static void splitEach(
            byte[] from, int at, int components, byte[] plane, int planeAt, int planeBytes, int sampleBytes) {
        for (int i = 0; i < planeBytes; i++) {
            plane[planeAt + i] = from[at + i / sampleBytes * sampleBytes * components + i % sampleBytes];
        }
    }

    /** One plane of {@link #merge}, a byte at a time; {@code toAt} is for its first sample. */
    public static void mergeEach(
            byte[] plane, int planeAt, byte[] to, int toAt, int components, int planeBytes, int sampleBytes) {
        for (int i = 0; i < planeBytes; i++) {
            to[toAt + i / sampleBytes * sampleBytes * components + i % sampleBytes] = plane[planeAt + i];
        }
    }

    private static void turnIntoPlanes(long[][] words, byte[][] planes, int at, int sampleBytes, int count) {
        int far = planes.length / 2;
        for (int i = 0; i < far; i++) {
            Words.exchange(words[i], words[i + far], 32, EVEN_HALVES, count);
        }
        if (sampleBytes == 1) {
            for (int i = 0; i < planes.length; i += 2) {
                Words.exchange(words[i], words[i + 1], 16, EVEN_QUARTERS, count);
            }
            for (int i = 0; i < far; i++) {
                exchangeInto(words[i], words[i + far], 8, EVEN_BYTES, planes[2 * i], planes[2 * i + 1], at, count);
            }
        } else {
            for (int i = 0; i < planes.length; i += 2) {
                exchangeInto(words[i], words[i + 1], 16, EVEN_QUARTERS, planes[i], planes[i + 1], at, count);
            }
        }
    }

    private static void turnFromPlanes(byte[][] planes, int[] at, int in, int sampleBytes, long[][] words, int count) {
        int far = planes.length / 2;
        for (int i = 0; i < far; i++) {
            byte[] high = planes[2 * i];
            byte[] low = planes[2 * i + 1];
            int highAt = at[2 * i] + in;
            int lowAt = at[2 * i + 1] + in;
            if (sampleBytes == 1) {
                exchangeFrom(high, highAt, low, lowAt, 8, EVEN_BYTES, words[i], words[i + far], count);
            } else {
                exchangeFrom(high, highAt, low, lowAt, 16, EVEN_QUARTERS, words[2 * i], words[2 * i + 1], count);
            }
        }
        for (int i = 0; sampleBytes == 1 && i < planes.length; i += 2) {
            Words.exchange(words[i], words[i + 1], 16, EVEN_QUARTERS, count);
        }
        for (int i = 0; i < far; i++) {
            Words.exchange(words[i], words[i + far], 32, EVEN_HALVES, count);
        }
    }

    /** {@link Words#exchange} on the way to two planes. */
    private static void exchangeInto(
            long[] high, long[] low, int distance, long mask, byte[] toHigh, byte[] toLow, int at, int count) {
        for (int i = 0; i < count; i++) {
            long change = ((high[i] >>> distance) ^ low[i]) & mask;
            Words.LONG.set(toHigh, at + WORD * i, high[i] ^ change << distance);
            Words.LONG.set(toLow, at + WORD * i, low[i] ^ change);
        }
    }

    /** {@link Words#exchange} on the way from two planes. */
    private static void exchangeFrom(
            byte[] fromHigh,
            int highAt,
            byte[] fromLow,
            int lowAt,
            int distance,
            long mask,
            long[] high,
            long[] low,
            int count) {
        for (int i = 0; i < count; i++) {
            long above = (long) Words.LONG.get(fromHigh, highAt + WORD * i);
            long below = (long) Words.LONG.get(fromLow, lowAt + WORD * i);
            long change = ((above >>> distance) ^ below) & mask;
            high[i] = above ^ change << distance;
            low[i] = below ^ change;
        }
    }
}
