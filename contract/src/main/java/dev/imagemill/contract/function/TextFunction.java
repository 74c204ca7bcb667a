package dev.imagemill.contract.function;

/** A function that is written as text: an expression, or the name of a curve. */
public sealed interface TextFunction extends ValueFunction permits Formula, Curve {
    /** The greatest length of the text, in characters. */
    int MAX_LENGTH = 200;

    /** A regular expression of what can be text of a function at all: its characters and how many. */
    String PATTERN = "^[a-zA-Z0-9_ .,()+*/%^<>=!-]{1," + MAX_LENGTH + "}$";

    /**
     * Reads a function's text.
     *
     * @throws FunctionSyntaxException if it is none
     */
    static TextFunction parse(String text) {
        return FunctionParser.parse(text);
    }

    /** The canonical text: no blanks, and never longer than what was read. */
    String text();
}
