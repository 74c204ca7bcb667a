package dev.imagemill.imageop.generated;

/**
 * The colour of a blank image: sRGB-encoded fractions of the maximum, and alpha, which does not multiply them. Values below 0 become 0; those
 * above 1 are kept, and limited where bytes hold them.
 */
public record FillColor(float red, float green, float blue, float alpha) {
    /** Transparent black. */
    public static final FillColor TRANSPARENT = new FillColor(0, 0, 0, 0);

    /** Opaque black, which a new image is filled with. */
    public static final FillColor BLACK = new FillColor(0, 0, 0, 1);

    /**
     * Checks and limits the components.
     *
     * @throws IllegalArgumentException if one is not a finite number
     */
    public FillColor {
        red = limited(red);
        green = limited(green);
        blue = limited(blue);
        alpha = limited(alpha);
    }

    private static float limited(float component) {
        if (!Float.isFinite(component)) {
            throw new IllegalArgumentException("a component of a colour is a finite number, not " + component);
        }
        return Math.max(0, component);
    }
}
