package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/** Rec. 601 luma of 8-bit pixels, straight to grey. */
public final class Luma8 {
    private Luma8() {}

    /** Of quads of red, green, blue and anything. */
    public static void ofQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int pairs = pairs(pixels);
        for (int i = 0; i < pairs; i++) {
            longs[i] = (long) LONGS.get(from, at + Long.BYTES * i);
        }
        ofPairs(longs, 32, pairs, lanes);
        store(pairs, to, toAt, lanes);
    }

    /** Of red, green and blue. */
    public static void ofTriples(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int pairs = pairs(pixels);
        Layout8.loadTriples(from, at, pairs, lanes.longs);
        ofPairs(lanes.longs, 24, pairs, lanes);
        store(pairs, to, toAt, lanes);
    }

    /** Pixels are taken by two, and their luma is stored by four. */
    private static int pairs(int pixels) {
        return ((pixels + 3) >> 2) * 2;
    }

    /** @param second where the second pixel of a pair begins, in bits */
    private static void ofPairs(long[] longs, int second, int pairs, Lanes lanes) {
        int[] even = lanes.first;
        int[] odd = lanes.second;
        for (int i = 0; i < pairs; i++) {
            even[i] = (int) longs[i];
        }
        for (int i = 0; i < pairs; i++) {
            odd[i] = (int) (longs[i] >>> second);
        }
        luma(even, pairs);
        luma(odd, pairs);
    }

    private static void luma(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = pixels[i];
            pixels[i] =
                    (19_595 * (pixel & 255) + 38_470 * ((pixel >> 8) & 255) + 7_471 * ((pixel >> 16) & 255) + 32_768)
                            >> 16;
        }
    }

    private static void store(int pairs, byte[] to, int toAt, Lanes lanes) {
        int[] even = lanes.first;
        int[] odd = lanes.second;
        long[] longs = lanes.longs;
        byte[] bytes = lanes.bytes;
        for (int i = 0; i < pairs; i++) {
            INTS.set(bytes, Integer.BYTES * i, even[i] | odd[i] << 8);
        }
        for (int i = 0; i < pairs / 2; i++) {
            longs[i] = (long) LONGS.get(bytes, Long.BYTES * i);
        }
        for (int i = 0; i < pairs / 2; i++) {
            INTS.set(to, toAt + Integer.BYTES * i, (int) (longs[i] | longs[i] >>> 16));
        }
    }
}
