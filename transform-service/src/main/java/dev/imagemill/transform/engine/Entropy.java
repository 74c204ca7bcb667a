package dev.imagemill.transform.engine;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;

/**
 * Finds the part of a picture in which most is to be seen: where the steps of luma from one pixel to the next can be foreseen the least, which is their
 * Shannon entropy. An even surface has none, a gradient hardly any, and noise the most.
 *
 * <p>On a small copy every position of the window is tried, first from left to right and then, of the columns found, from top to bottom. Among equals it is
 * the position nearest to the centre.
 */
final class Entropy {
    private static final int BINS = 256;

    private final int width;
    private final int height;
    /** Steps to the left and upwards, of each pixel. */
    private final int[][] steps;

    private final double[] logs;

    private Entropy(Thumbnail picture) {
        this.width = picture.width();
        this.height = picture.height();
        int[] luma = picture.luma();
        this.steps = new int[][] {steps(luma, 1), steps(luma, width)};
        this.logs = new double[2 * luma.length + 1];
        for (int i = 1; i < logs.length; i++) {
            logs[i] = i * StrictMath.log(i);
        }
    }

    private int[] steps(int[] luma, int back) {
        int[] found = new int[luma.length];
        for (int i = 0; i < found.length; i++) {
            boolean first = back == 1 ? i % width == 0 : i < width;
            found[i] = first ? 0 : Math.abs(luma[i] - luma[i - back]);
        }
        return found;
    }

    /**
     * Where to put a window on a picture.
     *
     * @param resized the size that the picture is going to have
     * @param window no larger than that
     */
    static Region window(Image picture, ImageSize resized, ImageSize window) {
        Entropy entropy = new Entropy(Thumbnail.of(picture));
        int columns = part(window.width(), resized.width(), entropy.width);
        int rows = part(window.height(), resized.height(), entropy.height);
        int left = entropy.best(columns, entropy.width, true, 0, entropy.height);
        int top = entropy.best(rows, entropy.height, false, left, columns);
        return new Region(
                place(left, entropy.width - columns, resized.width() - window.width()),
                place(top, entropy.height - rows, resized.height() - window.height()),
                window.width(),
                window.height());
    }

    private static int part(int window, int resized, int length) {
        return Math.clamp(Math.round((double) window * length / resized), 1, length);
    }

    private static int place(int at, int spare, int spareOfResized) {
        return spare == 0 ? (spareOfResized + 1) / 2 : (int) ((2L * at * spareOfResized + spare) / (2L * spare));
    }

    /**
     * The position of the window whose steps have the greatest entropy.
     *
     * @param length of the window along the axis
     * @param of how many lines there are along it
     * @param columns whether it goes over columns, or over rows
     * @param from the first line of the other axis that counts
     * @param across how many of those count
     */
    private int best(int length, int of, boolean columns, int from, int across) {
        int[] counts = new int[BINS];
        for (int line = 0; line < length; line++) {
            count(counts, line, columns, from, across, 1);
        }
        int best = 0;
        double most = -1;
        for (int at = 0; at + length <= of; at++) {
            double entropy = entropy(counts, 2 * length * across);
            boolean nearer = Math.abs(2 * at + length - of) < Math.abs(2 * best + length - of);
            if (entropy > most || (entropy == most && nearer)) {
                best = at;
                most = entropy;
            }
            if (at + length < of) {
                count(counts, at, columns, from, across, -1);
                count(counts, at + length, columns, from, across, 1);
            }
        }
        return best;
    }

    private void count(int[] counts, int line, boolean columns, int from, int across, int times) {
        for (int i = from; i < from + across; i++) {
            int pixel = columns ? i * width + line : line * width + i;
            counts[steps[0][pixel]] += times;
            counts[steps[1][pixel]] += times;
        }
    }

    private double entropy(int[] counts, int all) {
        double sum = 0;
        for (int count : counts) {
            sum += logs[count];
        }
        return StrictMath.log(all) - sum / all;
    }
}
