package dev.imagemill.imageop;

import java.lang.foreign.Arena;

/** The noise of {@code golden.py}, and images of it. */
public final class Noise {
    private Noise() {}

    public static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        long state = seed;
        for (int i = 0; i < length; i++) {
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF;
            int value = (int) (state >> 16) & 255;
            bytes[i] = (byte) (i % 5 == 4 ? (value < 128 ? 0 : 255) : value);
        }
        return bytes;
    }

    public static Image image(Mode mode, int width, int height) {
        ImageSize size = new ImageSize(width, height);
        return Images.of(mode, size, bytes(31L * width + height + mode.name().length(), (int) mode.length(size)));
    }

    /** The same image in native memory. */
    static Image inNativeMemory(Image image) {
        Image copy = Images.createNative(image.mode(), image.size(), Arena.ofAuto());
        copy.segment().copyFrom(image.segment());
        return copy;
    }

    static byte[] bytesOf(Image image) {
        byte[] bytes = new byte[(int) image.segment().byteSize()];
        image.buffer().get(0, bytes);
        return bytes;
    }
}
