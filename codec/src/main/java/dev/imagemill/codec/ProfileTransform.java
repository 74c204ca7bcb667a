package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.codec.vips.VipsOperation;
import java.util.Optional;

/**
 * From the profile that is embedded in an image to one that libvips has, with perceptual intent.
 *
 * <p>From RGB to RGB of 8 bits Little CMS works out the curves and matrices of both profiles as they are. Else it takes a table of colours in place of the two, which
 * is beside them by as much as 1/25 of the range where colours leave the target's space, and 1/50 in ink. So colours of 16 bits, and those that become ink, go
 * by numbers of floating point in Lab, where it makes no such table.
 *
 * @param fallback the profile of an image that has none embedded, by libvips' name; empty if every image has
 * @param to the profile, by libvips' name
 * @param depth bits of a sample of the result
 */
record ProfileTransform(Optional<String> fallback, String to, int depth) {
    private static final int PERCEPTUAL = 0;
    private static final String INK = "cmyk";
    private static final int LAB = 3;
    private static final double QUARTER_STEP = 0.25 / 257;

    static ProfileTransform toBuiltIn(String name, int depth) {
        return new ProfileTransform(Optional.empty(), name, depth);
    }

    ProfileTransform unlessEmbedded(String name) {
        return new ProfileTransform(Optional.of(name), to, depth);
    }

    VipsImage apply(VipsImage image) {
        if (depth == Byte.SIZE && !to.equals(INK)) {
            return export(embedded(image.operation("icc_transform"))).image("out");
        }
        VipsImage lab = embedded(image.operation("icc_import")).image("out");
        return export(alphaKept(lab).operation("icc_export")).image("out");
    }

    /** Alpha, here a number of 0 to 255 with a fraction, is cut and not rounded on its way back; with a quarter of a step more it is what it was. */
    private static VipsImage alphaKept(VipsImage lab) {
        return lab.bands() <= LAB
                ? lab
                : lab.operation("linear")
                        .with("a", 1.0, 1.0, 1.0, 1.0)
                        .with("b", 0.0, 0.0, 0.0, QUARTER_STEP)
                        .image("out");
    }

    private VipsOperation embedded(VipsOperation operation) {
        VipsOperation known = operation.with("embedded", true).with("intent", PERCEPTUAL);
        return fallback.map(name -> known.with("input_profile", name)).orElse(known);
    }

    private VipsOperation export(VipsOperation operation) {
        return operation.with("output_profile", to).with("intent", PERCEPTUAL).with("depth", depth);
    }
}
