package dev.imagemill.contract.pipeline;

import java.util.regex.Pattern;

/** The names of presets and renditions: a lower-case letter or digit, then up to 63 of those, {@code _} and {@code -}. */
public final class Names {
    /** The preset word of renditions that were asked for without a preset. */
    public static final String CUSTOM = "custom";

    static final String PATTERN = "^[a-z0-9][a-z0-9_-]{0,63}$";
    static final String EXPECTED =
            "a name of 1 to 64 lower-case letters, digits, _ and -, beginning with a letter or digit";

    private static final Pattern NAME = Pattern.compile(PATTERN);
    private static final int DIGEST_DIGITS = 12;

    private Names() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The full name of a rendition: {@code <preset>.<rendition>}. */
    public static String full(String preset, String rendition) {
        return preset + "." + rendition;
    }

    /** The name of the rendition of a single pipeline that came without a name: {@code p} and 12 digits of its digest. */
    public static String ofPipeline(Pipeline pipeline) {
        return "p" + pipeline.digest().substring(0, DIGEST_DIGITS);
    }

    static String require(String text, String what) {
        if (!isName(text)) {
            throw new IllegalArgumentException(what + " is " + EXPECTED + ", not \"" + text + "\"");
        }
        return text;
    }
}
