package dev.imagemill.imageop.array;

import dev.imagemill.imageop.array.NpyFormatException.Fault;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one Python literal that an {@code .npy} header is: a dictionary with the keys {@code descr}, {@code fortran_order} and
 * {@code shape}, each once and in any order. Nothing else of Python is understood, so nothing can be evaluated.
 *
 * <p>White space may stand between tokens and a comma after the last of a list. Strings have no escapes; integers are decimal, without a
 * sign, and in versions below 3.0 may end in {@code L}, as Python 2 wrote them.
 */
final class NpyHeaderParser {
    private static final int MAX_AXES = 4;
    private static final int MAX_DIGITS = 18;

    private final String text;
    private final int start;
    private final boolean longSuffix;
    private int at;

    private @Nullable ElementType type;
    private ByteOrder byteOrder = ByteOrder.nativeOrder();
    private @Nullable AxisOrder axisOrder;
    private int @Nullable [] shape;

    /**
     * @param text one character for each byte
     * @param start the offset of the first byte in the file
     */
    NpyHeaderParser(String text, int start, boolean longSuffix) {
        this.text = text;
        this.start = start;
        this.longSuffix = longSuffix;
    }

    NpyHeader parse() {
        expect('{');
        while (!accept('}')) {
            entry();
            if (!accept(',') && peek() != '}') {
                throw malformed("',' or '}' comes after a dictionary's entry");
            }
        }
        int end = at;
        skipSpace();
        if (at < text.length()) {
            throw malformed("only white space comes after the dictionary");
        }
        if (type == null || axisOrder == null || shape == null) {
            at = end;
            throw malformed("the dictionary has the keys 'descr', 'fortran_order' and 'shape'");
        }
        return new NpyHeader(type, byteOrder, axisOrder, shape, start + (long) text.length());
    }

    private void entry() {
        skipSpace();
        int keyAt = at;
        String key = string();
        expect(':');
        switch (key) {
            case "descr" -> {
                refuseTwice(type, key, keyAt);
                descr();
            }
            case "fortran_order" -> {
                refuseTwice(axisOrder, key, keyAt);
                axisOrder = flag() ? AxisOrder.FORTRAN : AxisOrder.C;
            }
            case "shape" -> {
                refuseTwice(shape, key, keyAt);
                shape = shape();
            }
            default -> {
                at = keyAt;
                throw malformed("a key is 'descr', 'fortran_order' or 'shape', not '" + key + "'");
            }
        }
    }

    private void refuseTwice(@Nullable Object value, String key, int keyAt) {
        if (value != null) {
            at = keyAt;
            throw malformed("the key '" + key + "' comes once");
        }
    }

    /** A byte order, which one-byte types may lack, a kind and a size. */
    private void descr() {
        if (peek() == '[') {
            throw unsupported("arrays of records are not read");
        }
        int before = at;
        String descr = string();
        String code = descr;
        char order = descr.isEmpty() ? 0 : descr.charAt(0);
        if (order == '<' || order == '>' || order == '|') {
            code = descr.substring(1);
        }
        type = switch (code) {
            case "u1", "u2", "u4", "f2", "f4", "f8" -> ElementType.parse(code);
            default -> {
                at = before;
                throw unsupported("an element type is u1, u2, u4, f2, f4 or f8 with a byte order, not '" + descr + "'");
            }
        };
        if (type.bytes() > 1 && order != '<' && order != '>') {
            at = before;
            throw malformed(
                    "'<' or '>' comes before an element type of " + type.bytes() + " bytes, not '" + descr + "'");
        }
        byteOrder = order == '>' ? ByteOrder.BIG_ENDIAN : order == '<' ? ByteOrder.LITTLE_ENDIAN : byteOrder;
    }

    private boolean flag() {
        skipSpace();
        for (boolean flag : new boolean[] {true, false}) {
            String name = flag ? "True" : "False";
            if (text.startsWith(name, at) && !identifierAt(at + name.length())) {
                at += name.length();
                return flag;
            }
        }
        throw malformed("'fortran_order' is True or False");
    }

    private boolean identifierAt(int index) {
        return index < text.length() && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }

    /** A tuple: one element needs its comma. */
    private int[] shape() {
        skipSpace();
        int before = at;
        expect('(');
        int[] lengths = new int[MAX_AXES];
        int count = 0;
        boolean comma = true;
        while (!accept(')')) {
            if (!comma) {
                throw malformed("',' or ')' comes after an axis's length");
            }
            if (count == MAX_AXES) {
                throw unsupported("an array has 1 to " + MAX_AXES + " axes, not more");
            }
            lengths[count] = length();
            count++;
            comma = accept(',');
        }
        if (count == 0) {
            at = before;
            throw unsupported("an array has 1 to " + MAX_AXES + " axes, not 0");
        }
        if (count == 1 && !comma) {
            throw malformed("a shape of one axis is written with a comma, as (5,)");
        }
        return Arrays.copyOf(lengths, count);
    }

    private int length() {
        skipSpace();
        int before = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(before, at);
        if (digits.isEmpty() || (digits.length() > 1 && digits.charAt(0) == '0')) {
            at = before;
            throw malformed("the length of an axis is a decimal integer of at least 0");
        }
        if (longSuffix && at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        if (digits.length() > MAX_DIGITS || Long.parseLong(digits) > Integer.MAX_VALUE) {
            at = before;
            throw new NpyFormatException(
                    Fault.OVER_LIMIT, start + (long) at, "the length of an axis is at most " + Integer.MAX_VALUE);
        }
        return Integer.parseInt(digits);
    }

    private String string() {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw malformed("a string in quotes comes here");
        }
        int open = at;
        int close = text.indexOf(quote, open + 1);
        if (close < 0) {
            throw malformed("a string ends with the quote it began with");
        }
        for (at = open + 1; at < close; at++) {
            char c = text.charAt(at);
            if (c < ' ' || c > '~' || c == '\\') {
                throw malformed("a string has printable ASCII characters only and no escapes");
            }
        }
        at = close + 1;
        return text.substring(open + 1, close);
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw malformed("'" + c + "' comes here");
        }
    }

    private boolean accept(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    /** The next character that is not white space, 0 at the end. */
    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private NpyFormatException malformed(String expected) {
        return new NpyFormatException(Fault.MALFORMED, start + (long) at, expected);
    }

    private NpyFormatException unsupported(String expected) {
        return new NpyFormatException(Fault.UNSUPPORTED, start + (long) at, expected);
    }
}
