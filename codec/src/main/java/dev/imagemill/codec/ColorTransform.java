package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.codec.vips.Interpretation;
import dev.imagemill.codec.vips.VipsException;
import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.codec.vips.VipsScope;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.util.Optional;

/** Takes the pixels of an image from one profile to another, by libvips and Little CMS in it; alpha stays, and so does the depth. */
final class ColorTransform {
    private static final int PERCEPTUAL = 0;

    private ColorTransform() {}

    static Image apply(Image image, Optional<ColorProfile> from, ColorProfile.Space to) {
        Mode target = mode(image.mode(), to);
        if (from.isEmpty() && to == ColorProfile.Space.SRGB && image.mode() == target) {
            return image;
        }
        Start start = Start.of(image, from);
        return transform(
                start.pixels(),
                target,
                scope -> ProfileTransform.toBuiltIn(to.builtIn(), target.bitsPerComponent())
                        .apply(start.in(scope)));
    }

    /** To the ink of a profile of somebody's own; libvips takes such a one from an image, not from a caller. */
    static Image apply(Image image, Optional<ColorProfile> from, ColorProfile ink) {
        Mode target = mode(image.mode(), ColorProfile.Space.CMYK);
        Start start = Start.of(image, from);
        if (image.mode() == target && start.profile().equals(ink)) {
            return image; // The same colours can be printed with other inks, too; these are the ones that were chosen.
        }
        return transform(
                start.pixels(),
                target,
                scope -> start.in(scope)
                        .operation("icc_import")
                        .with("embedded", true)
                        .with("intent", PERCEPTUAL)
                        .image("out")
                        .withBlob(Header.PROFILE, ink.toArray())
                        .operation("icc_export")
                        .with("intent", PERCEPTUAL)
                        .with("depth", target.bitsPerComponent())
                        .image("out"));
    }

    /** Pixels and the profile that they are in. */
    private record Start(Image pixels, ColorProfile profile) {
        static Start of(Image image, Optional<ColorProfile> from) {
            Optional<ColorProfile> fitting = from.filter(profile -> profile.fits(image.mode()));
            boolean ink = image.mode() == Mode.CMYK || image.mode() == Mode.CMYK64;
            // Grey without a profile has the curve of sRGB and is the same colour there.
            Image coloured =
                    ink || fitting.isPresent() ? image : image.convert(mode(image.mode(), ColorProfile.Space.SRGB));
            return new Start(
                    coloured,
                    fitting.orElseGet(
                            () -> ink ? ColorProfile.Space.CMYK.profile() : ColorProfile.Space.SRGB.profile()));
        }

        VipsImage in(VipsScope scope) {
            return tagged(scope, pixels).withBlob(Header.PROFILE, profile.toArray());
        }
    }

    /** The lightness of each colour, with the curve of sRGB. */
    static Image grey(Image srgb) {
        Mode mode = srgb.mode();
        boolean deep = mode.bitsPerComponent() == 16;
        Mode target = mode.hasAlpha() ? deep ? Mode.LA32 : Mode.LA : deep ? Mode.L16 : Mode.L;
        Interpretation space = deep ? Interpretation.GREY16 : Interpretation.GREY;
        return mode == target
                ? srgb
                : transform(
                        srgb,
                        target,
                        scope -> tagged(scope, srgb)
                                .operation("colourspace")
                                .with("space", space.code())
                                .image("out"));
    }

    private static Image transform(
            Image image, Mode target, java.util.function.Function<VipsScope, VipsImage> operation) {
        try (VipsScope scope = new VipsScope();
                Arena memory = Arena.ofConfined()) {
            VipsImage result = operation.apply(scope);
            VipsImage cast = result.format() == PixelMode.format(target)
                    ? result
                    : result.operation("cast")
                            .with("format", PixelMode.format(target).code())
                            .image("out");
            return Images.of(target, image.size(), cast.pixels(memory).toArray(JAVA_BYTE));
        } catch (VipsException e) {
            throw new UnsupportedImage("the colours cannot be converted: " + e.getMessage());
        }
    }

    private static VipsImage tagged(VipsScope scope, Image image) {
        Mode mode = image.mode();
        return scope.image(scope.toNative(image.segment()), image.size(), mode.components(), PixelMode.format(mode))
                .operation("copy")
                .with("interpretation", PixelMode.interpretation(mode).code())
                .image("out");
    }

    private static Mode mode(Mode mode, ColorProfile.Space space) {
        boolean deep = mode.bitsPerComponent() >= 16;
        if (space == ColorProfile.Space.CMYK) {
            return deep ? Mode.CMYK64 : Mode.CMYK;
        }
        return mode.hasAlpha() ? deep ? Mode.RGBA64 : Mode.RGBA : deep ? Mode.RGB48 : Mode.RGB;
    }
}
