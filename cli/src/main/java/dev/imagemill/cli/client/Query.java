package dev.imagemill.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path with query parameters, properly escaped; an absent value leaves its parameter out. */
record Query(String text) {
    Query and(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        return new Query(text + (text.contains("?") ? "&" : "?") + name + "=" + escaped(value));
    }

    static String segment(String value) {
        return escaped(value).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text;
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
