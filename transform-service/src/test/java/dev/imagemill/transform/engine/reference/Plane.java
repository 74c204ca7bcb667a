package dev.imagemill.transform.engine.reference;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** One component of a picture as plain numbers. */
final class Plane {
    private final int width;
    private final int height;
    private final double[] values;

    private Plane(int width, int height, double... values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** The value that a pixel has. */
    interface Values {
        double at(int x, int y);
    }

    static Plane of(int width, int height, Values values) {
        double[] all = new double[width * height];
        for (int i = 0; i < all.length; i++) {
            all[i] = values.at(i % width, i / width);
        }
        return new Plane(width, height, all);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double at(int x, int y) {
        if (!holds(x, y)) {
            throw new IndexOutOfBoundsException(x + ", " + y + " in " + width + " x " + height);
        }
        return values[y * width + x];
    }

    boolean holds(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height;
    }

    /** The same, but beyond the edges the outermost pixels go on. */
    double extended(int x, int y) {
        return at(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1));
    }

    Plane map(DoubleUnaryOperator function) {
        return of(width, height, (x, y) -> function.applyAsDouble(at(x, y)));
    }

    Plane with(Plane other, DoubleBinaryOperator function) {
        return of(width, height, (x, y) -> function.applyAsDouble(at(x, y), other.at(x, y)));
    }

    /** Columns as rows. */
    Plane transposed() {
        return of(/* width= */ height, /* height= */ width, (x, y) -> at(y, x));
    }
}
