package dev.imagemill.imageop;

import java.util.List;
import java.util.stream.Stream;

/** The colour rules for one pixel, written down as plainly as they can be said; slow, and not made from the kernels. */
final class ReferenceColor {
    private ReferenceColor() {}

    static List<Long> convert(Mode from, Mode to, List<Long> pixel) {
        if (from == to) {
            return pixel;
        }
        boolean wide = from.bitsPerComponent() == 16 || to.bitsPerComponent() == 16;
        long max = wide ? 65_535 : 255;
        List<Long> in = from.bitsPerComponent() == 16 || !wide
                ? pixel
                : pixel.stream().map(v -> v * 257).toList();
        int colors = from.hasAlpha() ? in.size() - 1 : in.size();
        List<Long> color = color(in.subList(0, colors), to.family(), max);
        if (to.hasAlpha()) {
            color = append(color, from.hasAlpha() ? in.getLast() : max);
        }
        return wide && to.bitsPerComponent() == 8
                ? color.stream().map(v -> Math.round(v / 257.0)).toList()
                : color;
    }

    private static List<Long> append(List<Long> color, long alpha) {
        return Stream.concat(color.stream(), Stream.of(alpha)).toList();
    }

    private static List<Long> color(List<Long> in, ColorFamily to, long max) {
        List<Long> rgb = switch (in.size()) {
            case 1 -> List.of(in.getFirst(), in.getFirst(), in.getFirst());
            case 3 -> in;
            default ->
                in.subList(0, 3).stream().map(ink -> light(ink, in.get(3), max)).toList();
        };
        return switch (to) {
            case GRAY -> List.of((19_595 * rgb.get(0) + 38_470 * rgb.get(1) + 7_471 * rgb.get(2) + 32_768) / 65_536);
            case RGB -> rgb;
            case CMYK -> cmyk(in, max);
            case YCC -> throw new IllegalArgumentException("no rule for " + to);
        };
    }

    private static long light(long ink, long black, long max) {
        long left = max - black;
        return left - Math.round((double) (ink * left) / max);
    }

    private static List<Long> cmyk(List<Long> in, long max) {
        return switch (in.size()) {
            case 1 -> List.of(0L, 0L, 0L, max - in.getFirst());
            case 3 ->
                Stream.concat(in.stream().map(v -> max - v), Stream.of(0L)).toList();
            default -> in;
        };
    }
}
