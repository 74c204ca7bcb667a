package dev.imagemill.codec;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;

/** A small picture to compare two libraries by: soft shades, hard edges and grain in every component, the same each time. */
final class TrialPicture {
    /** Odd, so that blocks are cut at both edges at every scale. */
    static final ImageSize SIZE = new ImageSize(99, 77);

    private TrialPicture() {}

    static Image of(Mode mode) {
        Image picture = Images.create(mode, SIZE);
        int noise = 1;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                for (int component = 0; component < mode.components(); component++) {
                    noise = noise * 1_103_515_245 + 12_345;
                    int shade = 2 * x + (component + 1) * y + ((x ^ y) & 32) + (noise >>> 28);
                    picture.setComponent(x, y, component, Math.min(255, shade));
                }
            }
        }
        return picture;
    }
}
