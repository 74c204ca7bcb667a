package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;

/**
 * A source that both sides have: the same bytes under the same mode.
 *
 * @param mode as Pillow calls it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Picture(String mode, Scale scale, byte[] pixels) {
    private static final int WAVE = 53;
    private static final int NOISE = 32;
    private static final int BLOCK = 64;
    private static final int STEP = 24;

    /** Slow waves, edges and noise in every colour; alpha is clear and opaque in large parts, with soft borders between. */
    static Picture photograph(String mode, Scale scale) {
        Mode parsed = Mode.parse(mode);
        byte[] pixels = new byte[Math.toIntExact(parsed.length(scale.size()))];
        // The planes of a planar image lie below each other, as one that is higher.
        int components = parsed.planar() ? 1 : parsed.components();
        boolean alpha = parsed.hasAlpha();
        ImageSize size = new ImageSize(
                scale.size().width(), pixels.length / components / scale.size().width());
        for (int c = 0; c < components; c++) {
            if (alpha && c == components - 1) {
                alpha(pixels, components, size);
            } else {
                color(pixels, c, components, size);
            }
        }
        return new Picture(mode, scale, pixels);
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

    /** A view of the pixels. */
    Image image() {
        return Images.wrap(Mode.parse(mode), scale.size(), MemorySegment.ofArray(pixels));
    }

    /** Copied by the plain means of the language: the bandwidth that operations which only move pixels are held against. */
    Image copy() {
        byte[] to = new byte[pixels.length];
        System.arraycopy(pixels, 0, to, 0, pixels.length);
        return Images.wrap(Mode.parse(mode), scale.size(), MemorySegment.ofArray(to));
    }
}
