package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Noise;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The synthetic pixels of {@code golden_pillow.py}. */
final class Sources {
    static final int PALETTE_SEED = 7;

    /** All colours of 24 bits, the first component changing slowest; not to be written to. */
    static final byte[] EVERY_COLOR = everyColor();

    private Sources() {}

    static boolean isShared(String mode) {
        return Mode.all().stream().anyMatch(shared -> shared.name().equals(mode));
    }

    static byte[] bytes(String mode, ImageSize size, long seed, int mask) {
        int bytesPerPixel = isShared(mode)
                ? Mode.valueOf(mode).bytesPerPixel()
                : PillowMode.parse(mode).bytesPerPixel();
        byte[] bytes = Noise.bytes(seed, (int) size.pixels() * bytesPerPixel);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= (byte) mask;
            if (mode.equals("1")) {
                bytes[i] = (byte) (bytes[i] < 0 ? 255 : 0);
            }
        }
        return mode.equals("I") || mode.equals("F") ? numbers(bytes, mode.equals("F")) : bytes;
    }

    private static byte[] numbers(byte[] noise, boolean floats) {
        ByteBuffer in = ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(noise.length).order(ByteOrder.nativeOrder());
        for (int i = 0; in.hasRemaining(); i++) {
            int number = in.getInt() >> (i % 4 * 8);
            if (floats) {
                out.putFloat((float) (number / 16.0));
            } else {
                out.putInt(number);
            }
        }
        return out.array();
    }

    private static byte[] everyColor() {
        byte[] colors = new byte[3 << 24];
        for (int color = 0; color < 1 << 24; color++) {
            colors[3 * color] = (byte) (color >> 16);
            colors[3 * color + 1] = (byte) (color >> 8);
            colors[3 * color + 2] = (byte) color;
        }
        return colors;
    }
}
