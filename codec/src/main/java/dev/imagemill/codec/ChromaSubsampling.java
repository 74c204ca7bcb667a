package dev.imagemill.codec;

/** At which resolution lossy encoders keep colour. */
public enum ChromaSubsampling {
    /** 4:2:0, or 4:4:4 where the quality is 90 or more. */
    AUTO,
    /** 4:4:4: every pixel has its colour. */
    NONE,
    /** 4:2:0: one colour for four pixels. */
    HALF;

    private static final int FULL_FROM = 90;

    /** Whether JPEG is to be 4:2:0 at this quality. */
    boolean isHalf(int quality) {
        return switch (this) {
            case AUTO -> quality < FULL_FROM;
            case NONE -> false;
            case HALF -> true;
        };
    }
}
