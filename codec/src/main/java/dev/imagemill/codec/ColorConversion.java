package dev.imagemill.codec;

import dev.imagemill.codec.vips.BandFormat;
import dev.imagemill.codec.vips.Interpretation;
import dev.imagemill.codec.vips.VipsException;
import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.imageop.Mode;
import java.util.Optional;

/**
 * Brings the pixels of a file to the mode that they are given in: through the embedded profile if there is one that matters, else by
 * what libvips knows of the colour space. A profile that does not fit its image is left aside, as browsers do.
 *
 * @param layout of the file's pixels
 * @param toSrgb whether colour is managed
 */
record ColorConversion(PixelLayout layout, boolean toSrgb) {
    VipsImage apply(VipsImage image) {
        VipsImage managed = toSrgb ? throughProfile(image) : image;
        return toFormat(toSpace(managed));
    }

    private VipsImage throughProfile(VipsImage image) {
        if (layout.color() == PixelLayout.Color.LAB || layout.depth() == 32 || image.format() == BandFormat.FLOAT) {
            return image;
        }
        Optional<IccProfile> profile = image.blob(Header.PROFILE).map(IccProfile::new);
        boolean matters = profile.map(present -> !present.isSrgb()).orElse(layout.color() == PixelLayout.Color.CMYK);
        return matters ? transform(image) : image;
    }

    private VipsImage transform(VipsImage image) {
        ProfileTransform toSrgb = ProfileTransform.toBuiltIn("srgb", layout.depth());
        try {
            return (layout.color() == PixelLayout.Color.CMYK ? toSrgb.unlessEmbedded("cmyk") : toSrgb).apply(image);
        } catch (VipsException unfitProfile) {
            return image;
        }
    }

    private VipsImage toSpace(VipsImage image) {
        Interpretation wanted = space();
        if (image.interpretation() == wanted
                || image.interpretation() == Interpretation.MULTIBAND
                || layout.depth() == 32) {
            return image;
        }
        return image.operation("colourspace").with("space", wanted.code()).image("out");
    }

    private VipsImage toFormat(VipsImage image) {
        Mode mode = layout.mode(toSrgb);
        BandFormat wanted = PixelMode.format(mode);
        VipsImage cast = image.format() == wanted
                ? image
                : image.operation("cast").with("format", wanted.code()).image("out");
        return cast.bands() == mode.components()
                ? cast
                : cast.operation("extract_band")
                        .with("band", 0)
                        .with("n", mode.components())
                        .image("out");
    }

    private Interpretation space() {
        return PixelMode.interpretation(layout.mode(toSrgb));
    }
}
