package dev.imagemill.transform.engine.reference;

/**
 * How far a result may be from its definition.
 *
 * @param most the largest difference of any component of any pixel, in steps of the component
 * @param shown whether colours are compared as they show, multiplied by their alpha: what hardly shows is kept with few bits
 * @param reason why it is not less
 */
record Tolerance(double most, boolean shown, String reason) {
    /** Pixels are moved or kept. */
    static final Tolerance NONE = new Tolerance(0, false, "");

    /** The nearest of the numbers that the mode has, as near as any result can be. */
    static final Tolerance NEAREST = new Tolerance(0.5, false, "");

    static Tolerance of(double most, String reason) {
        return new Tolerance(most, false, reason);
    }

    Tolerance asShown() {
        return new Tolerance(most, true, reason);
    }
}
