package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Trim;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.List;
import java.util.Optional;

/** The operation {@code trim}: borders of one colour cut away. Where they end, only the pixels say. */
record TrimStep(Trim trim) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
    }

    @Override
    public Picture apply(Picture picture) {
        return applyAll(List.of(picture)).getFirst();
    }

    /** All frames to where any of them shows something else than the background, which is the first's. */
    @Override
    public List<Picture> applyAll(List<Picture> frames) {
        Picture first = frames.getFirst();
        Mode mode = first.pixels().mode();
        Color given = trim.background();
        long[] background = given == null ? topLeft(first) : Mount.components(given, mode);
        long threshold = (long) Math.floor(trim.threshold() * mode.maxValue());
        Optional<Region> content = frames.stream()
                .flatMap(frame -> new Content(frame.pixels(), background, threshold).region().stream())
                .reduce(Region::around);
        return content.map(region ->
                        frames.stream().map(frame -> cropped(frame, region)).toList())
                .orElse(frames);
    }

    private static Picture cropped(Picture picture, Region region) {
        Image pixels = picture.pixels();
        return region.covers(pixels.size())
                ? picture
                : picture.replacedBy(pixels.crop(region.x(), region.y(), region.width(), region.height()));
    }

    /** The pixel at the top left as a viewer sees it. */
    private static long[] topLeft(Picture picture) {
        Image pixels = picture.pixels();
        Region corner = picture.turn().before(new Region(0, 0, 1, 1), pixels.size());
        long[] values = new long[pixels.mode().components()];
        for (int c = 0; c < values.length; c++) {
            values[c] = pixels.component(corner.x(), corner.y(), c);
        }
        return values;
    }

    /** What of a picture is not background. */
    private static final class Content {
        private final Image pixels;
        private final long[] background;
        private final long threshold;

        Content(Image pixels, long[] background, long threshold) {
            this.pixels = pixels;
            this.background = background;
            this.threshold = threshold;
        }

        /** The smallest region that holds all of it, if there is any. */
        Optional<Region> region() {
            int width = pixels.size().width();
            int height = pixels.size().height();
            int top = 0;
            while (top < height && !inRow(top, 0, width)) {
                top++;
            }
            if (top == height) {
                return Optional.empty();
            }
            int bottom = height;
            while (!inRow(bottom - 1, 0, width)) {
                bottom--;
            }
            int left = width;
            int right = 0;
            for (int y = top; y < bottom; y++) {
                left = first(y, left);
                right = last(y, right);
            }
            return Optional.of(new Region(left, top, right - left, bottom - top));
        }

        private boolean inRow(int y, int from, int to) {
            for (int x = from; x < to; x++) {
                if (differs(x, y)) {
                    return true;
                }
            }
            return false;
        }

        private int first(int y, int most) {
            int x = 0;
            while (x < most && !differs(x, y)) {
                x++;
            }
            return x;
        }

        private int last(int y, int least) {
            int x = pixels.size().width();
            while (x > least && !differs(x - 1, y)) {
                x--;
            }
            return x;
        }

        private boolean differs(int x, int y) {
            for (int c = 0; c < background.length; c++) {
                if (Math.abs(pixels.component(x, y, c) - background[c]) > threshold) {
                    return true;
                }
            }
            return false;
        }
    }
}
