package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.pillow.Palette;
import dev.imagemill.imageop.pillow.PillowImage;
import dev.imagemill.imageop.pillow.PillowMode;
import java.lang.foreign.MemorySegment;

/**
 * A source that both sides have: the same bytes under the same mode.
 *
 * @param mode as Pillow calls it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Picture(String mode, Scale scale, byte[] pixels) {
    /** One like a photograph, in a mode of PEP 368. */
    static Picture of(Mode mode, Scale scale) {
        ImageSize size = scale.size();
        // The planes of a planar image lie below each other, as one that is higher.
        byte[] pixels = mode.planar()
                ? Painting.colors(new ImageSize(size.width(), size.height() * 3 / 2), 1, false)
                : Painting.colors(size, mode.components(), mode.hasAlpha());
        return new Picture(mode.name(), scale, pixels);
    }

    /** One like a photograph, in a mode that only Pillow has. */
    static Picture of(PillowMode mode, Scale scale) {
        byte[] pixels = switch (mode) {
            case BILEVEL -> Painting.blackAndWhite(scale.size());
            case INTEGER -> Painting.integers(scale.size());
            case FLOAT -> Painting.fractions(scale.size());
            case PALETTE, YCBCR, HSV, LAB -> Painting.colors(scale.size(), mode.components(), false);
        };
        return new Picture(mode.pilName(), scale, pixels);
    }

    /** The mode that this name has in Pillow, whose I is not the I of PEP 368. */
    static Picture of(String mode, Scale scale) {
        return PillowMode.all().stream()
                .filter(own -> own.pilName().equals(mode))
                .findFirst()
                .map(own -> of(own, scale))
                .orElseGet(() -> of(Mode.parse(mode), scale));
    }

    /** A view of the pixels of a mode of PEP 368. */
    Image image() {
        return Images.wrap(Mode.parse(mode), scale.size(), MemorySegment.ofArray(pixels));
    }

    /** A view of the pixels of another mode; those of mode P have the palette that {@code pillow-peer.py} gives them. */
    PillowImage pillowImage() {
        PillowMode own = PillowMode.parse(mode);
        PillowImage image = PillowImage.wrap(own, scale.size(), MemorySegment.ofArray(pixels));
        return own == PillowMode.PALETTE ? image.withPalette(palette()) : image;
    }

    private static Palette palette() {
        byte[] rgb = new byte[3 * Palette.MAX_SIZE];
        for (int i = 0; i < Palette.MAX_SIZE; i++) {
            rgb[3 * i] = (byte) (37 * i);
            rgb[3 * i + 1] = (byte) (91 * i);
            rgb[3 * i + 2] = (byte) (255 - i);
        }
        return Palette.ofRgb(rgb);
    }
}
