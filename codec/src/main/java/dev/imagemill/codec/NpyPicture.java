package dev.imagemill.codec;

import dev.imagemill.codec.plain.PlainPicture;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.array.ArrayImages;
import dev.imagemill.imageop.array.ArrayLayout;
import dev.imagemill.imageop.array.Normalization;
import dev.imagemill.imageop.array.Npy;
import dev.imagemill.imageop.array.NpyFormatException;
import dev.imagemill.imageop.array.NpyLimits;
import dev.imagemill.imageop.array.NumberArray;
import java.lang.foreign.MemorySegment;

/**
 * A NumPy array as an image: rows, columns and, if there are three axes, 1 to 4 channels. Numbers of type u1, u2 and u4 are samples
 * of 8, 16 and 32 bits as they are; floating-point numbers become 8 bits by {@link ArrayImages#normalize}.
 */
record NpyPicture(NumberArray array, ImageSize size, Mode mode) implements PlainPicture {
    /** A header that is longer belongs to no array of numbers. */
    private static final NpyLimits LIMITS = new NpyLimits(10_000, Long.MAX_VALUE);

    private static final int MAX_CHANNELS = 4;

    static NpyPicture of(MemorySegment file) {
        try {
            NumberArray array = Npy.view(file, LIMITS);
            int[] shape = array.axes() == 3 || array.axes() == 2
                    ? array.shape()
                    : array.squeeze().shape();
            if (shape.length != 2 && (shape.length != 3 || shape[2] > MAX_CHANNELS)) {
                throw new UnsupportedImage(
                        "an array is an image if it has rows, columns and 1 to 4 channels; this is " + array);
            }
            if (array.elements() == 0) {
                throw new CorruptImage(CorruptImage.Stage.HEADER, "the image has no pixels: " + array, null);
            }
            int channels = shape.length == 2 ? 1 : shape[2];
            return new NpyPicture(array, new ImageSize(shape[1], shape[0]), mode(array, channels));
        } catch (NpyFormatException e) {
            throw refusal(e);
        }
    }

    private static CodecException refusal(NpyFormatException e) {
        String message = e.getMessage() == null ? "unreadable" : e.getMessage();
        return switch (e.fault()) {
            case MALFORMED, OVER_LIMIT ->
                new CorruptImage(CorruptImage.Stage.HEADER, "the array's header cannot be read: " + message, e);
            case TRUNCATED, TRAILING_DATA ->
                new CorruptImage(CorruptImage.Stage.PIXELS, "the array cannot be read: " + message, e);
            case UNSUPPORTED -> new UnsupportedImage(message);
        };
    }

    private static Mode mode(NumberArray array, int channels) {
        Mode mode = switch (array.type()) {
            case U1 -> of(channels, Mode.L, Mode.LA, Mode.RGB, Mode.RGBA);
            case U2 -> of(channels, Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64);
            case U4 -> channels == 1 ? Mode.L32 : null;
            case F2, F4, F8 -> channels == 2 ? null : of(channels, Mode.L, Mode.LA, Mode.RGB, Mode.RGBA);
        };
        if (mode == null) {
            throw new UnsupportedImage("no mode has " + channels + " channels of type "
                    + array.type().code());
        }
        return mode;
    }

    private static Mode of(int channels, Mode... modes) {
        return modes[channels - 1];
    }

    @Override
    public long leastBytes() {
        return 0;
    }

    @Override
    public void read(MemorySegment pixels) {
        try {
            Image image = array.type().floating()
                    ? ArrayImages.normalize(array, ArrayLayout.HWC, Normalization.DEFAULT)
                            .image()
                    : ArrayImages.exact(array, ArrayLayout.HWC);
            pixels.copyFrom(image.segment());
        } catch (ImageFormatException e) {
            throw new CorruptImage(CorruptImage.Stage.PIXELS, "the array is no picture: " + e.getMessage(), e);
        }
    }
}
