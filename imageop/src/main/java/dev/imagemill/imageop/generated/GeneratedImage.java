package dev.imagemill.imageop.generated;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;

/**
 * A picture that is described and can be computed at any time, as bytes or as floating-point numbers; Blender's generated image.
 *
 * @param size each side 1 to {@value #LONGEST_SIDE}
 * @param color of a {@link GeneratedType#BLANK} image; the others do not use it
 */
public record GeneratedImage(GeneratedType type, ImageSize size, FillColor color) {
    /** The most pixels a side can have. */
    public static final int LONGEST_SIDE = 65_536;

    private static final int CHANNELS = 4;

    /**
     * Checks the size.
     *
     * @throws ImageFormatException if a side is too long
     */
    public GeneratedImage {
        requireNonNull(type, "type is null");
        requireNonNull(color, "color is null");
        if (size.width() > LONGEST_SIDE || size.height() > LONGEST_SIDE) {
            throw new ImageFormatException(
                    "a generated image has sides of up to " + LONGEST_SIDE + " pixels, not " + size);
        }
    }

    /** A grid, for which no colour matters. */
    public GeneratedImage(GeneratedType type, ImageSize size) {
        this(type, size, FillColor.TRANSPARENT);
    }

    /**
     * The picture in mode {@link Mode#RGBA}: sRGB, straight alpha.
     *
     * @throws ImageFormatException if it takes more than 2 GiB
     */
    public Image render() {
        byte[] pixels = new byte[length()];
        Pattern pattern = pattern();
        int line = size.width() * CHANNELS;
        for (int y = 0; y < size.height(); y++) {
            pattern.paint(size.height() - 1 - y, pixels, y * line);
        }
        return Images.wrap(Mode.RGBA, size, MemorySegment.ofArray(pixels));
    }

    /**
     * The picture as red, green, blue and alpha of every pixel, the top line first: scene-linear light (sRGB with its transfer undone), 0 to 1.
     * Colours are not multiplied by alpha; only a {@link GeneratedType#BLANK} image has another than 1.
     *
     * @param data whether the numbers are data and no colours, so that a {@link GeneratedType#BLANK} image has its colour's components as they are
     * @throws ImageFormatException if an array cannot hold it
     */
    public float[] renderFloats(boolean data) {
        float[] pixels = new float[length()];
        Pattern pattern = pattern();
        int line = size.width() * CHANNELS;
        for (int y = 0; y < size.height(); y++) {
            pattern.paint(size.height() - 1 - y, pixels, y * line, data);
        }
        return pixels;
    }

    private int length() {
        long length = size.pixels() * CHANNELS;
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw new ImageFormatException("a generated image of " + size + " is more than an array holds");
        }
        return (int) length;
    }

    private Pattern pattern() {
        return switch (type) {
            case BLANK -> new Blank(size.width(), color);
            case UV_GRID -> new UvGrid(size.width());
            case COLOR_GRID -> new ColorGrid(size.width(), size.height());
        };
    }
}
