package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** A background that a picture is laid onto, in whatever mode the picture has. */
final class Mount {
    private Mount() {}

    /**
     * The picture on a background of one colour, with its top left corner at {@code (x, y)}. The result has a mode that holds
     * both: it gains alpha where the background is not opaque, and colour where the background is not grey.
     */
    static Image lay(Image picture, int x, int y, ImageSize size, Color background) {
        Mode mode = holding(picture.mode(), background);
        Image content = mode == picture.mode() ? picture : picture.convert(mode);
        Image result = Images.filled(mode, size, components(background, mode));
        long pixel = mode.bytesPerPixel();
        long row = content.size().width() * pixel;
        MemorySegment from = content.segment();
        for (int line = 0; line < content.size().height(); line++) {
            long to = ((long) (y + line) * size.width() + x) * pixel;
            MemorySegment.copy(from, line * row, result.segment(), to, row);
        }
        return result;
    }

    /** The picture, which has alpha, on a background of one opaque colour, without alpha; coloured if the background is. */
    static Image flatten(Image picture, Color background) {
        Mode mode = holding(picture.mode(), background);
        Image content = mode == picture.mode() ? picture : picture.convert(mode);
        long[] components = components(background, mode);
        return content.flatten(Arrays.copyOf(components, components.length - 1));
    }

    /** The values that stand for a colour in a mode. */
    static long[] components(Color color, Mode mode) {
        byte[] rgba = {(byte) color.red(), (byte) color.green(), (byte) color.blue(), (byte) color.alpha()};
        Image pixel = Images.of(Mode.RGBA, new ImageSize(1, 1), rgba).convert(mode);
        long[] values = new long[mode.components()];
        for (int component = 0; component < values.length; component++) {
            values[component] = pixel.component(0, 0, component);
        }
        return values;
    }

    /** The mode nearest to this one that holds the colour as well: coloured if it is not grey, with alpha if it is not opaque. */
    static Mode holding(Mode mode, Color color) {
        boolean grey = color.red() == color.green() && color.green() == color.blue();
        Mode coloured = grey ? mode : Light.coloured(mode);
        return color.opaque()
                ? coloured
                : switch (coloured) {
                    case L -> Mode.LA;
                    case L16, L32 -> Mode.LA32;
                    case RGB, YV12, JPEG_YV12, CMYK -> Mode.RGBA;
                    case RGB48, CMYK64 -> Mode.RGBA64;
                    case LA, LA32, RGBA, RGBA64 -> coloured;
                };
    }
}
