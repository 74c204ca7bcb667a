package dev.imagemill.imageop.pillow;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.pillow.Transparency.Color;
import dev.imagemill.imageop.pillow.Transparency.Level;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns the one transparent colour that an image's info names, as PNG and GIF files can have it, into an alpha component. */
public final class ColorKey {
    private ColorKey() {}

    /**
     * The image in a mode with alpha: 0 where the pixel is exactly the colour under {@code "transparency"} in the image's info, elsewhere the
     * maximum. Colours stay, and the result's info is empty. Without such a colour this is {@link Image#convert(Mode)}.
     *
     * @param image of mode L or L16 with an {@code Integer}, or of RGB or RGB48 with three in an {@code int[]} or a {@code List}
     * @throws ImageFormatException if the colour does not fit the mode, or the target has no alpha
     */
    public static Image toAlpha(Image image, Mode target) {
        if (!target.hasAlpha()) {
            throw new ImageFormatException("mode " + target + " has no alpha");
        }
        Transparency key = Transparency.of(image.info());
        return key == null ? image.convert(target) : toAlpha(image, key, target);
    }

    static Image toAlpha(Image image, Transparency key, Mode target) {
        Image result = image.convert(target);
        byte[] pattern = pattern(image.mode(), key);
        byte[] pixels = new byte[PixelRule.RUN * pattern.length];
        long count = image.size().pixels();
        for (long first = 0; first < count; first += PixelRule.RUN) {
            int run = (int) Math.min(PixelRule.RUN, count - first);
            MemorySegment.copy(image.segment(), JAVA_BYTE, first * pattern.length, pixels, 0, run * pattern.length);
            clear(pixels, run, pattern, result, first);
        }
        return result;
    }

    private static void clear(byte[] pixels, int run, byte[] pattern, Image result, long first) {
        int step = result.mode().bytesPerPixel();
        int alpha = result.mode().bytesPerComponent();
        MemorySegment segment = result.segment();
        for (int i = 0; i < run; i++) {
            if (matches(pixels, i * pattern.length, pattern)) {
                for (int b = 1; b <= alpha; b++) {
                    segment.set(JAVA_BYTE, (first + i + 1) * step - b, (byte) 0);
                }
            }
        }
    }

    private static boolean matches(byte[] pixels, int at, byte[] pattern) {
        for (int b = 0; b < pattern.length; b++) {
            if (pixels[at + b] != pattern[b]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a pixel of the colour. */
    private static byte[] pattern(Mode mode, Transparency key) {
        if (key instanceof Level(int level) && (mode == Mode.L || mode == Mode.L16)) {
            return bytes(mode, level);
        }
        if (key instanceof Color(int red, int green, int blue) && (mode == Mode.RGB || mode == Mode.RGB48)) {
            return bytes(mode, red, green, blue);
        }
        throw new ImageFormatException("the transparency " + key + " does not fit mode " + mode);
    }

    private static byte[] bytes(Mode mode, int... components) {
        ByteBuffer bytes = ByteBuffer.allocate(mode.bytesPerPixel()).order(ByteOrder.nativeOrder());
        for (int component : components) {
            if (mode.bytesPerComponent() == 1) {
                bytes.put((byte) component);
            } else {
                bytes.putShort((short) component);
            }
        }
        return bytes.array();
    }
}
