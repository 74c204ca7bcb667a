package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.ImageSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes pixels that look like those of a photograph: slow waves, edges and noise; alpha clear and opaque in large parts, with soft borders. */
final class Painting {
    private static final int WAVE = 53;
    private static final int NOISE = 32;
    private static final int BLOCK = 64;
    private static final int STEP = 24;

    private Painting() {}

    /** Interleaved components, a byte each. */
    static byte[] colors(ImageSize size, int components, boolean alpha) {
        byte[] pixels = new byte[Math.toIntExact(size.pixels() * components)];
        for (int c = 0; c < components; c++) {
            if (alpha && c == components - 1) {
                alpha(pixels, components, size);
            } else {
                color(pixels, c, components, size);
            }
        }
        return pixels;
    }

    /** Bytes that are 0 or 255. */
    static byte[] blackAndWhite(ImageSize size) {
        byte[] pixels = colors(size, 1, false);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (pixels[i] >> 7);
        }
        return pixels;
    }

    /** Numbers in native byte order, some of them negative or above 255. */
    static byte[] integers(ImageSize size) {
        byte[] grays = colors(size, 1, false);
        ByteBuffer pixels = ByteBuffer.allocate(4 * grays.length).order(ByteOrder.nativeOrder());
        for (byte gray : grays) {
            pixels.putInt(3 * Byte.toUnsignedInt(gray) - 200);
        }
        return pixels.array();
    }

    /** Fractions in native byte order, some of them negative or above 255. */
    static byte[] fractions(ImageSize size) {
        byte[] grays = colors(size, 1, false);
        ByteBuffer pixels = ByteBuffer.allocate(4 * grays.length).order(ByteOrder.nativeOrder());
        for (byte gray : grays) {
            pixels.putFloat(1.3f * Byte.toUnsignedInt(gray) - 20.25f);
        }
        return pixels.array();
    }

    private static void color(byte[] pixels, int component, int components, ImageSize size) {
        int[] across = wave(size.width(), 2.5 + component);
        int[] down = wave(size.height(), 1.5 + component);
        int random = 1 + component;
        for (int y = 0, at = component; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++, at += components) {
                random ^= random << 13;
                random ^= random >>> 17;
                random ^= random << 5;
                int edge = (x / BLOCK + y / BLOCK) % 2 * STEP;
                pixels[at] = sample(Byte.MAX_VALUE + across[x] + down[y] + edge + random % NOISE);
            }
        }
    }

    private static void alpha(byte[] pixels, int components, ImageSize size) {
        int[] across = wave(size.width(), 3);
        int[] down = wave(size.height(), 2);
        for (int y = 0, at = components - 1; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++, at += components) {
                pixels[at] = sample(160 + 8 * (across[x] + down[y]));
            }
        }
    }

    private static int[] wave(int length, double periods) {
        int[] wave = new int[length];
        for (int i = 0; i < length; i++) {
            wave[i] = (int) Math.round(WAVE * Math.sin(2 * Math.PI * periods * i / length));
        }
        return wave;
    }

    private static byte sample(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }
}
