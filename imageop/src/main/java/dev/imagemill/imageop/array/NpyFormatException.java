package dev.imagemill.imageop.array;

import dev.imagemill.imageop.ImageFormatException;

/** Thrown when bytes are not an {@code .npy} file, or not one that is read here; says what was expected, and where. */
public final class NpyFormatException extends ImageFormatException {
    private final Fault fault;
    private final long offset;

    NpyFormatException(Fault fault, long offset, String message) {
        super(message + ", at byte " + offset);
        this.fault = fault;
        this.offset = offset;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The byte, counted from the file's first, at which it is. */
    public long offset() {
        return offset;
    }

    /** What can be wrong with a file. */
    public enum Fault {
        /** It breaks the rules of the format. */
        MALFORMED,
        /** It ends too early. */
        TRUNCATED,
        /** Something comes after the array. */
        TRAILING_DATA,
        /** It may be well-formed, but holds something else than numbers that a {@link NumberArray} takes. */
        UNSUPPORTED,
        /** Its header or its array is larger than the {@link NpyLimits}. */
        OVER_LIMIT
    }
}
