package dev.imagemill.contract.function;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the text of a function: EvalEx cuts it into tokens and orders these by precedence, and everything else is checked here. */
final class FunctionParser {
    private static final Pattern STRANGE = Pattern.compile("[^a-zA-Z0-9_ .,()+*/%^<>=!-]");

    private FunctionParser() {}

    static TextFunction parse(String text) {
        checkCharacters(text);
        ASTNode tree = tree(text);
        return CurveReader.names(tree.getToken()) ? CurveReader.read(tree) : new Formula(TermReader.read(tree));
    }

    private static void checkCharacters(String text) {
        if (text.length() > TextFunction.MAX_LENGTH) {
            throw new FunctionSyntaxException(
                    TextFunction.MAX_LENGTH + 1,
                    "a function has at most " + TextFunction.MAX_LENGTH + " characters, not " + text.length());
        }
        STRANGE.matcher(text).results().findFirst().ifPresent(strange -> {
            throw new FunctionSyntaxException(
                    strange.start() + 1, "no function has this character; expected digits, letters and operators");
        });
    }

    private static ASTNode tree(String text) {
        try {
            List<Token> tokens = new Tokenizer(text, Grammar.CONFIGURATION).parse();
            TokenOrder.check(tokens, text.length() + 1);
            return new ShuntingYardConverter(text, tokens, Grammar.CONFIGURATION).toAbstractSyntaxTree();
        } catch (ParseException e) {
            throw new FunctionSyntaxException(Math.max(1, e.getStartPosition()), String.valueOf(e.getMessage()));
        }
    }
}
