package dev.imagemill.codec;

import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A curve of an ICC profile (ICC.1:2022, sections 10.6 and 10.18), from a component's value to its light, both 0 to 1. */
final class ToneCurve {
    private static final int TABLE = 0x63757276; // "curv"
    private static final int FORMULA = 0x70617261; // "para"
    private static final int CONTENT = 12;
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7};
    private static final double FIXED_ONE = 65_536;

    private static final int STEPS = 64;

    /** Half of one part in 255, in the value that the light stands for. */
    private static final double SAME = 0.5 / 255;

    private static final double[] DARKEST = lights(-SAME);
    private static final double[] BRIGHTEST = lights(SAME);

    private final ByteBuffer tag;

    /**
     * @param tag the content of the tag; whatever it is
     */
    ToneCurve(ByteBuffer tag) {
        this.tag = tag;
    }

    /** Whether it is that of sRGB. A mere power of 2.2 is not: it is off by up to six parts in 255 where it is dark. */
    boolean isSrgb() {
        if (tag.remaining() < CONTENT) {
            return false;
        }
        return switch (tag.getInt(0)) {
            case TABLE -> isTableOfSrgb();
            case FORMULA -> isFormulaOfSrgb();
            default -> false;
        };
    }

    private boolean isTableOfSrgb() {
        int count = tag.getInt(8);
        boolean samples = count > 1 && count <= (tag.remaining() - CONTENT) / Short.BYTES;
        return samples && isSrgb(value -> interpolated(value * (count - 1), count));
    }

    private double interpolated(double at, int count) {
        int below = Math.min((int) at, count - 2);
        double part = at - below;
        return (sample(below) * (1 - part) + sample(below + 1) * part) / 65_535;
    }

    private int sample(int index) {
        return Short.toUnsignedInt(tag.getShort(CONTENT + index * Short.BYTES));
    }

    private boolean isFormulaOfSrgb() {
        int kind = Short.toUnsignedInt(tag.getShort(8));
        if (kind >= PARAMETERS.length || tag.remaining() < CONTENT + PARAMETERS[kind] * Integer.BYTES) {
            return false;
        }
        // Only the kind with a straight piece below a power is sRGB's; the last one adds two offsets to it.
        boolean straight = kind == 3 || (kind == 4 && parameter(5) == 0 && parameter(6) == 0);
        return straight && isSrgb(this::power);
    }

    private double power(double value) {
        return value >= parameter(4)
                ? Math.pow(parameter(1) * value + parameter(2), parameter(0))
                : parameter(3) * value;
    }

    private double parameter(int index) {
        return tag.getInt(CONTENT + index * Integer.BYTES) / FIXED_ONE;
    }

    private static boolean isSrgb(DoubleUnaryOperator curve) {
        for (int i = 0; i <= STEPS; i++) {
            double light = curve.applyAsDouble((double) i / STEPS);
            // Written so that a light which is not a number is not sRGB's.
            if (!(light >= DARKEST[i] && light <= BRIGHTEST[i])) {
                return false;
            }
        }
        return true;
    }

    private static double[] lights(double offset) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> srgb((double) step / STEPS + offset))
                .toArray();
    }

    /** The light that sRGB gives a value, by IEC 61966-2-1, and the same straight on below black. */
    static double srgb(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
