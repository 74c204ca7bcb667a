package dev.imagemill.storage.content;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The {@code Content-Disposition} of bytes that a browser may show (RFC 6266). */
final class Filename {
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private Filename() {}

    /** Shown in place, and saved under the last part of the given name. */
    static String inline(String name) {
        String last = lastPart(name);
        return "inline; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(last), encoded(last));
    }

    private static String lastPart(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return visible.isEmpty() || visible.chars().allMatch(c -> c == '.') ? "image" : visible;
    }

    private static String ascii(String name) {
        return name.codePoints()
                .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte b : name.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return text.toString();
    }
}
