package dev.imagemill.contract.function;

import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks that tokens follow each other as terms and what stands between them do. EvalEx's parser turns tokens into a tree without looking at what
 * is next to what, so that it takes {@code ()v} for {@code v} and {@code min(v 3)} for {@code min(v, 3)}.
 */
final class TokenOrder {
    private static final int MOST_PARENTHESES = 32;

    private final int end;
    /** For each open parenthesis, whether it is that of a function. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private boolean termExpected = true;
    private boolean called;

    private TokenOrder(int end) {
        this.end = end;
    }

    /** @param end the place behind the last character, counted from 1 */
    static void check(List<Token> tokens, int end) {
        TokenOrder order = new TokenOrder(end);
        tokens.forEach(order::next);
        order.finish();
    }

    private void next(Token token) {
        boolean opens = token.getType() == TokenType.BRACE_OPEN;
        switch (token.getType()) {
            case NUMBER_LITERAL, VARIABLE_OR_CONSTANT -> {
                requireTermExpected(true, token);
                termExpected = false;
            }
            case FUNCTION, PREFIX_OPERATOR -> requireTermExpected(true, token);
            case BRACE_OPEN -> open(token);
            case BRACE_CLOSE -> {
                requireTermExpected(false, token);
                if (open.poll() == null) {
                    throw refused(token, "there is no ( for this )");
                }
            }
            case COMMA -> {
                requireTermExpected(false, token);
                if (!Boolean.TRUE.equals(open.peek())) {
                    throw refused(token, "a comma stands only between the values of a function");
                }
                termExpected = true;
            }
            case INFIX_OPERATOR -> {
                requireTermExpected(false, token);
                termExpected = true;
            }
            default -> throw refused(token, "an expression has no " + token.getType());
        }
        called = !opens && token.getType() == TokenType.FUNCTION;
    }

    private void open(Token token) {
        requireTermExpected(true, token);
        open.push(called);
        if (open.size() > MOST_PARENTHESES) {
            throw refused(token, "parentheses lie in each other at most " + MOST_PARENTHESES + " deep");
        }
    }

    private void requireTermExpected(boolean expected, Token token) {
        if (termExpected != expected) {
            throw refused(
                    token,
                    "expected "
                            + (termExpected ? "a number, v, max, a function or (" : "an operator or )")
                            + ", got "
                            + token.getValue());
        }
    }

    private void finish() {
        if (termExpected) {
            throw new FunctionSyntaxException(end, "expected a number, v, max, a function or (, got nothing");
        }
        if (!open.isEmpty()) {
            throw new FunctionSyntaxException(end, "expected )");
        }
    }

    private static FunctionSyntaxException refused(Token token, String message) {
        return new FunctionSyntaxException(token.getStartPosition(), message);
    }
}
