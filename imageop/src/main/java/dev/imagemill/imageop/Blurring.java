package dev.imagemill.imageop;

/**
 * Blurs images by a Gaussian, an axis after the other, in the weighed sums of a resize.
 *
 * <p>A wide Gaussian is made of narrow ones. One of {@value #THINNING_SIGMA} lines leaves so little of what varies within four lines that every other line
 * tells all (what it leaves there is below 1e-8). On that half of the lines the rest of the Gaussian, whose variance is the difference of the two, is half as
 * wide; and so on, until it is narrow. What comes out varies so slowly that the lines between are found by interpolation. So the work on a pixel is
 * nearly the same for every sigma. As every one of these steps rounds, samples of 8 bits are widened to 16 before.
 */
final class Blurring {
    private static final double NARROW = 12;
    private static final double THINNING_SIGMA = 4;

    /** Lines before and after an image that is thinned out: beyond them the Gaussian sees nothing but the image's edge. */
    private static final int MARGIN = 8;

    private Blurring() {}

    static SegmentImage blur(SegmentImage source, double sigma) {
        if (!(sigma >= 0 && sigma <= Image.MOST_SIGMA)) {
            throw new IllegalArgumentException("sigma is " + sigma + ", expected 0 to " + Image.MOST_SIGMA);
        }
        if (sigma == 0) {
            return source.copy();
        }
        Mode mode = source.mode();
        if (mode.planar()) {
            return planes(source, sigma);
        }
        if (sigma <= NARROW) {
            ImageSize size = source.size();
            return new Resampling(mode, weights(size.width(), sigma), weights(size.height(), sigma), false)
                    .resample(source);
        }
        Mode wide = widened(mode);
        SegmentImage widened = wide == mode ? source : SegmentImage.over(source.convert(wide));
        SegmentImage blurred = wide.hasAlpha()
                ? Premultiplication.undo(wide(Premultiplication.premultiply(widened), sigma))
                : wide(widened, sigma);
        return wide == mode ? blurred : SegmentImage.over(blurred.convert(mode));
    }

    private static Weights weights(int lines, double sigma) {
        return Weights.of(Gaussian.of(sigma, 0, 1), lines, lines);
    }

    private static Mode widened(Mode mode) {
        return switch (mode) {
            case L, YV12, JPEG_YV12 -> Mode.L16;
            case LA -> Mode.LA32;
            case RGB -> Mode.RGB48;
            case RGBA -> Mode.RGBA64;
            case CMYK -> Mode.CMYK64;
            case L16, L32, LA32, RGB48, RGBA64, CMYK64 -> mode;
        };
    }

    private static SegmentImage planes(SegmentImage source, double sigma) {
        SegmentImage result = Images.allocate(source.mode(), source.size());
        for (int i = 0; i < source.mode().components(); i++) {
            double planeSigma = sigma / source.mode().subsampling().get(i).x();
            result.plane(i).segment().copyFrom(blur(source.plane(i), planeSigma).segment());
        }
        return result;
    }

    /** Colours are multiplied by alpha already. */
    private static SegmentImage wide(SegmentImage source, double sigma) {
        ImageSize size = source.size();
        Mode mode = source.mode();
        if (sigma <= NARROW) {
            return Resampling.ofComponents(mode, weights(size.width(), sigma), weights(size.height(), sigma))
                    .resample(source);
        }
        SegmentImage thinned = Resampling.ofComponents(mode, thinning(size.width()), thinning(size.height()))
                .resample(source);
        double rest = Math.sqrt(sigma * sigma - THINNING_SIGMA * THINNING_SIGMA) / 2;
        return Resampling.ofComponents(mode, doubling(size.width()), doubling(size.height()))
                .resample(wide(thinned, rest));
    }

    private static Weights thinning(int lines) {
        return Weights.of(Gaussian.of(THINNING_SIGMA, -2 * MARGIN, 2), lines, thinned(lines));
    }

    private static Weights doubling(int lines) {
        return Weights.of(new Doubling(MARGIN), thinned(lines), lines);
    }

    private static int thinned(int lines) {
        return (lines + 1) / 2 + 2 * MARGIN;
    }
}
