package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way from pixels of one mode to pixels of another: steps chosen once, to be taken by any number of runs of pixels.
 *
 * <p>If either mode has more than 8 bits, samples are widened to 16 or narrowed to it first, and the colour rule is worked at 16. A pixel
 * of a planar mode is a quad here; the steps to one end at the depth of the rule, since chroma is averaged before it is narrowed. Between
 * grey and a planar mode the way leads over Y alone.
 *
 * @param depth bits a sample while the colour rule is worked, 8 or 16
 * @param fromBytes bytes of a pixel before the first step
 * @param toBytes bytes of a pixel after the last
 */
record Route(List<Step> steps, int depth, int fromBytes, int toBytes) {
    private static final int QUAD = 4;

    static Route between(Mode from, Mode to) {
        int depth = from.bitsPerComponent() > Byte.SIZE || to.bitsPerComponent() > Byte.SIZE ? Short.SIZE : Byte.SIZE;
        boolean lumaOnly = from.family() == ColorFamily.GRAY || to.family() == ColorFamily.GRAY;
        int fromSamples = samples(from, lumaOnly);
        int toSamples = samples(to, lumaOnly);
        int toDepth = to.planar() && !lumaOnly ? depth : to.bitsPerComponent();
        List<Step> steps = new ArrayList<>();
        changeDepth(from.bitsPerComponent(), depth)
                .map(step -> step.times(fromSamples))
                .forEach(steps::add);
        steps.addAll(colorSteps(from, to, depth));
        changeDepth(depth, toDepth).map(step -> step.times(toSamples)).forEach(steps::add);
        return new Route(
                List.copyOf(steps), depth, fromSamples * from.bytesPerComponent(), toSamples * toDepth / Byte.SIZE);
    }

    /** One step from samples of 8 bits to others. */
    static Route ofSamples(Step step) {
        return new Route(List.of(step), Byte.SIZE, 1, 1);
    }

    /** From quads at the route's depth to the first sample of each alone, at 8 bits. Read from a later sample on, they give that one. */
    List<Step> quadsToPlane() {
        return Stream.concat(fromQuads(Mode.L).stream().map(step -> step.at(depth)), changeDepth(depth, Byte.SIZE))
                .toList();
    }

    private static int samples(Mode mode, boolean lumaOnly) {
        return mode.planar() ? (lumaOnly ? 1 : QUAD) : mode.components();
    }

    private static Stream<Step> changeDepth(int from, int to) {
        return from == to ? Stream.empty() : Stream.of(depthStep(from, to));
    }

    private static Step depthStep(int from, int to) {
        return switch (from) {
            case Byte.SIZE -> Depth::widen;
            case Integer.SIZE -> Depth::narrowTo16;
            default -> to == Byte.SIZE ? Depth::narrow : Depth::widenTo32;
        };
    }

    private static List<Step> colorSteps(Mode from, Mode to, int depth) {
        List<ColorStep> steps = colorSteps(from, to).toList();
        return depth == Byte.SIZE
                ? Fusion.fuse(steps)
                : steps.stream().map(step -> step.at(depth)).toList();
    }

    private static Stream<ColorStep> colorSteps(Mode from, Mode to) {
        if (from.family() == to.family() && from.components() == to.components()) {
            return Stream.empty();
        }
        if (from.family() == ColorFamily.GRAY && to.family() == ColorFamily.GRAY) {
            return Stream.of(to.hasAlpha() ? ColorStep.ADD_ALPHA : ColorStep.DROP_ALPHA);
        }
        if (from.family() == ColorFamily.GRAY && to.planar()) {
            return Stream.concat(
                    from.hasAlpha() ? Stream.of(ColorStep.DROP_ALPHA) : Stream.empty(),
                    to == Mode.YV12 ? Stream.of(ColorStep.TO_STUDIO) : Stream.empty());
        }
        if (from.planar() && to.family() == ColorFamily.GRAY) {
            return Stream.concat(
                    from == Mode.YV12 ? Stream.of(ColorStep.TO_FULL) : Stream.empty(),
                    to.hasAlpha() ? Stream.of(ColorStep.ADD_ALPHA) : Stream.empty());
        }
        return Stream.of(toQuads(from), rules(from, to), fromQuads(to)).flatMap(List::stream);
    }

    private static List<ColorStep> toQuads(Mode mode) {
        return switch (mode.family()) {
            case GRAY ->
                mode.hasAlpha()
                        ? List.of(ColorStep.GRAY_ALPHA_TO_QUADS)
                        : List.of(ColorStep.ADD_ALPHA, ColorStep.GRAY_ALPHA_TO_QUADS);
            case RGB -> mode.hasAlpha() ? List.of() : List.of(ColorStep.TRIPLES_TO_QUADS);
            case CMYK, YCC -> List.of();
        };
    }

    private static List<ColorStep> fromQuads(Mode mode) {
        return switch (mode.family()) {
            case GRAY ->
                mode.hasAlpha()
                        ? List.of(ColorStep.QUADS_TO_GRAY_ALPHA)
                        : List.of(ColorStep.QUADS_TO_GRAY_ALPHA, ColorStep.DROP_ALPHA);
            case RGB -> mode.hasAlpha() ? List.of() : List.of(ColorStep.QUADS_TO_TRIPLES);
            case CMYK, YCC -> List.of();
        };
    }

    private static List<ColorStep> rules(Mode from, Mode to) {
        return switch (from.family()) {
            case GRAY -> to.family() == ColorFamily.CMYK ? List.of(ColorStep.GRAY_TO_BLACK) : List.of();
            case RGB -> fromLight(to);
            case CMYK -> first(ColorStep.INK_TO_LIGHT, fromLight(to));
            case YCC -> first(from == Mode.YV12 ? ColorStep.DECODE_STUDIO : ColorStep.DECODE_FULL, fromLight(to));
        };
    }

    private static List<ColorStep> fromLight(Mode to) {
        return switch (to.family()) {
            case GRAY -> List.of(ColorStep.LUMA);
            case RGB -> List.of();
            case CMYK -> List.of(ColorStep.LIGHT_TO_INK);
            case YCC -> List.of(to == Mode.YV12 ? ColorStep.ENCODE_STUDIO : ColorStep.ENCODE_FULL);
        };
    }

    private static List<ColorStep> first(ColorStep step, List<ColorStep> rest) {
        return Stream.concat(Stream.of(step), rest.stream()).toList();
    }
}
