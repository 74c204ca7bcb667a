package dev.imagemill.imageop;

/** A resampling function: how the pixels around a point are weighted to give the value at that point. These are Pillow's six. */
public enum Filter {
    /** The pixel under the point, unweighted. */
    NEAREST(0) {
        @Override
        double weight(double x) {
            throw new UnsupportedOperationException("NEAREST weighs nothing");
        }
    },
    /** Equal weights within half a pixel. */
    BOX(0.5) {
        @Override
        double weight(double x) {
            return x > -0.5 && x <= 0.5 ? 1 : 0;
        }
    },
    /** A triangle within one pixel. */
    BILINEAR(1) {
        @Override
        double weight(double x) {
            return Math.max(0, 1 - Math.abs(x));
        }
    },
    /** A sinc under a Hamming window within one pixel: nearly as sharp as bicubic when reducing, as cheap as bilinear. */
    HAMMING(1) {
        @Override
        double weight(double x) {
            double angle = Math.abs(x) * Math.PI;
            if (angle == 0) {
                return 1;
            }
            return Math.abs(x) >= 1 ? 0 : Math.sin(angle) / angle * (0.54 + 0.46 * Math.cos(angle));
        }
    },
    /** The cubic convolution with a = -0.5, within two pixels. */
    BICUBIC(2) {
        @Override
        double weight(double x) {
            double t = Math.abs(x);
            if (t < 1) {
                return ((A + 2) * t - (A + 3)) * t * t + 1;
            }
            return t < 2 ? (((t - 5) * t + 8) * t - 4) * A : 0;
        }
    },
    /** A sinc windowed by a wider sinc, within three pixels. */
    LANCZOS(3) {
        @Override
        double weight(double x) {
            if (x == 0) {
                return 1;
            }
            // sinc(x) sinc(x/3), with sin 3a = (3 - 4 sin^2 a) sin a to compute one sine instead of two.
            double third = x * (Math.PI / 3);
            double sine = Math.sin(third);
            return -3 <= x && x < 3 ? sine * sine * (3 - 4 * sine * sine) / (3 * third * third) : 0;
        }
    };

    private static final double A = -0.5;

    private final double support;

    Filter(double support) {
        this.support = support;
    }

    /** How far from the point pixels count, in pixels of the larger scale. */
    double support() {
        return support;
    }

    /** The weight, not normalised, of a pixel at a distance. */
    abstract double weight(double x);
}
