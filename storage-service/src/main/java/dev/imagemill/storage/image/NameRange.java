package dev.imagemill.storage.image;

/**
 * The names that begin with a prefix, as a range in the order of their code points, which is the order of their bytes.
 *
 * @param from the prefix, included
 * @param to the first name after all of them, excluded
 */
public record NameRange(String from, String to) {
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

    /** Every name. */
    public static final NameRange ALL = new NameRange("", LAST.repeat(8));

    public static NameRange of(String prefix) {
        int[] points = prefix.codePoints().toArray();
        int end = points.length;
        while (end > 0 && points[end - 1] == Character.MAX_CODE_POINT) {
            end--;
        }
        if (end == 0) {
            return new NameRange(prefix, ALL.to);
        }
        int last = points[end - 1];
        int next = last == LAST_BEFORE_SURROGATES ? Character.MAX_SURROGATE + 1 : last + 1;
        return new NameRange(prefix, new String(points, 0, end - 1) + Character.toString(next));
    }
}
