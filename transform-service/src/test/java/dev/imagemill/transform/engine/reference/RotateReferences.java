package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;

/** Rotation by any angle: each pixel looks back to where it came from, and weighs the 4 x 4 pixels there by cubic convolution. */
final class RotateReferences {
    private static final Tolerance OPAQUE = Tolerance.of(0.51, "weights are in single precision");
    private static final Tolerance BY_ALPHA = Tolerance.of(
                    2, "colours are rounded when they are multiplied by alpha and when they are divided by it, too")
            .asShown();

    private RotateReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (double degrees : new double[] {30, -7.5, 135, 200.25}) {
            all.add(rotated(Original.photograph(Mode.RGB, 61, 43), degrees, "#c83214", 200, 50, 20));
        }
        all.add(rotated(Original.noise(Mode.RGB, 61, 43), 30, "#000000", 0, 0, 0));
        all.add(rotated(Original.photograph(Mode.L, 61, 43), 30, "#646464", 100));
        all.add(rotated(Original.photograph(Mode.RGB48, 61, 43), 30, "#c83214", 200, 50, 20));
        all.add(rotated(Original.photograph(Mode.RGBA, 61, 43), 30, "#c8321480", 200, 50, 20, 128));
        all.add(rotated(Original.photograph(Mode.RGBA64, 61, 43), 30, "#00000000", 0, 0, 0, 0));
        return all;
    }

    private static Comparison rotated(Original original, double degrees, String background, int... colour) {
        return Comparison.of(
                op("rotate", "'degrees':" + degrees + ",'background':'" + background + "'"),
                original,
                "cubic convolution (a = -1/2) at the place turned back about the centre, outside the background, in double precision",
                in -> rotate(in, degrees, colour),
                original.picture().alpha() ? BY_ALPHA : OPAQUE);
    }

    private static ExactPicture rotate(ExactPicture in, double degrees, int... colour) {
        ExactPicture shown = in.asShown();
        double opacity = in.alpha() ? colour[colour.length - 1] / 255.0 : 1;
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < colour.length; c++) {
            boolean isAlpha = in.alpha() && c == colour.length - 1;
            double background = colour[c] / 255.0 * in.max() * (isAlpha ? 1 : opacity);
            planes.add(rotate(shown.plane(c), degrees, background));
        }
        return new ExactPicture(in.max(), in.alpha(), planes).uncovered().limited();
    }

    private static Plane rotate(Plane in, double degrees, double background) {
        double cos = StrictMath.cos(Math.toRadians(degrees));
        double sin = StrictMath.sin(Math.toRadians(degrees));
        int width = (int) Math.ceil(in.width() * Math.abs(cos) + in.height() * Math.abs(sin));
        int height = (int) Math.ceil(in.width() * Math.abs(sin) + in.height() * Math.abs(cos));
        return Plane.of(width, height, (x, y) -> {
            double right = x - (width - 1) / 2.0;
            double down = y - (height - 1) / 2.0;
            // Counterclockwise as it is seen, where y counts downwards.
            double fromX = (in.width() - 1) / 2.0 + right * cos - down * sin;
            double fromY = (in.height() - 1) / 2.0 + right * sin + down * cos;
            return convolved(in, fromX, fromY, background);
        });
    }

    private static double convolved(Plane in, double x, double y, double background) {
        int left = (int) Math.floor(x) - 1;
        int top = (int) Math.floor(y) - 1;
        double sum = 0;
        for (int row = top; row < top + 4; row++) {
            for (int column = left; column < left + 4; column++) {
                double value = in.holds(column, row) ? in.at(column, row) : background;
                sum += value * Resampling.cubic(x - column) * Resampling.cubic(y - row);
            }
        }
        return sum;
    }
}
