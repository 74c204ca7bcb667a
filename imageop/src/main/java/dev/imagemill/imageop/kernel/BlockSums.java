package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Means of blocks of 8-bit samples, for blocks of at most {@value #MOST_PIXELS} pixels, whose sums fit 16 bits.
 *
 * <p>Rows are summed eight samples at a time: the bytes of a {@code long} at even places are four lanes of 16 bits, those at odd places
 * four more, and lanes add without touching one another. The loop that does so is over arrays of {@code long} and becomes vector code, which a loop
 * from bytes to wider samples does not. Then both kinds of lanes are laid out in the order of the samples, so that one {@code long} holds a whole
 * pixel, and pixels of a block are summed as such.
 */
public final class BlockSums {
    /** Largest block: 257 times 255 is the largest number of 16 bits. */
    public static final int MOST_PIXELS = 257;

    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LANES = 0x00ff_00ff_00ff_00ffL;
    private static final long PAIRS = 0x0000_ffff_0000_ffffL;
    private static final int LANE = 0xffff;

    private final int samples;
    private final int words;
    private final long[] even;
    private final long[] odd;
    /** Sums of columns, 16 bits each; a pixel may be read as a {@code long} that reaches past the last. */
    private final byte[] columns;

    /** @param samples of a row */
    public BlockSums(int samples) {
        this.samples = samples;
        this.words = samples / Long.BYTES;
        this.even = new long[words];
        this.odd = new long[words];
        this.columns = new byte[samples * Character.BYTES + Long.BYTES];
    }

    /** Sums {@code rows} rows, {@code line} apart. */
    public void sumRows(byte[] from, int at, int line, int rows) {
        int first = rows % 4 == 0 ? 4 : rows % 4;
        switch (first) {
            case 1 -> set(from, at, at, 0);
            case 2 -> set(from, at, at + line, LANES);
            default -> {
                set(from, at, at + line, LANES);
                for (int row = 2; row < first; row++) {
                    add(from, at + row * line);
                }
            }
        }
        for (int row = first; row < rows; row += 4) {
            int next = at + row * line;
            add(from, next, next + line, next + 2 * line, next + 3 * line);
        }
        layOut();
        for (int i = words * Long.BYTES; i < samples; i++) {
            int sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += from[at + row * line + i] & 255;
            }
            CHAR.set(columns, Character.BYTES * i, (char) sum);
        }
    }

    private void set(byte[] from, int a, int b, long maskOfB) {
        for (int i = 0; i < words; i++) {
            long first = (long) Words.LONG.get(from, a + Long.BYTES * i);
            long second = (long) Words.LONG.get(from, b + Long.BYTES * i);
            even[i] = (first & LANES) + (second & maskOfB);
            odd[i] = (first >>> 8 & LANES) + (second >>> 8 & maskOfB);
        }
    }

    private void add(byte[] from, int at) {
        for (int i = 0; i < words; i++) {
            long word = (long) Words.LONG.get(from, at + Long.BYTES * i);
            even[i] += word & LANES;
            odd[i] += word >>> 8 & LANES;
        }
    }

    private void add(byte[] from, int a, int b, int c, int d) {
        for (int i = 0; i < words; i++) {
            long first = (long) Words.LONG.get(from, a + Long.BYTES * i);
            long second = (long) Words.LONG.get(from, b + Long.BYTES * i);
            long third = (long) Words.LONG.get(from, c + Long.BYTES * i);
            long fourth = (long) Words.LONG.get(from, d + Long.BYTES * i);
            even[i] += (first & LANES) + (second & LANES) + (third & LANES) + (fourth & LANES);
            odd[i] += (first >>> 8 & LANES) + (second >>> 8 & LANES) + (third >>> 8 & LANES) + (fourth >>> 8 & LANES);
        }
    }

    private void layOut() {
        for (int i = 0; i < words; i++) {
            long e = even[i];
            long o = odd[i];
            long low = (e & 0xffffL) | (e & 0xffff_0000L) << 16 | (o & 0xffffL) << 16 | (o & 0xffff_0000L) << 32;
            long high = (e >>> 32 & 0xffffL) | (e >>> 48) << 32 | (o >>> 16 & 0xffff_0000L) | (o >>> 48) << 48;
            Words.LONG.set(columns, 2 * Long.BYTES * i, low);
            Words.LONG.set(columns, 2 * Long.BYTES * i + Long.BYTES, high);
        }
    }

    /**
     * Writes the means of {@code blocks} blocks, {@code width} pixels wide and of {@code count} pixels, that begin at a sample. It multiplies by a
     * truncated reciprocal, as Pillow does, so a mean that is a half or a hair above may round down.
     */
    public void means(int sample, int blocks, int width, int components, int count, byte[] to, int toAt) {
        int reciprocal = Averaging.reciprocal(count);
        int at = Character.BYTES * sample;
        switch (components) {
            case 1 -> means1(at, blocks, width, count / 2, reciprocal, to, toAt);
            case 2 -> means2(at, blocks, width, count / 2, reciprocal, to, toAt);
            case 3 -> means3(at, blocks, width, count / 2, reciprocal, to, toAt);
            case 4 -> means4(at, blocks, width, count / 2, reciprocal, to, toAt);
            default -> throw new IllegalArgumentException("no pixel has " + components + " components");
        }
    }

    /** Four columns at a time, the lanes of which are added up at the end. */
    private void means1(int at, int blocks, int width, int half, int reciprocal, byte[] to, int toAt) {
        int fours = width / 4;
        long restOfFour = (1L << (Character.SIZE * (width % 4))) - 1;
        int in = at;
        for (int block = 0; block < blocks; block++) {
            long sum = (long) Words.LONG.get(columns, in + Long.BYTES * fours) & restOfFour;
            for (int x = 0; x < fours; x++) {
                sum += (long) Words.LONG.get(columns, in + Long.BYTES * x);
            }
            long pairs = (sum & PAIRS) + ((sum >>> Character.SIZE) & PAIRS);
            to[toAt + block] = (byte) ((((int) pairs + (int) (pairs >>> Integer.SIZE) + half) * reciprocal) >>> 24);
            in += Character.BYTES * width;
        }
    }

    private void means2(int at, int blocks, int width, int half, int reciprocal, byte[] to, int toAt) {
        int in = at;
        for (int block = 0; block < blocks; block++) {
            int sum = 0;
            for (int x = 0; x < width; x++) {
                sum += (int) Words.INT.get(columns, in);
                in += 4;
            }
            to[toAt + 2 * block] = mean(sum, half, reciprocal);
            to[toAt + 2 * block + 1] = mean(sum >>> 16, half, reciprocal);
        }
    }

    private void means3(int at, int blocks, int width, int half, int reciprocal, byte[] to, int toAt) {
        int in = at;
        for (int block = 0; block < blocks; block++) {
            long sum = 0;
            for (int x = 0; x < width; x++) {
                sum += (long) Words.LONG.get(columns, in);
                in += 6;
            }
            int out = toAt + 3 * block;
            to[out] = mean(sum, half, reciprocal);
            to[out + 1] = mean(sum >>> 16, half, reciprocal);
            to[out + 2] = mean(sum >>> 32, half, reciprocal);
        }
    }

    private void means4(int at, int blocks, int width, int half, int reciprocal, byte[] to, int toAt) {
        int in = at;
        for (int block = 0; block < blocks; block++) {
            long sum = 0;
            for (int x = 0; x < width; x++) {
                sum += (long) Words.LONG.get(columns, in);
                in += 8;
            }
            int out = toAt + 4 * block;
            to[out] = mean(sum, half, reciprocal);
            to[out + 1] = mean(sum >>> 16, half, reciprocal);
            to[out + 2] = mean(sum >>> 32, half, reciprocal);
            to[out + 3] = mean(sum >>> 48, half, reciprocal);
        }
    }

    private static byte mean(long lanes, int half, int reciprocal) {
        return (byte) (((((int) lanes & LANE) + half) * reciprocal) >>> 24);
    }
}
