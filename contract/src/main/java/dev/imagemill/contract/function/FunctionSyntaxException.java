package dev.imagemill.contract.function;

/** Text is not a function, or one that could not be. The message says where and what was expected. */
public final class FunctionSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int position;

    FunctionSyntaxException(int position, String message) {
        super("at character " + position + ": " + message);
        this.position = position;
    }

    /** The place in the text, counted from 1. */
    public int position() {
        return position;
    }
}
