package dev.imagemill.contract.pipeline;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An sRGB colour with alpha, not premultiplied; written {@code #rrggbb}, or {@code #rrggbbaa} if it is not opaque.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 * @param alpha 0 (transparent) to 255 (opaque)
 */
public record Color(int red, int green, int blue, int alpha) {
    public static final Color BLACK = new Color(0, 0, 0, 255);
    public static final Color WHITE = new Color(255, 255, 255, 255);

    static final String PATTERN = "^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$";
    static final String OPAQUE_PATTERN = "^#[0-9a-fA-F]{6}$";
    private static final Pattern TEXT = Pattern.compile(PATTERN);

    public Color {
        if (((red | green | blue | alpha) & ~0xff) != 0) {
            throw new IllegalArgumentException("a colour's components are 0..255");
        }
    }

    /** Reads {@code #rrggbb} or {@code #rrggbbaa}, in digits of either case. */
    public static Color parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("a colour is #rrggbb or #rrggbbaa, not \"" + text + "\"");
        }
        int alpha = text.length() == 9 ? HexFormat.fromHexDigits(text, 7, 9) : 255;
        int rgb = HexFormat.fromHexDigits(text, 1, 7);
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, alpha);
    }

    public boolean opaque() {
        return alpha == 255;
    }

    @Override
    public String toString() {
        String rgb = "#%02x%02x%02x".formatted(red, green, blue);
        return opaque() ? rgb : rgb + "%02x".formatted(alpha);
    }
}
