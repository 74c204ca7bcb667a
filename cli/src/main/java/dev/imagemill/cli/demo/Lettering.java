package dev.imagemill.cli.demo;

import dev.imagemill.imageop.Image;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes text into an image in a bitmap font of five by nine dots, drawn for this purpose: printable ASCII, anything
 * else as a box. {@code glyphs.txt} holds a line a character: its dot rows from the top in hexadecimal, the leftmost
 * dot in bit 4, seven rows above the base line.
 */
final class Lettering {
    /** Dots from one character to the next. */
    static final int ADVANCE = 6;
    /** Dots from one line to the next. */
    static final int LINE = 11;

    private static final int DOTS = 5;
    private static final int[] BOX = {0x1F, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1F};
    private static final Map<Character, int[]> GLYPHS = read();

    private Lettering() {}

    /** Pixels that a text is wide. */
    static int width(String text, int scale) {
        return text.length() * ADVANCE * scale;
    }

    /**
     * Writes one line of text; what lies outside the image is left out.
     *
     * @param scale pixels a dot is wide and high
     * @param color a value for each component
     */
    static void write(Image image, int left, int top, int scale, String text, long... color) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != ' ') {
                int[] rows = GLYPHS.getOrDefault(character, BOX);
                glyph(image, left + i * ADVANCE * scale, top, scale, rows, color);
            }
        }
    }

    private static void glyph(Image image, int left, int top, int scale, int[] rows, long[] color) {
        for (int row = 0; row < rows.length; row++) {
            for (int dot = 0; dot < DOTS; dot++) {
                if ((rows[row] >> (DOTS - 1 - dot) & 1) == 1) {
                    Shapes.fill(image, left + dot * scale, top + row * scale, scale, scale, color);
                }
            }
        }
    }

    private static Map<Character, int[]> read() {
        try (InputStream file = Objects.requireNonNull(Lettering.class.getResourceAsStream("glyphs.txt"))) {
            Map<Character, int[]> glyphs = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .forEach(line -> glyphs.put(line.charAt(0), rows(line.substring(2))));
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] rows(String hexadecimal) {
        String[] words = hexadecimal.split(" ", -1);
        int[] rows = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            rows[i] = Integer.parseInt(words[i], 16);
        }
        return rows;
    }
}
