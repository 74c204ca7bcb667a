package dev.imagemill.imageop.kernel;

/**
 * RGB to HSV and back, every value 0 to 255, by tables that hold what Pillow's floating-point formula gives.
 *
 * <p>With C the difference of the largest and the smallest component, saturation depends on the largest one and C only, and hue on which
 * component is the largest, on C, and on the difference D of the other two: of their two fractions (max - c) / C one is always 1 and the
 * other 1 - |D| / C. Since |D| is at most C, the hues of one sector fit 256 rows of 2 C + 1 columns, and row C begins at C squared.
 *
 * <p>Back, the six sectors pick red, green and blue out of the value V and three mixtures p, q, t of it; all four lie in one integer, and
 * a sector is three shifts.
 */
public final class Hue {
    private static final int SECTOR = 256 * 256;
    private static final byte[] HUES = hues();
    private static final byte[] SATURATIONS = saturations();

    /** By saturation and value: V (1 - S). */
    private static final byte[] FLOORS = floors();

    private static final float[] FRACTIONS = new float[256];

    /** By hue: how far the packed V, p, q, t is shifted for red, for green and for blue, eight bits each. */
    private static final int[] SHIFTS = new int[256];

    static {
        int[] sectors = {
            shifts(0, 3, 1), shifts(2, 0, 1), shifts(1, 0, 3), shifts(1, 2, 0), shifts(3, 1, 0), shifts(0, 1, 2)
        };
        for (int hue = 0; hue < 256; hue++) {
            int sector = hue * 6 / 255;
            FRACTIONS[hue] = (float) (hue * 6.0 / 255.0 - sector);
            SHIFTS[hue] = sectors[sector % 6];
        }
    }

    private Hue() {}

    public static void ofRgb(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int red = from[at + 3 * i] & 255;
            int green = from[at + 3 * i + 1] & 255;
            int blue = from[at + 3 * i + 2] & 255;
            int max = Math.max(Math.max(red, green), blue);
            int range = max - Math.min(Math.min(red, green), blue);
            int redIsLess = (red - max) >> 31;
            int greenIsLess = (green - max) >> 31;
            int greenLeads = redIsLess & ~greenIsLess;
            int blueLeads = redIsLess & greenIsLess;
            int difference = ((green - blue) & ~redIsLess) | ((blue - red) & greenLeads) | ((red - green) & blueLeads);
            int sector = (greenLeads & SECTOR) + (blueLeads & 2 * SECTOR);
            to[toAt + 3 * i] = HUES[sector + range * range + range + difference];
            to[toAt + 3 * i + 1] = SATURATIONS[max << 8 | range];
            to[toAt + 3 * i + 2] = (byte) max;
        }
    }

    public static void toRgb(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int hue = from[at + 3 * i] & 255;
            int saturation = from[at + 3 * i + 1] & 255;
            int value = from[at + 3 * i + 2] & 255;
            float s = (float) (saturation / 255.0);
            float f = FRACTIONS[hue];
            int p = FLOORS[saturation << 8 | value] & 255;
            int q = (int) (value * (1.0 - s * f) + 0.5);
            int t = (int) (value * (1.0 - s * (1.0 - f)) + 0.5);
            int mixtures = value | p << 8 | q << 16 | t << 24;
            int shifts = SHIFTS[hue];
            to[toAt + 3 * i] = (byte) (mixtures >> (shifts & 31));
            to[toAt + 3 * i + 1] = (byte) (mixtures >> ((shifts >> 8) & 31));
            to[toAt + 3 * i + 2] = (byte) (mixtures >> (shifts >> 16));
        }
    }

    private static int shifts(int red, int green, int blue) {
        return 8 * (red | green << 8 | blue << 16);
    }

    private static byte[] hues() {
        byte[] hues = new byte[3 * SECTOR];
        for (int sector = 0; sector < 3; sector++) {
            for (int range = 1; range < 256; range++) {
                for (int difference = -range; difference <= range; difference++) {
                    hues[sector * SECTOR + range * range + range + difference] = hue(sector, range, difference);
                }
            }
        }
        return hues;
    }

    private static byte hue(int sector, int range, int difference) {
        float up = difference >= 0 ? 1 : (float) (range + difference) / range;
        float down = difference >= 0 ? (float) (range - difference) / range : 1;
        float h = sector == 0 ? up - down : (float) (2.0 * sector + up - down);
        float turned = (float) ((h / 6.0 + 1.0) % 1.0);
        return (byte) (turned * 255.0);
    }

    private static byte[] saturations() {
        byte[] saturations = new byte[256 * 256];
        for (int max = 1; max < 256; max++) {
            for (int range = 1; range <= max; range++) {
                saturations[max << 8 | range] = (byte) ((float) range / max * 255.0);
            }
        }
        return saturations;
    }

    private static byte[] floors() {
        byte[] floors = new byte[256 * 256];
        for (int saturation = 0; saturation < 256; saturation++) {
            for (int value = 0; value < 256; value++) {
                floors[saturation << 8 | value] = (byte) Math.round(value * (1.0 - (float) (saturation / 255.0)));
            }
        }
        return floors;
    }
}
