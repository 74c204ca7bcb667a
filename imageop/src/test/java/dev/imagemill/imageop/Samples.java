package dev.imagemill.imageop;

import java.util.stream.IntStream;

/** The samples of an image one by one, with no kernel in between. */
final class Samples {
    private Samples() {}

    /** Unsigned values in memory order. */
    static long[] of(ImageSource image) {
        int bytes = image.mode().bytesPerComponent();
        return IntStream.range(0, image.buffer().capacity() / bytes)
                .mapToLong(i -> switch (bytes) {
                    case 1 -> Byte.toUnsignedLong(image.buffer().get(i));
                    case 2 -> Short.toUnsignedLong(image.buffer().getShort(2 * i));
                    default -> Integer.toUnsignedLong(image.buffer().getInt(4 * i));
                })
                .toArray();
    }

    /** Which component the sample at this place of {@link #of} belongs to. */
    static int componentOf(ImageSource image, int place) {
        if (!image.mode().planar()) {
            return place % image.mode().components();
        }
        int pixels = (int) image.size().pixels();
        return place < pixels ? 0 : 1 + (place - pixels) / (pixels / 4);
    }
}
