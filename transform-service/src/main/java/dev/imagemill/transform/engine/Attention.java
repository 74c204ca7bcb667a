package dev.imagemill.transform.engine;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;

/**
 * Finds the spot of a picture that the eye goes to first.
 *
 * <p>On a small copy every pixel is scored by the rules and weights of smartcrop.js (J. Wagner): details, which are what luma differs from its four
 * neighbours'; skin, by its nearness to a colour, where there are details; and saturated colours. As libvips' {@code smartcrop} does, scores are then
 * blurred by a tenth of the window's diagonal, and the greatest is the spot. Among equals it is the one nearest to the centre.
 */
final class Attention {
    private static final double[] SKIN = {0.78, 0.57, 0.44};
    private static final double LEAST_SKIN = 0.8;
    private static final double SKIN_DARKEST = 0.2;
    private static final double SKIN_WEIGHT = 1.8;
    private static final double SKIN_BIAS = 0.01;
    private static final double LEAST_SATURATION = 0.4;
    private static final double COLOR_DARKEST = 0.05;
    private static final double COLOR_LIGHTEST = 0.9;
    private static final double COLOR_WEIGHT = 0.3;
    private static final double COLOR_BIAS = 0.2;
    private static final double DETAIL_WEIGHT = 0.2;
    private static final double MAX = 255;

    /** Scores are blurred as numbers of 16 bits. */
    private static final double SCALE =
            65535 / (DETAIL_WEIGHT + SKIN_WEIGHT * (1 + SKIN_BIAS) + COLOR_WEIGHT * (1 + COLOR_BIAS));

    private final Thumbnail picture;
    private final int[] luma;

    private Attention(Thumbnail picture) {
        this.picture = picture;
        this.luma = picture.luma();
    }

    /**
     * Where to put a window on a picture.
     *
     * @param resized the size that the picture is going to have
     * @param window no larger than that
     */
    static Region window(Image picture, ImageSize resized, ImageSize window) {
        Thumbnail small = Thumbnail.of(picture);
        double sigma = Math.hypot(
                        (double) window.width() / resized.width() * small.width(),
                        (double) window.height() / resized.height() * small.height())
                / 10;
        int spot = new Attention(small).spot(sigma);
        int column = spot % small.width();
        int row = spot / small.width();
        return new Region(
                place((column + 0.5) / small.width(), resized.width(), window.width()),
                place((row + 0.5) / small.height(), resized.height(), window.height()),
                window.width(),
                window.height());
    }

    private static int place(double at, int length, int window) {
        return (int) Math.clamp(Math.floor(at * length - window / 2.0 + 0.5), 0, (double) length - window);
    }

    private int spot(double sigma) {
        Image scores = Images.create(Mode.L16, new ImageSize(picture.width(), picture.height()));
        for (int i = 0; i < luma.length; i++) {
            scores.setComponent(i % picture.width(), i / picture.width(), 0, (long) (score(i) * SCALE));
        }
        Image blurred = scores.blur(Math.max(1, sigma));
        int best = 0;
        long most = -1;
        double nearest = 0;
        for (int i = 0; i < luma.length; i++) {
            int x = i % picture.width();
            int y = i / picture.width();
            long score = blurred.component(x, y, 0);
            double distance = Math.abs(x - (picture.width() - 1) / 2.0) + Math.abs(y - (picture.height() - 1) / 2.0);
            if (score > most || (score == most && distance < nearest)) {
                best = i;
                most = score;
                nearest = distance;
            }
        }
        return best;
    }

    private double score(int pixel) {
        double detail = detail(pixel) / MAX;
        double light = luma[pixel] / MAX;
        double score = DETAIL_WEIGHT * detail;
        double skin = skin(pixel);
        if (skin > LEAST_SKIN && light >= SKIN_DARKEST) {
            score += SKIN_WEIGHT * (skin - LEAST_SKIN) / (1 - LEAST_SKIN) * (detail + SKIN_BIAS);
        }
        double saturation = saturation(pixel);
        if (saturation > LEAST_SATURATION && light >= COLOR_DARKEST && light <= COLOR_LIGHTEST) {
            double strong = (saturation - LEAST_SATURATION) / (1 - LEAST_SATURATION);
            score += COLOR_WEIGHT * strong * (detail + COLOR_BIAS);
        }
        return score * picture.opacity(pixel);
    }

    /** How far luma is from the average of its neighbours, to the limit of 255; at the picture's edge none is assumed. */
    private int detail(int pixel) {
        int x = pixel % picture.width();
        int y = pixel / picture.width();
        if (x == 0 || y == 0 || x == picture.width() - 1 || y == picture.height() - 1) {
            return 0;
        }
        int around = luma[pixel - 1] + luma[pixel + 1] + luma[pixel - picture.width()] + luma[pixel + picture.width()];
        return Math.min((int) MAX, Math.abs(4 * luma[pixel] - around));
    }

    /** 1 for the colour of skin, whatever its light. */
    private double skin(int pixel) {
        double length = 0;
        for (int c = 0; c < SKIN.length; c++) {
            length += (double) picture.component(pixel, c) * picture.component(pixel, c);
        }
        if (length == 0) {
            return 0;
        }
        double distance = 0;
        for (int c = 0; c < SKIN.length; c++) {
            double difference = picture.component(pixel, c) / Math.sqrt(length) - SKIN[c];
            distance += difference * difference;
        }
        return 1 - Math.sqrt(distance);
    }

    /** As in the HSL model, 0 to 1. */
    private double saturation(int pixel) {
        int r = picture.component(pixel, 0);
        int g = picture.component(pixel, 1);
        int b = picture.component(pixel, 2);
        double most = Math.max(r, Math.max(g, b)) / MAX;
        double least = Math.min(r, Math.min(g, b)) / MAX;
        if (most == least) {
            return 0;
        }
        double sum = most + least;
        return sum > 1 ? (most - least) / (2 - sum) : (most - least) / sum;
    }
}
