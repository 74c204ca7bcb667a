package dev.imagemill.benchmark.photograph;

import dev.imagemill.cli.demo.SampleImages;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What a picture shows. To compress like a camera's, a painted landscape gets what paint lacks: texture of about equal strength in every
 * octave, as natural scenes have it, in some places and not in others; and the noise of a sensor, which grows with the light.
 */
enum Scene {
    LAKE(0, 1.0, 7, 3, false),
    FOREST(3, 0.9, 11, 3, false),
    STREET(1, 1.1, 4, 2.4, true),
    NIGHT(5, 0.45, 4, 5, false);

    private static final int RGB = 3;
    private static final int WHITE = 255;
    private static final int COARSEST = 32;
    /** Lenses leave less of the finest octave. */
    private static final double FINEST = 0.6;

    private static final double GRAY = 128;
    /** Texture covers places that are so much of the picture's height. */
    private static final double PLACE = 0.12;

    private final int view;
    private final double light;
    private final double texture;
    private final double grain;
    private final boolean houses;

    Scene(int view, double light, double texture, double grain, boolean houses) {
        this.view = view;
        this.light = light;
        this.texture = texture;
        this.grain = grain;
        this.houses = houses;
    }

    /** Paints it; the same pixels every time. */
    Image paint(ImageSize size) {
        Image image = SampleImages.landscape(view, size);
        MemorySegment pixels = image.segment();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double detail = detail(x, y, size.height());
                double noise = centred(x, y, 1);
                for (int c = 0; c < RGB; c++) {
                    long at = RGB * ((long) y * size.width() + x) + c;
                    double level = light * Byte.toUnsignedInt(pixels.get(ValueLayout.JAVA_BYTE, at)) + detail;
                    double shot = grain * Math.sqrt(Math.max(level, 4) / GRAY);
                    double value = level + shot * (noise + centred(x, y, 2 + c));
                    pixels.set(ValueLayout.JAVA_BYTE, at, (byte) Math.clamp(Math.round(value), 0, WHITE));
                }
            }
        }
        return image;
    }

    private double detail(int x, int y, int height) {
        double where = smooth(x / (PLACE * height), y / (PLACE * height), 7);
        double strength = texture * Math.clamp(3 * (where + 0.25), 0.1, 1);
        double sum = 0;
        for (int wave = COARSEST; wave >= 2; wave /= 2) {
            sum += (wave == 2 ? FINEST : 1) * smooth((double) x / wave, (double) y / wave, 10 + wave);
        }
        return 2 * strength * sum + (houses ? house(x, y, height) : 0);
    }

    /** Fronts with rows of windows, whose edges are hard. */
    private double house(int x, int y, int height) {
        int front = height / 4;
        int column = x / front;
        double roof = height * (0.45 + 0.15 * centred(column, 0, 5));
        if (y < roof) {
            return 0;
        }
        int storey = height / 20;
        int across = x % front % storey;
        int down = (y - (int) roof) % storey;
        boolean window = across > storey / 4 && down > storey / 4 && across < storey * 3 / 4;
        return (window ? -70 : 25) + 30 * centred(column, 1, 6);
    }

    /** Between -1 and 1, varying over distances of about 1. */
    private static double smooth(double x, double y, int seed) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double u = x - left;
        double v = y - top;
        double above = centred(left, top, seed) * (1 - u) + centred(left + 1, top, seed) * u;
        double below = centred(left, top + 1, seed) * (1 - u) + centred(left + 1, top + 1, seed) * u;
        return above * (1 - v) + below * v;
    }

    /** Between -1 and 1, without any connection to its neighbours. */
    private static double centred(int x, int y, int seed) {
        int hash = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b1;
        hash = (hash ^ hash >>> 15) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return ((hash ^ hash >>> 16) & 0xffffff) / (double) 0x800000 - 1;
    }
}
