package dev.imagemill.imageop.generated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One character as a pen with a round tip draws it, of the size that a fixed-width face of 54 pixels has.
 *
 * <p>Characters are strokes between the points of a lattice of five by seven, a stroke the list of its points, of each the column and the row from
 * the base line. Coverage goes with the distance from the nearest stroke, so edges are smooth and the white edge is as wide everywhere.
 */
final class Glyph {
    /** All characters, in the order in which labels count. */
    static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** From one character to the next. */
    static final int WIDTH = 32;

    private static final int BOTTOM = -5;
    private static final int TOP = 46;

    private static final float LEFT = 6;
    private static final float BASE = 3;
    private static final float COLUMN = 5;
    private static final float ROW = 5.6F;
    private static final float RADIUS = 2.7F;
    private static final float EDGE = 2;
    private static final String[] STROKES = {
        "00 26 40|12 32",
        "03 33 44 45 36 06 00 30 41 42 33",
        "45 36 16 05 01 10 30 41",
        "00 06 26 45 41 20 00",
        "46 06 00 40|03 33",
        "46 06 00|03 33",
        "45 36 16 05 01 10 30 41 43 23",
        "00 06|40 46|03 43",
        "10 30|16 36|20 26",
        "16 36 31 20 10 01",
        "00 06|46 03 40",
        "06 00 40",
        "00 06 23 46 40",
        "00 06 40 46",
        "10 30 41 45 36 16 05 01 10",
        "00 06 36 45 44 33 03",
        "10 30 41 45 36 16 05 01 10|22 40",
        "00 06 36 45 44 33 03|23 40",
        "01 10 30 41 42 33 13 04 05 16 36 45",
        "06 46|26 20",
        "06 01 10 30 41 46",
        "06 20 46",
        "06 10 24 30 46",
        "00 46|06 40",
        "06 23 46|23 20",
        "06 46 00 40",
        "10 30 41 45 36 16 05 01 10|12 34",
        "15 26 20|10 30",
        "05 16 36 45 44 00 40",
        "05 16 36 45 44 33 23|33 42 41 30 10 01",
        "30 36 02 42",
        "46 06 03 33 42 41 30 10 01",
        "45 36 16 05 01 10 30 41 42 33 13 02",
        "06 46 20",
        "13 33 44 45 36 16 05 04 13 02 01 10 30 41 42 33",
        "01 10 30 41 45 36 16 05 04 13 33 44"
    };
    private static final List<Glyph> ALL =
            Arrays.stream(STROKES).map(Glyph::new).toList();

    private final float[] distances = new float[WIDTH * (TOP - BOTTOM)];

    private Glyph(String strokes) {
        List<float[]> lines = lines(strokes);
        for (int y = BOTTOM; y < TOP; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float nearest = Float.MAX_VALUE;
                for (float[] line : lines) {
                    nearest = Math.min(nearest, distance(x + 0.5F, y + 0.5F, line));
                }
                distances[(y - BOTTOM) * WIDTH + x] = nearest;
            }
        }
    }

    /** The character at this place of {@link #CHARACTERS}. */
    static Glyph of(int place) {
        return ALL.get(place);
    }

    /** Whether any character has something at this height over its base line. */
    static boolean reaches(int y) {
        return y >= BOTTOM && y < TOP;
    }

    /** How much of a pixel is ink, 0 to 1. */
    float ink(int x, int y) {
        return covered(x, y, RADIUS);
    }

    /** How much of a pixel is ink or its edge, 0 to 1. */
    float edge(int x, int y) {
        return covered(x, y, RADIUS + EDGE);
    }

    private float covered(int x, int y, float radius) {
        return Math.clamp(radius + 0.5F - distances[(y - BOTTOM) * WIDTH + x], 0F, 1F);
    }

    /** Every line between two points, as its two ends. */
    private static List<float[]> lines(String strokes) {
        List<float[]> lines = new ArrayList<>();
        for (int i = 0; i + 3 < strokes.length(); i += 3) {
            if (strokes.charAt(i + 2) == ' ') {
                lines.add(new float[] {
                    across(strokes.charAt(i)),
                    up(strokes.charAt(i + 1)),
                    across(strokes.charAt(i + 3)),
                    up(strokes.charAt(i + 4))
                });
            }
        }
        return lines;
    }

    private static float across(char column) {
        return LEFT + COLUMN * (column - '0');
    }

    private static float up(char row) {
        return BASE + ROW * (row - '0');
    }

    private static float distance(float x, float y, float[] line) {
        float dx = line[2] - line[0];
        float dy = line[3] - line[1];
        float along = ((x - line[0]) * dx + (y - line[1]) * dy) / (dx * dx + dy * dy);
        float part = Math.clamp(along, 0F, 1F);
        return (float) Math.hypot(x - line[0] - part * dx, y - line[1] - part * dy);
    }
}
