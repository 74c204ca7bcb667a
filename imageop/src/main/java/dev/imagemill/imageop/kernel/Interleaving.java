package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Words.exchange;

/**
 * Takes interleaved samples of 8 and 16 bits apart into planes, and puts planes together.
 *
 * <p>A group is eight bytes of every plane, and as many words in the image as there are planes. The first words of many groups are laid into
 * one array, the second into the next, so that what follows are loops over arrays, which the compiler makes vector code of. Of two and four
 * planes a group is a square of samples, turned about its diagonal by exchanging halves of words, then quarters, then eighths; backwards, the
 * same exchanges turn it back. Of three there is no square, and {@link Triples} puts every word together from pieces.
 */
public final class Interleaving {
    /** Groups in one go: as many as the first-level cache holds beside source and target. */
    private static final int GROUPS = 256;

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
            apart(scratch, lines, sampleBytes, count);
            for (int i = 0; i < lines; i++) {
                Words.store(scratch[lineOf(i, lines, sampleBytes)], planes[i], planeAt + first * WORD, count);
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
            for (int i = 0; i < lines; i++) {
                Words.load(planes[i], planeAt[i] + first * WORD, scratch[lineOf(i, lines, sampleBytes)], count);
            }
            together(scratch, lines, sampleBytes, count);
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

    /** Which array holds the words of a plane: for a square of bytes in four lines, the exchanges leave the middle ones in each other's place. */
    private static int lineOf(int plane, int lines, int sampleBytes) {
        return switch (lines) {
            case 2 -> plane;
            case 3 -> Triples.FIRST_PLANE + plane;
            case 4 -> sampleBytes == 1 ? plane % 2 * 2 + plane / 2 : plane;
            default -> throw new IllegalArgumentException("there are two to four planes, not " + lines);
        };
    }

    private static void apart(long[][] w, int lines, int sampleBytes, int count) {
        boolean bytes = sampleBytes == 1;
        if (lines == 3) {
            Triples.apart(w, bytes, count);
            return;
        }
        int far = lines / 2;
        for (int i = 0; i < far; i++) {
            exchange(w[i], w[i + far], 32, EVEN_HALVES, count);
        }
        for (int i = 0; i < lines; i += 2) {
            exchange(w[i], w[i + 1], 16, EVEN_QUARTERS, count);
        }
        for (int i = 0; bytes && i < far; i++) {
            exchange(w[i], w[i + far], 8, EVEN_BYTES, count);
        }
    }

    private static void together(long[][] w, int lines, int sampleBytes, int count) {
        boolean bytes = sampleBytes == 1;
        if (lines == 3) {
            Triples.together(w, bytes, count);
            return;
        }
        int far = lines / 2;
        for (int i = 0; bytes && i < far; i++) {
            exchange(w[i], w[i + far], 8, EVEN_BYTES, count);
        }
        for (int i = 0; i < lines; i += 2) {
            exchange(w[i], w[i + 1], 16, EVEN_QUARTERS, count);
        }
        for (int i = 0; i < far; i++) {
            exchange(w[i], w[i + far], 32, EVEN_HALVES, count);
        }
    }
}
