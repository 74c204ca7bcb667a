package dev.imagemill.cli.demo;

/** A colour; each component 0 to 1, though sums on the way may exceed that. */
record Tint(double red, double green, double blue) {
    static Tint of(int rgb) {
        return new Tint((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    Tint mix(Tint other, double share) {
        double part = Math.max(0, Math.min(1, share));
        return new Tint(
                red + (other.red - red) * part,
                green + (other.green - green) * part,
                blue + (other.blue - blue) * part);
    }

    Tint times(double factor) {
        return new Tint(red * factor, green * factor, blue * factor);
    }

    /** The components scaled to 0 to {@code max}, rounded, clipped. */
    long[] components(long max) {
        return new long[] {scaled(red, max), scaled(green, max), scaled(blue, max)};
    }

    private static long scaled(double component, long max) {
        return Math.round(Math.max(0, Math.min(1, component)) * max);
    }
}
