package dev.imagemill.contract.function;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our operators and functions as EvalEx's parser knows them. Nothing of its own is left in, and it works nothing out. */
final class Grammar {
    static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .operatorDictionary(new Operators())
            .functionDictionary(new Functions())
            .implicitMultiplicationAllowed(false)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .build();

    private Grammar() {}

    private static final class Operators implements OperatorDictionaryIfc {
        private final Map<String, OperatorIfc> between = new HashMap<>();

        Operators() {
            for (Operator operator : Operator.values()) {
                between.put(
                        operator.symbol(),
                        new Binding(false, operator.precedence().level(), operator.leftToRight()));
            }
        }

        @Override
        public void addOperator(String text, OperatorIfc operator) {
            throw new UnsupportedOperationException("the operators are fixed");
        }

        /** EvalEx pops a power from its stack before a sign unless both bind alike, and from right to left. */
        @Override
        public @Nullable OperatorIfc getPrefixOperator(String text) {
            return text.equals("-") ? new Binding(true, Precedence.POWER.level(), false) : null;
        }

        @Override
        public @Nullable OperatorIfc getPostfixOperator(String text) {
            return null;
        }

        @Override
        public @Nullable OperatorIfc getInfixOperator(String text) {
            return between.get(text);
        }
    }

    private record Binding(boolean isPrefix, int getPrecedence, boolean isLeftAssociative) implements OperatorIfc {
        @Override
        public boolean isInfix() {
            return !isPrefix;
        }

        @Override
        public boolean isPostfix() {
            return false;
        }

        @Override
        public int getPrecedence(ExpressionConfiguration configuration) {
            return getPrecedence;
        }

        @Override
        public boolean isOperandLazy() {
            return false;
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) {
            throw new UnsupportedOperationException("EvalEx only parses");
        }
    }

    /** Every name; which of them is a function is found out later. */
    private static final class Functions implements FunctionDictionaryIfc {
        private static final Callable ANY = new Callable();

        @Override
        public void addFunction(String name, FunctionIfc function) {
            throw new UnsupportedOperationException("the functions are fixed");
        }

        @Override
        public FunctionIfc getFunction(String name) {
            return ANY;
        }
    }

    /** A function of any number of values; how many it takes is found out later. */
    private static final class Callable implements FunctionIfc {
        @Override
        public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
            return List.of();
        }

        @Override
        public boolean hasVarArgs() {
            return true;
        }

        @Override
        public void validatePreEvaluation(Token token, EvaluationValue... values) {
            throw new UnsupportedOperationException("EvalEx only parses");
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
            throw new UnsupportedOperationException("EvalEx only parses");
        }
    }
}
