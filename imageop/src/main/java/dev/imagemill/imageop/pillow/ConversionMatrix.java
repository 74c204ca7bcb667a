package dev.imagemill.imageop.pillow;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSource;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.FloatMatrix;

/**
 * A matrix of 4 or 12 numbers that makes grey, or three components, out of three components of 8 bits: each row's first three numbers times the
 * components, plus the fourth, in single precision; then a half is added, fractions are cut off, and the result is clipped to 0 to 255.
 *
 * <p>Pillow's {@code convert} with a matrix. {@link Image#mix} is for all modes of RGB, keeps the mode, and computes in double precision.
 */
public final class ConversionMatrix {
    private static final int ROW = 4;

    private final float[] numbers;

    private ConversionMatrix(float[] numbers) {
        this.numbers = numbers;
    }

    /**
     * A matrix.
     *
     * @param numbers one row of four, for a result of mode L, or three rows, for RGB
     * @throws IllegalArgumentException if there are not 4 or 12
     */
    public static ConversionMatrix of(float... numbers) {
        if (numbers.length != ROW && numbers.length != 3 * ROW) {
            throw new IllegalArgumentException("a colour matrix has 4 or 12 numbers, not " + numbers.length);
        }
        return new ConversionMatrix(numbers.clone());
    }

    /**
     * Applies the matrix to an image of mode RGB.
     *
     * @return an image of mode L or RGB
     * @throws ImageFormatException if the image has another mode
     */
    public Image apply(ImageSource source) {
        requireNonNull(source, "source is null");
        if (source.mode() != Mode.RGB) {
            throw new ImageFormatException(
                    "a colour matrix takes three components of 8 bits, not mode " + source.mode());
        }
        return apply(PixelSource.of(Images.view(source)));
    }

    /**
     * Applies the matrix to the components of an image of mode YCbCr, LAB or HSV as they are.
     *
     * @return an image of mode L or RGB
     * @throws ImageFormatException if the image has another mode
     */
    public Image apply(PillowImage source) {
        if (source.mode().components() != 3) {
            throw new ImageFormatException("a colour matrix takes three components of 8 bits, not mode "
                    + source.mode().pilName());
        }
        return apply(PixelSource.of(source));
    }

    private Image apply(PixelSource source) {
        Mode mode = numbers.length == ROW ? Mode.L : Mode.RGB;
        return source.toImage(mode, new FloatMatrix(PixelRule.RUN, numbers)::apply);
    }
}
