package dev.imagemill.cli.demo;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;

/** A glowing paper lantern on nothing: an object with a soft edge and a half-transparent glow around it. */
final class Lantern {
    private static final Tint CORE = Tint.of(0xFFE9A8);
    private static final Tint RIM = Tint.of(0xC2381F);
    private static final Tint GLOW = Tint.of(0xFFB347);

    private Lantern() {}

    static Image paint(ImageSize size) {
        Image image = Images.create(Mode.RGBA, size);
        Noise paper = new Noise(77);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                pixel(image, paper, x, y);
            }
        }
        return image;
    }

    private static void pixel(Image image, Noise paper, int x, int y) {
        double unit = image.size().height();
        double dx = (x + 0.5 - image.size().width() / 2.0) / unit;
        double dy = ((y + 0.5) / unit - 0.5) * 0.85;
        double distance = Math.sqrt(dx * dx + dy * dy);
        double inside = Math.max(0, Math.min(1, (0.3 - distance) * 60));
        double rib = Math.abs((y / unit * 14) % 1 - 0.5) < 0.08 ? 0.8 : 1;
        Tint body = CORE.mix(RIM, distance / 0.3).times(rib * (0.85 + 0.3 * paper.fractal(dx * 30, dy * 9, 3)));
        double glow = Math.max(0, 1 - distance / 0.5);
        long[] color = GLOW.mix(body, inside).components(255);
        for (int c = 0; c < color.length; c++) {
            image.setComponent(x, y, c, color[c]);
        }
        image.setComponent(x, y, 3, Math.round(255 * Math.max(inside, glow * glow * 0.8)));
    }
}
