package dev.imagemill.storage.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of some bytes (RFC 9110, section 14).
 *
 * @param first offset of its first byte
 * @param last offset of its last byte; before {@code first} when nothing of what was asked for exists
 */
record ByteRange(long first, long last) {
    /** Offsets of more digits than this reach beyond any content. */
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private static final ByteRange UNSATISFIABLE = new ByteRange(0, -1);

    /**
     * The range that a {@code Range} header asks for, cut to the content's length. Null if there is none to be honoured: no
     * header, another unit, several ranges or a broken one, all of which a server may answer with the whole.
     */
    static @Nullable ByteRange parse(@Nullable String header, long length) {
        Matcher matcher = SINGLE.matcher(header == null ? "" : header.trim());
        if (!matcher.matches()) {
            return null;
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? null : suffix(Long.parseLong(to), length);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return null;
        }
        return first >= length ? UNSATISFIABLE : new ByteRange(first, Math.min(last, length - 1));
    }

    boolean isSatisfiable() {
        return last >= first;
    }

    long length() {
        return last - first + 1;
    }

    /** The {@code Content-Range} header of an answer that holds this range. */
    String header(long total) {
        return isSatisfiable() ? "bytes %d-%d/%d".formatted(first, last, total) : "bytes */" + total;
    }

    private static ByteRange suffix(long count, long length) {
        return count == 0 ? UNSATISFIABLE : new ByteRange(Math.max(0, length - count), length - 1);
    }
}
