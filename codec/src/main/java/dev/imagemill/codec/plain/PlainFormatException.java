package dev.imagemill.codec.plain;

import static java.util.Objects.requireNonNull;

/** A file that is not what its format asks for, or asks for what is not read. */
public final class PlainFormatException extends RuntimeException {
    private final Fault fault;

    private PlainFormatException(Fault fault, String message) {
        super(requireNonNull(message, "message is null"));
        this.fault = fault;
    }

    static PlainFormatException header(String message) {
        return new PlainFormatException(Fault.HEADER, message);
    }

    static PlainFormatException pixels(String message) {
        return new PlainFormatException(Fault.PIXELS, message);
    }

    static PlainFormatException unsupported(String message) {
        return new PlainFormatException(Fault.UNSUPPORTED, message);
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** What can be wrong with a file. */
    public enum Fault {
        /** The header breaks the format's rules or is cut off. */
        HEADER,
        /** The pixels do. */
        PIXELS,
        /** It may be sound, but is of a kind that is not read. */
        UNSUPPORTED
    }
}
