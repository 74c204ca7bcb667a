package dev.imagemill.contract.pipeline;

import java.util.Locale;

/** A component of a pixel by the name that PEP 368 gives it. */
public enum Component implements Choice {
    /** Grey. */
    L,
    /** Red. */
    R,
    /** Green. */
    G,
    /** Blue. */
    B,
    /** Alpha. */
    A,
    /** Cyan ink. */
    C,
    /** Magenta ink. */
    M,
    /** Yellow ink, or luma of a planar mode. */
    Y,
    /** Black ink. */
    K,
    /** Red chroma of a planar mode. */
    CR,
    /** Blue chroma of a planar mode. */
    CB;

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only planar modes have it, whose chroma has half the width and height of the image. */
    boolean chroma() {
        return this == CR || this == CB;
    }
}
