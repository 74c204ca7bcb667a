package dev.imagemill.imageop.generated;

/** Colours and their encoding (IEC 61966-2-1). */
final class Srgb {
    private static final float MAX = 255;

    private Srgb() {}

    /** Light of an encoded component, both 0 to 1. */
    static float linear(float encoded) {
        return (float) (encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4));
    }

    /** The byte of a component, rounded down. */
    static byte truncated(float component) {
        return (byte) (int) (component * MAX);
    }

    /** The byte of a component, rounded, of 1 if it is more. */
    static byte rounded(float component) {
        return (byte) (int) (Math.min(1, component) * MAX + 0.5F);
    }

    /** One component of hue, saturation and value, each 0 to 1: red is 0, green 1 and blue 2. */
    static float ofHue(int component, float hue, float saturation, float value) {
        float sixth = hue * 6;
        float distance = switch (component) {
            case 0 -> Math.abs(sixth - 3) - 1;
            case 1 -> 2 - Math.abs(sixth - 2);
            default -> 2 - Math.abs(sixth - 4);
        };
        return ((Math.clamp(distance, 0F, 1F) - 1) * saturation + 1) * value;
    }
}
