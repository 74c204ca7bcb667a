package dev.imagemill.imageop;

/**
 * What conversion from one mode to another keeps: all, or how much it may be off.
 *
 * <p>It is said of pixels whose values are legal (see {@link Mode#intervals()}) and, where a planar mode takes part, of 2 x 2 blocks of
 * one colour: chroma of blocks of several colours is averaged, and no bound holds for what that loses.
 *
 * @param largestError by how much any component may differ after a conversion and one back, in values of the first mode; some colour does
 *     differ by so much
 */
public record Exactness(Kind kind, long largestError) {
    /** How much a conversion keeps. */
    public enum Kind {
        /** The modes are the same, and the result is a copy. */
        EXACT,
        /** Another representation of the same: the way back gives every value again. */
        WIDENING,
        /** Values differ after the way back. */
        LOSSY
    }

    /** What conversion from {@code from} to {@code to} keeps. */
    public static Exactness of(Mode from, Mode to) {
        if (from == to) {
            return new Exactness(Kind.EXACT, 0);
        }
        long error = largestError(from, to);
        return new Exactness(error == 0 ? Kind.WIDENING : Kind.LOSSY, error);
    }

    private static long largestError(Mode from, Mode to) {
        boolean losesAlpha = from.hasAlpha() && !to.hasAlpha();
        boolean losesBlack = from.family() == ColorFamily.CMYK && to.family() != ColorFamily.CMYK;
        if (losesAlpha || losesBlack) {
            return from.maxValue();
        }
        return switch (from.family()) {
            case GRAY -> to == Mode.YV12 ? ofStudioGray(from) : ofDepth(from, to);
            case RGB ->
                switch (to.family()) {
                    case GRAY -> ofLuma(from, to);
                    case RGB, CMYK -> ofDepth(from, to);
                    case YCC -> ofVideo(from, to);
                };
            case YCC -> ofVideoSource(from, to);
            case CMYK -> ofDepth(from, to);
        };
    }

    /** Half the distance between two neighbours of the narrower mode. */
    private static long ofDepth(Mode from, Mode to) {
        return Math.max(0, from.maxValue() / to.maxValue() / 2);
    }

    /** Full luma has more levels than the 220 of studio luma; 32 bits are off by what 16 are, and by half a value of these. */
    private static long ofStudioGray(Mode from) {
        return switch (from.bitsPerComponent()) {
            case 8 -> 1;
            case 16 -> 150;
            default -> 150 * 65_537L + 32_768;
        };
    }

    /** The blue of pure blue, or of pure yellow. */
    private static long ofLuma(Mode from, Mode to) {
        if (from.bitsPerComponent() == Byte.SIZE) {
            return 226;
        }
        return to.bitsPerComponent() == Byte.SIZE ? 58_082 : 58_064;
    }

    /** Rounding, of Y and of chroma, which the way back multiplies by up to 2. */
    private static long ofVideo(Mode from, Mode to) {
        if (from.bitsPerComponent() == Byte.SIZE) {
            return to == Mode.YV12 ? 3 : 1;
        }
        return to == Mode.YV12 ? 410 : 358;
    }

    /** Grey loses the chroma; light and ink clip the many triples of Y, Cr and Cb that no red, green and blue make. */
    private static long ofVideoSource(Mode from, Mode to) {
        boolean studio = from == Mode.YV12;
        return switch (to.family()) {
            case GRAY -> studio ? 112 : 128;
            case YCC -> studio ? 0 : 1;
            case RGB, CMYK -> (studio ? 99 : 113) + (to.bitsPerComponent() == Byte.SIZE ? 1 : 0);
        };
    }
}
