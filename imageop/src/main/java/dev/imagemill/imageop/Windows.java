package dev.imagemill.imageop;

/** Makes windows of the kind that a mode's samples need, over the same weights. */
interface Windows {
    /** A window over lines of at most so many bytes. */
    Window make(int longestBytes);

    static Windows of(Mode mode, Weights weights) {
        return switch (mode.bitsPerComponent()) {
            case Byte.SIZE -> {
                int[] fixedPoint = weights.fixedPoint();
                yield bytes -> new Window8(weights, fixedPoint, bytes);
            }
            case Short.SIZE -> bytes -> new Window16(weights, bytes / Short.BYTES);
            default -> bytes -> new Window32(weights, bytes / Integer.BYTES);
        };
    }
}
