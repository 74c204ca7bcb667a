package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.ImageFormatException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an image's info says of transparency without an alpha component: one colour that is transparent, or alphas for a palette. */
sealed interface Transparency {
    /** Where it is in an image's info. */
    String KEY = "transparency";

    /** A grey level of mode L or 1, a number of mode I, or an index of mode P. */
    record Level(int level) implements Transparency {}

    /** A colour of mode RGB, its components of 8 or 16 bits. */
    record Color(int red, int green, int blue) implements Transparency {}

    /** Alphas of the first colours of a palette. */
    @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
    record Alphas(byte[] alphas) implements Transparency {}

    /** What the info says, or null if it says nothing. */
    static @Nullable Transparency of(Map<String, Object> info) {
        return switch (info.get(KEY)) {
            case null -> null;
            case Integer level -> new Level(level);
            case byte[] alphas -> new Alphas(alphas);
            case int[] rgb when rgb.length == 3 -> new Color(rgb[0], rgb[1], rgb[2]);
            case List<?> rgb
            when rgb.size() == 3
                    && rgb.get(0) instanceof Integer red
                    && rgb.get(1) instanceof Integer green
                    && rgb.get(2) instanceof Integer blue -> new Color(red, green, blue);
            case Object other ->
                throw new ImageFormatException("transparency is an Integer, three of them or a byte[], not " + other);
        };
    }

    /** The value to put into an info. */
    default Object value() {
        return switch (this) {
            case Level(int level) -> level;
            case Color(int red, int green, int blue) -> List.of(red, green, blue);
            case Alphas(byte[] alphas) -> alphas;
        };
    }
}
