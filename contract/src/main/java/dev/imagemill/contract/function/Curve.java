package dev.imagemill.contract.function;

/**
 * A function with a name. Its numbers are fractions of a component's range, so that it means the same at every depth.
 */
public sealed interface Curve extends TextFunction {
    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static double raise(double fraction, double gamma) {
        return gamma == 1 ? fraction : StrictMath.pow(fraction, 1 / gamma);
    }

    private static void requireGamma(double gamma) {
        require(gamma >= 0.1 && gamma <= 10, "gamma is a number from 0.1 to 10");
    }

    /** The negative: {@code max - v}. */
    record Invert() implements Curve {
        @Override
        public double apply(double v, double max) {
            return max - v;
        }

        @Override
        public String text() {
            return "invert";
        }
    }

    /**
     * Makes middle tones lighter or darker and leaves both ends: {@code max * (v / max) ^ (1 / gamma)}.
     *
     * @param gamma 0.1..10; above 1 lighter, below 1 darker
     */
    record Gamma(double gamma) implements Curve {
        public Gamma {
            requireGamma(gamma);
        }

        @Override
        public double apply(double v, double max) {
            return gamma == 1 ? v : max * raise(v / max, gamma);
        }

        @Override
        public String text() {
            return "gamma(" + Numeral.of(gamma) + ")";
        }
    }

    /**
     * All or nothing: the largest value from the threshold on, else 0.
     *
     * @param fraction 0..1
     */
    record Threshold(double fraction) implements Curve {
        public Threshold {
            require(fraction >= 0 && fraction <= 1, "a threshold is a number from 0 to 1");
        }

        @Override
        public double apply(double v, double max) {
            return v >= fraction * max ? max : 0;
        }

        @Override
        public String text() {
            return "threshold(" + Numeral.of(fraction) + ")";
        }
    }

    /**
     * Stretches what lies between two levels over the whole range.
     *
     * @param black 0..1, what becomes 0, as does what is below
     * @param white 0..1, above {@code black}: what becomes the largest value, as does what is above
     * @param gamma 0.1..10, for what lies between
     */
    record Levels(double black, double white, double gamma) implements Curve {
        public Levels {
            require(
                    black >= 0 && black < white && white <= 1,
                    "levels are two numbers from 0 to 1, the first below the second");
            requireGamma(gamma);
        }

        @Override
        public double apply(double v, double max) {
            return max * raise(Math.clamp((v / max - black) / (white - black), 0.0, 1.0), gamma);
        }

        @Override
        public String text() {
            String levels = "levels(" + Numeral.of(black) + "," + Numeral.of(white);
            return gamma == 1 ? levels + ")" : levels + "," + Numeral.of(gamma) + ")";
        }
    }

    /**
     * Leaves so many values, evenly spread: the range is cut into as many equal parts.
     *
     * @param levels 2..256
     */
    record Posterize(int levels) implements Curve {
        public Posterize {
            require(levels >= 2 && levels <= 256, "posterize leaves an integer from 2 to 256 levels");
        }

        @Override
        public double apply(double v, double max) {
            return Math.floor(v * levels / (max + 1)) * max / (levels - 1);
        }

        @Override
        public String text() {
            return "posterize(" + levels + ")";
        }
    }
}
