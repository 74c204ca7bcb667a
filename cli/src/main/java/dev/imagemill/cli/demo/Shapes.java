package dev.imagemill.cli.demo;

import dev.imagemill.imageop.Image;

/** Rectangles and pictures put into an image; what lies outside it is left out. */
final class Shapes {
    private static final int CHECKER = 8;

    private Shapes() {}

    /** Fills a rectangle with one colour, a value for each component. */
    static void fill(Image image, int left, int top, int width, int height, long... color) {
        int right = Math.min(left + width, image.size().width());
        int bottom = Math.min(top + height, image.size().height());
        for (int y = Math.max(0, top); y < bottom; y++) {
            for (int x = Math.max(0, left); x < right; x++) {
                for (int c = 0; c < color.length; c++) {
                    image.setComponent(x, y, c, color[c]);
                }
            }
        }
    }

    /** Puts an RGBA picture onto an RGB one, with a chequered ground where it is transparent. */
    static void put(Image target, Image picture, int left, int top) {
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                long alpha = picture.component(x, y, 3);
                long ground = (x / CHECKER + y / CHECKER) % 2 == 0 ? 255 : 205;
                for (int c = 0; c < 3; c++) {
                    long mixed = (picture.component(x, y, c) * alpha + ground * (255 - alpha) + 127) / 255;
                    target.setComponent(left + x, top + y, c, mixed);
                }
            }
        }
    }
}
