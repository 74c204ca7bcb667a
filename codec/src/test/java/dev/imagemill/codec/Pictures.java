package dev.imagemill.codec;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;

/** Images that the tests render themselves, and how alike two images are. */
final class Pictures {
    private Pictures() {}

    /** The formats that are written and read. */
    static Stream<ImageFormat> written() {
        return Stream.of(ImageFormat.values()).filter(format -> format.canWrite() && format.canRead());
    }

    /** Soft waves of colour, different in every component, with a transparent side where there is alpha. */
    static Image waves(Mode mode, int width, int height) {
        Image image = Images.create(mode, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < mode.components(); c++) {
                    boolean alpha = mode.hasAlpha() && c == mode.components() - 1;
                    double value = alpha ? (double) x / width : wave(x, y, c);
                    image.setComponent(x, y, c, Math.round(value * mode.maxValue()));
                }
            }
        }
        return image;
    }

    private static double wave(int x, int y, int component) {
        return (Math.sin(x * 0.05 + component) + Math.cos(y * 0.07 - 2.0 * component) + 2) / 4;
    }

    /** One colour in the left half, another in the right. */
    static Image halves(ImageSize size, long[] left, long[] right) {
        Image image = Images.filled(left.length == 1 ? Mode.L : Mode.RGB, size, left);
        for (int y = 0; y < size.height(); y++) {
            for (int x = size.width() / 2; x < size.width(); x++) {
                for (int c = 0; c < right.length; c++) {
                    image.setComponent(x, y, c, right[c]);
                }
            }
        }
        return image;
    }

    static byte[] bytes(Image image) {
        return image.segment().toArray(ValueLayout.JAVA_BYTE);
    }

    /** Decoded pixels on the heap, with the native memory given back. */
    static Image decoded(byte[] file, DecodeOptions options) {
        try (DecodedImage decoded = Codec.decode(file, options)) {
            return decoded.image().copy();
        }
    }

    static Image decoded(byte[] file) {
        return decoded(file, DecodeOptions.DEFAULT);
    }

    /** Peak signal-to-noise ratio over all components, in decibels; infinite for equal images. */
    static double psnr(Image one, Image other) {
        if (one.mode() != other.mode() || !one.size().equals(other.size())) {
            throw new AssertionError(one.mode() + " " + one.size() + " against " + other.mode() + " " + other.size());
        }
        double sum = 0;
        long count = 0;
        for (int y = 0; y < one.size().height(); y++) {
            for (int x = 0; x < one.size().width(); x++) {
                for (int c = 0; c < one.mode().components(); c++) {
                    double difference = one.component(x, y, c) - other.component(x, y, c);
                    sum += difference * difference;
                    count++;
                }
            }
        }
        double peak = one.mode().maxValue();
        return 10 * Math.log10(peak * peak * count / sum);
    }
}
