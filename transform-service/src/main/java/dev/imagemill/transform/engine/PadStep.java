package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Extend;
import dev.imagemill.contract.pipeline.Pad;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import java.lang.foreign.MemorySegment;

/** The operation {@code pad}: a border of one colour, or one that continues the picture. */
record PadStep(Pad pad) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.finishTurn();
        forecast.become(pad.resultSize(forecast.stored()));
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.finish();
        ImageSize size = pad.resultSize(pixels.size());
        return picture.finishedAs(
                pad.extend() == Extend.BACKGROUND
                        ? Mount.lay(pixels, pad.left(), pad.top(), size, pad.background())
                        : continued(pixels, size));
    }

    private Image continued(Image pixels, ImageSize size) {
        Image result = Images.create(pixels.mode(), size);
        int pixel = pixels.mode().bytesPerPixel();
        int[] columns = origins(pad.left(), pixels.size().width(), size.width());
        int[] rows = origins(pad.top(), pixels.size().height(), size.height());
        long from = (long) pixels.size().width() * pixel;
        long to = (long) size.width() * pixel;
        for (int y = 0; y < size.height(); y++) {
            line(pixels.segment(), rows[y] * from, columns, pixel, result.segment(), y * to);
        }
        return result;
    }

    /** One row: the picture's own in one piece, the border pixel by pixel. */
    private void line(MemorySegment from, long row, int[] columns, int pixel, MemorySegment to, long at) {
        int inside = columns.length - pad.left() - pad.right();
        MemorySegment.copy(from, row, to, at + (long) pad.left() * pixel, (long) inside * pixel);
        for (int x = 0; x < columns.length; x++) {
            if (x == pad.left()) {
                x += inside;
            }
            if (x < columns.length) {
                MemorySegment.copy(from, row + (long) columns[x] * pixel, to, at + (long) x * pixel, pixel);
            }
        }
    }

    /** Which position of the picture each position of the padded one shows. */
    private int[] origins(int before, int length, int padded) {
        int[] origins = new int[padded];
        for (int i = 0; i < padded; i++) {
            int at = i - before;
            origins[i] = switch (pad.extend()) {
                case COPY -> Math.clamp(at, 0, length - 1);
                case REPEAT -> Math.floorMod(at, length);
                case MIRROR -> Math.min(Math.floorMod(at, 2 * length), 2 * length - 1 - Math.floorMod(at, 2 * length));
                case BACKGROUND -> throw new IllegalStateException("a background has no origin");
            };
        }
        return origins;
    }
}
