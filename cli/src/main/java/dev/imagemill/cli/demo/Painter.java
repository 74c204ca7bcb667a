package dev.imagemill.cli.demo;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.stream.IntStream;

/** Turns a {@link Landscape} into pixels, with a little grain as a sensor gives it. */
record Painter(Landscape view, double grain) {
    private static final int LETTER_HEIGHT = 9;

    /** The view as RGB or RGB48. */
    Image paint(Mode mode, ImageSize size) {
        Image image = Images.create(mode, size);
        IntStream.range(0, size.height()).parallel().forEach(y -> paintRow(image, y));
        return image;
    }

    /** The view with a line of text at the lower left, as large as the picture asks for. */
    Image paintWithCaption(Mode mode, ImageSize size, String caption) {
        Image image = paint(mode, size);
        int scale = Math.max(1, size.height() / 130);
        int margin = 3 * scale;
        int top = size.height() - margin - LETTER_HEIGHT * scale;
        long white = mode.maxValue();
        Lettering.write(image, margin + scale, top + scale, scale, caption, 0, 0, 0);
        Lettering.write(image, margin, top, scale, caption, white, white, white);
        return image;
    }

    private void paintRow(Image image, int y) {
        for (int x = 0; x < image.size().width(); x++) {
            set(image, x, y, color(x, y, image.size()).components(image.mode().maxValue()));
        }
    }

    private Tint color(int x, int y, ImageSize size) {
        double unit = size.height();
        Tint clean = view.at((x + 0.5) / unit, (y + 0.5) / unit);
        double noise = (view.noise().grain(x, y) - 0.5) * grain;
        return new Tint(clean.red() + noise, clean.green() + noise, clean.blue() + noise);
    }

    private static void set(Image image, int x, int y, long[] components) {
        for (int c = 0; c < components.length; c++) {
            image.setComponent(x, y, c, components[c]);
        }
    }
}
