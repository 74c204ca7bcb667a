package dev.imagemill.contract.function;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Makes terms of EvalEx's tree. */
final class TermReader {
    private TermReader() {}

    static Term read(ASTNode node) {
        Token token = node.getToken();
        List<ASTNode> parts = node.getParameters();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> new Term.Constant(number(token));
            case VARIABLE_OR_CONSTANT -> variable(token);
            case PREFIX_OPERATOR -> new Term.Negation(read(parts.getFirst()));
            case INFIX_OPERATOR ->
                new Term.Pair(Operator.of(token.getValue()), read(parts.getFirst()), read(parts.getLast()));
            case FUNCTION -> call(token, parts);
            default -> throw refused(token, "an expression has no " + token.getType());
        };
    }

    static double number(Token token) {
        return Numeral.read(token.getValue())
                .orElseThrow(() -> refused(
                        token, "expected a number as 255, 0.5 or 1e-3 that a double holds, got " + token.getValue()));
    }

    private static Term variable(Token token) {
        return switch (token.getValue()) {
            case Term.Value.WORD -> new Term.Value();
            case Term.Maximum.WORD -> new Term.Maximum();
            default -> throw CurveReader.names(token) ? alone(token) : refused(token, unknown(token.getValue()));
        };
    }

    private static String unknown(String word) {
        return "unknown name " + word + ": expected v or max";
    }

    private static Term call(Token token, List<ASTNode> parts) {
        MathFunction function = MathFunction.of(token.getValue())
                .orElseThrow(() -> CurveReader.names(token) ? alone(token) : refused(token, unknownFunction(token)));
        if (!function.takes(parts.size())) {
            throw refused(token, function.word() + " takes " + function.arity() + ", not " + parts.size());
        }
        return new Term.Call(function, parts.stream().map(TermReader::read).toList());
    }

    private static String unknownFunction(Token token) {
        String known =
                Arrays.stream(MathFunction.values()).map(MathFunction::word).collect(Collectors.joining(", "));
        return "unknown function " + token.getValue() + ": expected one of " + known;
    }

    private static FunctionSyntaxException alone(Token curve) {
        return refused(curve, curve.getValue() + " is a curve, which is no part of an expression");
    }

    private static FunctionSyntaxException refused(Token token, String message) {
        return new FunctionSyntaxException(token.getStartPosition(), message);
    }
}
