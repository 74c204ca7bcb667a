package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Color8;
import dev.imagemill.imageop.kernel.Layout8;
import dev.imagemill.imageop.kernel.Luma8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps at 8 bits that one after the other come to the same as others that are faster: pixels that need not become quads in between. */
enum Fusion {
    GRAY_TO_RGB(
            List.of(ColorStep.GRAY_ALPHA_TO_QUADS, ColorStep.QUADS_TO_TRIPLES), List.of(Layout8::grayAlphaToTriples)),
    GRAY_TO_CMYK(List.of(ColorStep.GRAY_ALPHA_TO_QUADS, ColorStep.GRAY_TO_BLACK), List.of(Color8::grayAlphaToBlack)),
    RGB_TO_CMYK(List.of(ColorStep.TRIPLES_TO_QUADS, ColorStep.LIGHT_TO_INK), List.of(Layout8::triplesToInk)),
    RGB_TO_GRAY(
            List.of(ColorStep.TRIPLES_TO_QUADS, ColorStep.LUMA, ColorStep.QUADS_TO_GRAY_ALPHA, ColorStep.DROP_ALPHA),
            List.of(Luma8::ofTriples)),
    RGB_TO_OPAQUE_GRAY(
            List.of(ColorStep.TRIPLES_TO_QUADS, ColorStep.LUMA, ColorStep.QUADS_TO_GRAY_ALPHA),
            List.of(Luma8::ofTriples, Layout8::addAlpha)),
    QUADS_TO_GRAY(
            List.of(ColorStep.LUMA, ColorStep.QUADS_TO_GRAY_ALPHA, ColorStep.DROP_ALPHA), List.of(Luma8::ofQuads)),
    INK_TO_OPAQUE_GRAY(
            List.of(ColorStep.INK_TO_LIGHT, ColorStep.LUMA, ColorStep.QUADS_TO_GRAY_ALPHA),
            List.of(Color8::inkToLight, Luma8::ofQuads, Layout8::addAlpha));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<ColorStep> plain;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of references to static methods
    private final List<Step> fused;

    Fusion(List<ColorStep> plain, List<Step> fused) {
        this.plain = plain;
        this.fused = fused;
    }

    List<ColorStep> plain() {
        return plain;
    }

    List<Step> fused() {
        return fused;
    }

    /** The steps at 8 bits, with what comes to the same as the first fusion that fits in its place. */
    static List<Step> fuse(List<ColorStep> steps) {
        List<Step> fused = new ArrayList<>();
        int i = 0;
        while (i < steps.size()) {
            Fusion fusion = beginning(steps.subList(i, steps.size()));
            if (fusion == null) {
                fused.add(steps.get(i).at(Byte.SIZE));
                i++;
            } else {
                fused.addAll(fusion.fused);
                i += fusion.plain.size();
            }
        }
        return fused;
    }

    private static @Nullable Fusion beginning(List<ColorStep> steps) {
        for (Fusion fusion : values()) {
            if (steps.size() >= fusion.plain.size()
                    && steps.subList(0, fusion.plain.size()).equals(fusion.plain)) {
                return fusion;
            }
        }
        return null;
    }
}
