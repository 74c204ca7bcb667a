package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The arithmetic of {@link Scale}, in integers so that it is the same everywhere. */
final class ScaleLayout {
    private ScaleLayout() {}

    static Layout of(Scale scale, ImageSize in) {
        Double factor = scale.factor();
        if (factor != null) {
            return Layout.whole(Sides.size(times(in.width(), factor), times(in.height(), factor)));
        }
        Ratio wide = ratio(scale.width(), in.width());
        Ratio high = ratio(scale.height(), in.height());
        ImageSize resized = resize(in, scale.fit(), scale.enlarge(), wide, high);
        return switch (scale.fit()) {
            case INSIDE, OUTSIDE, FILL -> Layout.whole(resized);
            case COVER -> cover(resized, scale);
            case CONTAIN -> contain(resized, scale);
        };
    }

    private static ImageSize resize(
            ImageSize in, Fit fit, boolean enlarge, @Nullable Ratio wide, @Nullable Ratio high) {
        if (fit == Fit.FILL) {
            return Sides.size(
                    limit(wide == null ? Ratio.ONE : wide, enlarge).of(in.width()),
                    limit(high == null ? Ratio.ONE : high, enlarge).of(in.height()));
        }
        Ratio both = limit(choose(fit, wide, high), enlarge);
        return Sides.size(both.of(in.width()), both.of(in.height()));
    }

    private static Ratio choose(Fit fit, @Nullable Ratio wide, @Nullable Ratio high) {
        if (wide == null || high == null) {
            return wide != null ? wide : high != null ? high : Ratio.ONE;
        }
        boolean greater = fit == Fit.OUTSIDE || fit == Fit.COVER;
        return wide.above(high) == greater ? wide : high;
    }

    private static Ratio limit(Ratio ratio, boolean enlarge) {
        return !enlarge && ratio.above(Ratio.ONE) ? Ratio.ONE : ratio;
    }

    private static Layout cover(ImageSize resized, Scale scale) {
        int width = scale.width() == null ? resized.width() : Math.min(scale.width(), resized.width());
        int height = scale.height() == null ? resized.height() : Math.min(scale.height(), resized.height());
        Focus focus = scale.focus();
        if (focus != null) {
            return new Layout(
                    resized,
                    Focus.place(focus.x(), resized.width(), width),
                    Focus.place(focus.y(), resized.height(), height),
                    new ImageSize(width, height));
        }
        int spareX = resized.width() - width;
        int spareY = resized.height() - height;
        return new Layout(
                resized,
                place(spareX, (spareX + 1) / 2, scale.gravity().horizontal()),
                place(spareY, (spareY + 1) / 2, scale.gravity().vertical()),
                new ImageSize(width, height));
    }

    private static Layout contain(ImageSize resized, Scale scale) {
        int width = scale.width() == null ? resized.width() : Math.max(scale.width(), resized.width());
        int height = scale.height() == null ? resized.height() : Math.max(scale.height(), resized.height());
        int spareX = width - resized.width();
        int spareY = height - resized.height();
        return new Layout(
                resized,
                -place(spareX, spareX / 2, scale.gravity().horizontal()),
                -place(spareY, spareY / 2, scale.gravity().vertical()),
                new ImageSize(width, height));
    }

    /** How much of the spare room lies before the content: none, the given middle or all. */
    private static int place(int spare, int middle, int side) {
        return side < 0 ? 0 : side > 0 ? spare : middle;
    }

    private static @Nullable Ratio ratio(@Nullable Integer wanted, int side) {
        return wanted == null ? null : new Ratio(wanted, side);
    }

    private static long times(int side, double factor) {
        return BigDecimal.valueOf(side)
                .multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    /** What a side is multiplied by, as a fraction. */
    private record Ratio(int to, int from) {
        static final Ratio ONE = new Ratio(1, 1);

        boolean above(Ratio other) {
            return (long) to * other.from > (long) other.to * from;
        }

        /** The side multiplied by the ratio, to the nearest integer, halves up. */
        long of(int side) {
            return (2L * side * to + from) / (2L * from);
        }
    }
}
