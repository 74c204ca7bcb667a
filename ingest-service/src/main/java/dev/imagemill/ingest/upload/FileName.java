package dev.imagemill.ingest.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Makes a name that is safe to show, store and save under from whatever a client calls its file. */
final class FileName {
    /** What file systems take. */
    static final int MAX_BYTES = 255;

    private FileName() {}

    /**
     * The last part of a path, composed (NFC), without control, formatting and unpaired surrogate characters, at most 255 bytes
     * in UTF-8 with its extension kept; the fallback if nothing is left.
     */
    static String clean(@Nullable String given, String fallback) {
        String name =
                given == null ? "" : shorten(withoutInvisible(lastPart(given)).strip());
        return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? fallback : name;
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String withoutInvisible(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String shorten(String name) {
        if (utf8Length(name) <= MAX_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && utf8Length(name.substring(dot)) <= 16 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        while (utf8Length(stem) + utf8Length(extension) > MAX_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.strip() + extension;
    }

    private static int utf8Length(String text) {
        return text.getBytes(UTF_8).length;
    }
}
