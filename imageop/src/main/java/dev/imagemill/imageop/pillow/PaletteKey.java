package dev.imagemill.imageop.pillow;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.pillow.Transparency.Alphas;
import dev.imagemill.imageop.pillow.Transparency.Color;
import dev.imagemill.imageop.pillow.Transparency.Level;
import org.jspecify.annotations.Nullable;

/** Keeps the transparent colour of an image that gets a palette, as the index of that colour. */
final class PaletteKey {
    private PaletteKey() {}

    /**
     * The image with the index in its info. A colour that the palette lacks is added to it, or if it is full, replaces the last one that no pixel
     * has; if there is none, the colour is transparent no more.
     */
    static PillowImage keep(@Nullable Transparency key, PillowImage image) {
        return switch (key) {
            case null -> image;
            case Level(int level) -> keep((level & 255) * 0x010101, image);
            case Color(int red, int green, int blue) ->
                keep((red & 255) << 16 | (green & 255) << 8 | (blue & 255), image);
            case Alphas alphas -> throw new ImageFormatException("only an image of mode P has alphas for its colours");
        };
    }

    private static PillowImage keep(int rgb, PillowImage image) {
        Palette palette = image.palette();
        int index = palette.indexOf(rgb);
        if (index >= 0) {
            image.info().put(Transparency.KEY, index);
            return image;
        }
        int free = palette.size() < Palette.MAX_SIZE ? palette.size() : lastUnused(image);
        if (free < 0) {
            return image;
        }
        PillowImage extended = image.withPalette(palette.withColor(free, rgb));
        extended.info().put(Transparency.KEY, free);
        return extended;
    }

    private static int lastUnused(PillowImage image) {
        boolean[] used = new boolean[Palette.MAX_SIZE];
        for (long i = 0; i < image.segment().byteSize(); i++) {
            used[image.segment().get(JAVA_BYTE, i) & 255] = true;
        }
        int index = Palette.MAX_SIZE - 1;
        while (index >= 0 && used[index]) {
            index--;
        }
        return index;
    }
}
