package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Point;
import dev.imagemill.contract.pipeline.Watermark;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ComponentFunction;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Slice;
import java.util.Arrays;

/** The operation {@code watermark}: another picture over this one, which keeps its mode: on grey the mark is grey, and without alpha there is none after. */
record WatermarkStep(Watermark watermark, Marks marks) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.finishTurn();
        forecast.make(forecast.stored());
        ImageSize mark = watermark.markSize(mark().size(), forecast.stored());
        forecast.workOn(forecast.stored().pixels() + 2 * mark.pixels());
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.finish();
        Light.require(pixels, watermark.op());
        Image mark = translucent(sized(mark(), pixels.size()).convert(overlay(pixels.mode())));
        Point at = watermark.position(mark.size(), pixels.size());
        Image result = pixels.copy();
        if (watermark.tile()) {
            tile(mark, at, result);
        } else {
            lay(mark, at.x(), at.y(), result);
        }
        return picture.finishedAs(result);
    }

    /** Watermarks that name their image by id were to be replaced where the pipeline was taken in. */
    private Image mark() {
        String digest = watermark.blob();
        if (digest == null) {
            throw Problem.at(
                            ProblemType.INVALID_PIPELINE,
                            "/image",
                            "the image " + watermark.image() + " was not replaced by its file before the work")
                    .exception();
        }
        try {
            return marks.mark(digest);
        } catch (ProblemException unusable) {
            throw new ProblemException(unusable.problem().within("/blob"), unusable);
        }
    }

    private Image sized(Image mark, ImageSize on) {
        ImageSize size = watermark.markSize(mark.size(), on);
        return size.equals(mark.size()) ? mark : mark.resize(size, Filter.LANCZOS);
    }

    /** The mode of a mark that is laid over a picture of a mode. */
    private static Mode overlay(Mode mode) {
        return switch (mode) {
            case L, LA -> Mode.LA;
            case L16, LA32 -> Mode.LA32;
            case RGB, RGBA -> Mode.RGBA;
            case RGB48, RGBA64 -> Mode.RGBA64;
            case L32, YV12, JPEG_YV12, CMYK, CMYK64 ->
                throw Problem.of(
                                ProblemType.UNSUPPORTED_CONVERSION,
                                "a watermark is for 8 and 16 bits, and the image is " + mode
                                        + " here: convert it first")
                        .exception();
        };
    }

    private Image translucent(Image mark) {
        if (watermark.opacity() == 1) {
            return mark;
        }
        ComponentFunction[] functions = new ComponentFunction[mark.components()];
        Arrays.fill(functions, (ComponentFunction) value -> value);
        functions[functions.length - 1] = value -> value * watermark.opacity();
        return mark.point(functions);
    }

    /** A row of marks is made once and laid down in every row. */
    private void tile(Image mark, Point at, Image result) {
        int stepX = mark.size().width() + watermark.margin();
        int stepY = mark.size().height() + watermark.margin();
        int width = result.size().width();
        Image row = Images.create(mark.mode(), new ImageSize(width, mark.size().height()));
        for (int x = first(at.x(), stepX); x < width; x += stepX) {
            put(mark, x, 0, row);
        }
        for (int y = first(at.y(), stepY); y < result.size().height(); y += stepY) {
            lay(row, 0, y, result);
        }
    }

    /** The least position from which on, step by step, a position is reached and all of the picture covered. */
    private static int first(int position, int step) {
        return Math.floorMod(position, step) - step;
    }

    /** Lays what of the mark is inside over the picture. */
    private static void lay(Image mark, int x, int y, Image result) {
        Region inside = inside(mark, x, y, result);
        if (inside.width() > 0 && inside.height() > 0) {
            Image part = mark.crop(inside.x() - x, inside.y() - y, inside.width(), inside.height());
            Image under = result.crop(inside.x(), inside.y(), inside.width(), inside.height());
            assign(inside, part.compositeOver(under), result);
        }
    }

    private static void put(Image mark, int x, int y, Image row) {
        Region inside = inside(mark, x, y, row);
        if (inside.width() > 0) {
            assign(inside, mark.crop(inside.x() - x, inside.y() - y, inside.width(), inside.height()), row);
        }
    }

    private static Region inside(Image mark, int x, int y, Image picture) {
        return new Region(x, y, mark.size().width(), mark.size().height()).within(picture.size());
    }

    private static void assign(Region at, Image part, Image result) {
        result.assign(Slice.of(at.x(), at.right()), Slice.of(at.y(), at.bottom()), part);
    }
}
