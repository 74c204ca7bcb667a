package dev.imagemill.contract.function;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.List;

/** Makes curves of EvalEx's tree. */
final class CurveReader {
    /** Of those that take numbers. */
    static final List<String> NAMES = List.of("gamma", "threshold", "levels", "posterize");

    private static final String INVERT = "invert";

    private CurveReader() {}

    /** Whether the token is a curve's name, with numbers if it takes some. */
    static boolean names(Token token) {
        return switch (token.getType()) {
            case FUNCTION -> NAMES.contains(token.getValue());
            case VARIABLE_OR_CONSTANT -> token.getValue().equals(INVERT);
            default -> false;
        };
    }

    static Curve read(ASTNode tree) {
        Token name = tree.getToken();
        List<Double> numbers =
                tree.getParameters().stream().map(CurveReader::number).toList();
        try {
            return switch (name.getValue()) {
                case INVERT -> new Curve.Invert();
                case "gamma" -> new Curve.Gamma(numbers(numbers, 1, name).getFirst());
                case "threshold" ->
                    new Curve.Threshold(numbers(numbers, 1, name).getFirst());
                case "posterize" -> posterize(numbers(numbers, 1, name).getFirst());
                default -> levels(numbers, name);
            };
        } catch (IllegalArgumentException outOfRange) {
            throw outOfRange instanceof FunctionSyntaxException syntax
                    ? syntax
                    : refused(name, String.valueOf(outOfRange.getMessage()));
        }
    }

    private static double number(ASTNode node) {
        Token token = node.getToken();
        if (token.getType() != TokenType.NUMBER_LITERAL) {
            throw refused(token, "a curve takes numbers only");
        }
        return TermReader.number(token);
    }

    private static Curve posterize(double levels) {
        return new Curve.Posterize(levels == Math.rint(levels) ? (int) levels : 0);
    }

    private static Curve levels(List<Double> numbers, Token name) {
        List<Double> given = numbers.size() == 3 ? numbers : numbers(numbers, 2, name);
        return new Curve.Levels(given.get(0), given.get(1), given.size() == 3 ? given.get(2) : 1);
    }

    private static List<Double> numbers(List<Double> numbers, int count, Token name) {
        if (numbers.size() != count) {
            String expected = name.getValue().equals("levels") ? "2 or 3 numbers" : "1 number";
            throw refused(name, name.getValue() + " takes " + expected + ", not " + numbers.size());
        }
        return numbers;
    }

    private static FunctionSyntaxException refused(Token token, String message) {
        return new FunctionSyntaxException(token.getStartPosition(), message);
    }
}
