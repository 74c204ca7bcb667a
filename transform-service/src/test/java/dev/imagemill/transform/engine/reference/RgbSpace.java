package dev.imagemill.transform.engine.reference;

import dev.imagemill.codec.ColorProfile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Colours of an ICC profile of three components, by the model of ICC.1:2010, F.3: the curve of each component makes light of it, and the light of all three adds
 * up to X, Y and Z.
 *
 * @param columns X, Y and Z of red, green and blue
 * @param curve the curve of all three, of type 3: g, a, b, c and d
 */
record RgbSpace(List<List<Double>> columns, List<Double> curve) {
    private static final int TAGS = 128;
    private static final int TAG = 12;
    private static final double FIXED = 65_536;

    static RgbSpace of(ColorProfile profile) {
        ByteBuffer file = ByteBuffer.wrap(profile.toArray());
        return new RgbSpace(
                Stream.of("rXYZ", "gXYZ", "bXYZ")
                        .map(tag -> numbers(file, tag, 8, 3))
                        .toList(),
                numbers(file, "rTRC", 12, 5));
    }

    private static List<Double> numbers(ByteBuffer file, String tag, int at, int count) {
        int signature = ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)).getInt();
        for (int entry = TAGS + 4; entry < TAGS + 4 + TAG * file.getInt(TAGS); entry += TAG) {
            if (file.getInt(entry) == signature) {
                int first = file.getInt(entry + 4) + at;
                return Stream.iterate(first, next -> next + 4)
                        .limit(count)
                        .map(next -> file.getInt(next) / FIXED)
                        .toList();
            }
        }
        throw new IllegalArgumentException("no " + tag);
    }

    double light(double value) {
        return value >= curve.get(4)
                ? StrictMath.pow(curve.get(1) * value + curve.get(2), curve.get(0))
                : curve.get(3) * value;
    }

    double value(double light) {
        double limited = Math.clamp(light, 0.0, 1.0);
        return limited >= light(curve.get(4))
                ? (StrictMath.pow(limited, 1 / curve.get(0)) - curve.get(2)) / curve.get(1)
                : limited / curve.get(3);
    }

    List<Double> toXyz(List<Double> light) {
        return Stream.of(0, 1, 2)
                .map(i -> columns.get(0).get(i) * light.get(0)
                        + columns.get(1).get(i) * light.get(1)
                        + columns.get(2).get(i) * light.get(2))
                .toList();
    }

    /** By Cramer's rule. */
    List<Double> fromXyz(List<Double> xyz) {
        double all = determinant(columns.get(0), columns.get(1), columns.get(2));
        return List.of(
                determinant(xyz, columns.get(1), columns.get(2)) / all,
                determinant(columns.get(0), xyz, columns.get(2)) / all,
                determinant(columns.get(0), columns.get(1), xyz) / all);
    }

    private static double determinant(List<Double> a, List<Double> b, List<Double> c) {
        return a.get(0) * (b.get(1) * c.get(2) - b.get(2) * c.get(1))
                - b.get(0) * (a.get(1) * c.get(2) - a.get(2) * c.get(1))
                + c.get(0) * (a.get(1) * b.get(2) - a.get(2) * b.get(1));
    }
}
