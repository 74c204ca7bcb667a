package dev.imagemill.imageop.array;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSource;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Makes images of arrays of numbers and arrays of images. */
public final class ArrayImages {
    private ArrayImages() {}

    /**
     * The numbers as an image's samples, unchanged: u1 makes L, LA, RGB or RGBA by the number of channels, u2 their 16-bit twins, u4 with one
     * channel L32.
     *
     * @throws ImageFormatException if the array does not have the layout, has no pixels, or is of a type or number of channels that no mode has;
     *     floating-point numbers are not samples until they are {@linkplain #normalize normalised}
     */
    public static Image exact(NumberArray array, ArrayLayout layout) {
        ImageAxes axes = ImageAxes.of(array, layout);
        return Samples.read(array, axes, mode(array, axes.channels()));
    }

    /**
     * The numbers as samples of a mode, unchanged, as CMYK instead of RGBA.
     *
     * @throws ImageFormatException if the array does not have the layout, or not the mode's number of channels or type
     */
    public static Image exact(NumberArray array, ArrayLayout layout, Mode mode) {
        ImageAxes axes = ImageAxes.of(array, layout);
        if (mode.planar()) {
            throw new ImageFormatException(
                    "the planar mode " + mode + " has planes of different sizes, which no array has");
        }
        if (array.type() != type(mode) || axes.channels() != mode.components()) {
            throw new ImageFormatException("mode " + mode + " takes an array of type "
                    + type(mode).code() + " with " + mode.components() + " channels, not "
                    + array.type().code() + " with " + axes.channels());
        }
        return Samples.read(array, axes, mode);
    }

    private static Mode mode(NumberArray array, int channels) {
        for (Mode mode :
                List.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64, Mode.L32)) {
            if (type(mode) == array.type() && mode.components() == channels) {
                return mode;
            }
        }
        throw new ImageFormatException("no mode has " + channels + " channels of type "
                + array.type().code() + (array.type().floating() ? "; normalise the array" : ""));
    }

    private static ElementType type(Mode mode) {
        return switch (mode.bytesPerComponent()) {
            case 1 -> ElementType.U1;
            case 2 -> ElementType.U2;
            default -> ElementType.U4;
        };
    }

    /**
     * The mode that an array of numbers is an image of: L with one channel, RGB with three, RGBA with four, or RGB for a file type without
     * transparency.
     *
     * @throws ImageFormatException if the array does not have the layout or has two channels
     */
    public static Mode guessMode(NumberArray array, ArrayLayout layout, String fileType) {
        return guess(array, ImageAxes.of(array, layout), Normalization.DEFAULT.withFileType(fileType));
    }

    private static Mode guess(NumberArray array, ImageAxes axes, Normalization options) {
        return switch (axes.channels()) {
            case 1 -> Mode.L;
            case 3 -> Mode.RGB;
            case 4 -> options.opaque() ? Mode.RGB : Mode.RGBA;
            default ->
                throw new ImageFormatException("un-supported shape " + NumberArray.text(array.shape())
                        + ": an image has 1, 3 or 4 channels unless its mode is given");
        };
    }

    /**
     * Numbers of any type and range as an 8-bit image.
     *
     * <p>With m the least and M the greatest number of the whole array, and everything computed in the array's own precision and truncated:
     * if m &ge; 0 and M &le; 1, a number v becomes 255 v; else if m &ge; -1 and M &le; 1, it becomes 127.5 (v + 1); else v itself, clipped to 0 to
     * 255. So an image of integers that are all 0 or 1 is stretched to black and white. Without rescaling, v is truncated and taken
     * modulo 256. Then the channels are L, LA, RGB or RGBA, and converted to the mode if it is another one.
     *
     * @throws ImageFormatException if the array does not have the layout, has no pixels, has two channels and no mode is given, or a number is NaN,
     *     or infinite without rescaling; see also {@link Image#convert(Mode)}
     */
    public static NormalizedImage normalize(NumberArray array, ArrayLayout layout, Normalization options) {
        ImageAxes axes = ImageAxes.of(array, layout);
        List<ArrayWarning> warnings = new ArrayList<>();
        Mode mode = options.mode();
        if (mode == null) {
            mode = guess(array, axes, options);
            if (axes.channels() == 4 && mode == Mode.RGB) {
                warnings.add(ArrayWarning.JPEG_ALPHA_DROPPED);
            }
        }
        NumberArray bytes = options.rescale() ? ByteRange.rescale(array, warnings) : ByteRange.wrap(array);
        Image image = Samples.read(bytes, axes, mode(bytes, axes.channels()));
        return new NormalizedImage(image.mode() == mode ? image : image.convert(mode), warnings);
    }

    /**
     * The samples of an image as an array of u1, u2 or u4 in C order and native byte order, over a copy of them.
     *
     * @throws ImageFormatException if the layout is {@link ArrayLayout#HW} and there is more than one component
     * @throws UnsupportedOperationException if the mode is planar
     */
    public static NumberArray toArray(ImageSource image, ArrayLayout layout) {
        Image pixels = Images.view(image);
        if (layout == ArrayLayout.CHW
                && pixels.mode().components() > 1
                && !pixels.mode().planar()) {
            return Samples.planes(pixels, type(pixels.mode()));
        }
        return toArrayView(pixels, layout).copy(ByteOrder.nativeOrder(), AxisOrder.C);
    }

    /**
     * The samples of an image as an array of u1, u2 or u4 over the image's own memory; an image over 2 GiB is no obstacle.
     *
     * @throws ImageFormatException if there is more than one component and the layout is not {@link ArrayLayout#HWC}
     * @throws UnsupportedOperationException if the mode is planar
     */
    public static NumberArray toArrayView(ImageSource image, ArrayLayout layout) {
        Image pixels = Images.view(image);
        Mode mode = pixels.mode();
        if (mode.planar()) {
            throw new UnsupportedOperationException(
                    "the planes of mode " + mode + " differ in size; split or convert it");
        }
        if (layout != ArrayLayout.HWC && mode.components() > 1) {
            throw new ImageFormatException("pixels of mode " + mode + " have " + mode.components()
                    + " components and do not lie in memory as layout " + layout);
        }
        int width = pixels.size().width();
        int height = pixels.size().height();
        int[] shape = switch (layout) {
            case HW -> new int[] {height, width};
            case HWC -> new int[] {height, width, mode.components()};
            case CHW -> new int[] {1, height, width};
        };
        return NumberArray.wrap(type(mode), ByteOrder.nativeOrder(), AxisOrder.C, pixels.segment(), shape);
    }
}
