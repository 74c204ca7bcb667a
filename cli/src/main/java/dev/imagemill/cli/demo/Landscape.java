package dev.imagemill.cli.demo;

/**
 * A painted view: sky with clouds and a low sun at the left, hill ranges that fade into haze, a lake that mirrors
 * them. Upright it cannot be mistaken, which is what a picture for trying out orientations needs.
 *
 * @param sun its place from the left edge, in picture heights
 */
record Landscape(Noise noise, Tint zenith, Tint horizon, Tint hills, double sun) {
    private static final double SHORE = 0.74;
    private static final double SUN_HEIGHT = 0.3;
    private static final int RANGES = 4;
    private static final Tint SUNLIGHT = new Tint(1, 0.95, 0.8);

    /** The colour at a place; both coordinates in picture heights from the top left. */
    Tint at(double x, double y) {
        return y < SHORE ? above(x, y) : lake(x, y);
    }

    private Tint above(double x, double y) {
        for (int range = RANGES - 1; range >= 0; range--) {
            double ridge = ridge(range, x);
            if (y > ridge) {
                return hill(range, x, y, y - ridge);
            }
        }
        return sky(x, y);
    }

    private Tint sky(double x, double y) {
        Tint plain = zenith.mix(horizon, y / 0.55);
        double cloud = noise.fractal(x * 2.2, y * 6, 5);
        Tint clouded = plain.mix(SUNLIGHT, (cloud - 0.52) * 2.2 * (1 - y));
        double dx = x - sun;
        double dy = y - SUN_HEIGHT;
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance < 0.045) {
            return SUNLIGHT;
        }
        return clouded.mix(SUNLIGHT, 0.03 / (distance * distance + 0.04) - 0.05);
    }

    private double ridge(int range, double x) {
        double frequency = 1.3 + range * 0.9;
        double lift = noise.fractal(x * frequency + range * 31.7, range * 9.4, 6) - 0.5;
        return 0.44 + range * 0.085 - lift * (0.44 - range * 0.08);
    }

    private Tint hill(int range, double x, double y, double depth) {
        double nearness = (range + 1.0) / RANGES;
        Tint ground = horizon.mix(hills, 0.25 + 0.75 * nearness);
        double texture = noise.fractal(x * 26 + range, y * 30, 4);
        Tint lit = ground.times(0.72 + 0.5 * texture);
        return lit.mix(horizon, (1 - nearness) * 0.35 + depth * 0.5 * (1 - nearness));
    }

    private Tint lake(double x, double y) {
        double depth = (y - SHORE) / (1 - SHORE);
        double ripple = noise.fractal(x * 6, y * 60, 3) - 0.5;
        Tint mirrored = above(x + ripple * 0.03, SHORE - 0.002 - (y - SHORE) * 1.3 + ripple * 0.02);
        return mirrored.times(0.86 - 0.25 * depth).mix(zenith, 0.18 + ripple * 0.25);
    }
}
