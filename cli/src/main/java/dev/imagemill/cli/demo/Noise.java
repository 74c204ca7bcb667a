package dev.imagemill.cli.demo;

/**
 * Smooth noise that is the same on every machine: random values on a grid, blended with a cubic, octaves added up.
 * Only additions and multiplications are used, because library functions such as sine may differ in the last bit.
 */
record Noise(int seed) {
    /** A value of 0 to 1 that varies over distances of about 1 and, weaker, over halves, quarters, ... of it. */
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double total = 0;
        double step = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * smooth(x * step + 17.3 * octave, y * step + 5.1 * octave);
            total += weight;
            weight /= 2;
            step *= 2;
        }
        return sum / total;
    }

    /** A value of 0 to 1 without any connection to its neighbours. */
    double grain(int x, int y) {
        int hash = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b1;
        hash = (hash ^ hash >>> 15) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return ((hash ^ hash >>> 16) & 0xffffff) / (double) 0x1000000;
    }

    private double smooth(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double u = ease(x - left);
        double v = ease(y - top);
        double above = mix(grain(left, top), grain(left + 1, top), u);
        double below = mix(grain(left, top + 1), grain(left + 1, top + 1), u);
        return mix(above, below, v);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
