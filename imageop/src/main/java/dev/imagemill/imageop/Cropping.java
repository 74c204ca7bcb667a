package dev.imagemill.imageop;

import java.util.Objects;

/** Copies a rectangle out of an image. */
final class Cropping {
    private Cropping() {}

    static SegmentImage crop(SegmentImage source, int x, int y, int width, int height) {
        Mode mode = source.mode();
        Objects.checkFromIndexSize(x, width, source.size().width());
        Objects.checkFromIndexSize(y, height, source.size().height());
        mode.length(width, height);
        if (x % mode.xDivisor() != 0 || y % mode.yDivisor() != 0) {
            throw new ImageFormatException(
                    "mode " + mode + " is cropped at even positions only, not at " + x + ", " + y);
        }
        if (!mode.planar()) {
            return Slicing.slice(source, new Selection(x, 1, width), new Selection(y, 1, height));
        }
        SegmentImage result = Images.allocate(mode, new ImageSize(width, height));
        for (int i = 0; i < mode.components(); i++) {
            Subsampling part = mode.subsampling().get(i);
            Selection columns = new Selection(x / part.x(), 1, width / part.x());
            Selection rows = new Selection(y / part.y(), 1, height / part.y());
            Slicing.copy(source.plane(i), columns, rows, result.plane(i));
        }
        return result;
    }
}
