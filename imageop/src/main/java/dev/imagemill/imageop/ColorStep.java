package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Color16;
import dev.imagemill.imageop.kernel.Color8;
import dev.imagemill.imageop.kernel.Layout16;
import dev.imagemill.imageop.kernel.Layout8;
import dev.imagemill.imageop.kernel.StudioLevels;

/**
 * What the way from one mode to another is put together from, at either depth: first a pixel becomes a quad, which is four samples, then a
 * colour rule turns it into another quad, then that becomes a pixel again.
 */
enum ColorStep {
    // Between pixels and quads.
    ADD_ALPHA(Layout8::addAlpha, Layout16::addAlpha),
    DROP_ALPHA(Layout8::dropAlpha, Layout16::dropAlpha),
    GRAY_ALPHA_TO_QUADS(Layout8::grayAlphaToQuads, Layout16::grayAlphaToQuads),
    QUADS_TO_GRAY_ALPHA(Layout8::quadsToGrayAlpha, Layout16::quadsToGrayAlpha),
    TRIPLES_TO_QUADS(Layout8::triplesToQuads, Layout16::triplesToQuads),
    QUADS_TO_TRIPLES(Layout8::quadsToTriples, Layout16::quadsToTriples),

    // From quads to quads.
    LUMA(ColorMatrix.LUMA),
    GRAY_TO_BLACK(Color8::grayToBlack, Layout16::grayToBlack),
    LIGHT_TO_INK(Color8::lightToInk, Layout16::lightToInk),
    INK_TO_LIGHT(Color8::inkToLight, Color16::inkToLight),
    ENCODE_FULL(ColorMatrix.ENCODE_FULL),
    DECODE_FULL(ColorMatrix.DECODE_FULL),
    ENCODE_STUDIO(ColorMatrix.ENCODE_STUDIO),
    DECODE_STUDIO(ColorMatrix.DECODE_STUDIO),

    // From grey to grey.
    TO_STUDIO(StudioLevels::lumaToStudio8, StudioLevels::lumaToStudio16),
    TO_FULL(StudioLevels::lumaToFull8, StudioLevels::lumaToFull16);

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method, or to one of an unchanging matrix
    private final Step narrow;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final Step wide;

    ColorStep(Step narrow, Step wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    ColorStep(ColorMatrix matrix) {
        this(matrix.narrow()::apply8, matrix.wide()::apply16);
    }

    /** @param depth 8 or 16 bits */
    Step at(int depth) {
        return depth == Byte.SIZE ? narrow : wide;
    }
}
