package dev.imagemill.imageop;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Colours of a mode: at random, at and near the ends of its range, and those that a search over all of them found to suffer most. */
final class Colors {
    private static final Map<Mode, List<long[]>> WORST = Map.ofEntries(
            entry(Mode.L, List.<long[]>of(color(4))),
            entry(Mode.L16, List.of(color(128), color(748))),
            entry(Mode.L32, List.of(color(8_421_504), color(32_768), color(748 * 65_537L + 32_768))),
            entry(Mode.LA32, List.<long[]>of(color(128, 128))),
            entry(Mode.RGB, List.of(color(0, 4, 230), color(0, 0, 1))),
            entry(
                    Mode.RGB48,
                    List.of(color(128, 128, 128), color(4_362, 65_267, 41_371), color(31_120, 22_947, 64_032))),
            entry(Mode.RGBA64, List.<long[]>of(color(128, 128, 128, 128))),
            entry(Mode.YV12, List.of(color(16, 16, 16), color(16, 137, 16), color(16, 125, 16))),
            entry(Mode.JPEG_YV12, List.of(color(0, 0, 0), color(0, 129, 0), color(0, 125, 0), color(0, 0, 1))),
            entry(Mode.CMYK64, List.<long[]>of(color(128, 128, 128, 128))));

    private static final int RANDOM = 4000;

    private Colors() {}

    private static long[] color(long... values) {
        return values;
    }

    /** An image of 2 x 2 blocks of one colour each. */
    static Image blocks(Mode mode) {
        List<long[]> colors = of(mode);
        int width = 64;
        int height = (colors.size() + width - 1) / width;
        Image image = Images.create(mode, new ImageSize(2 * width, 2 * height));
        for (int i = 0; i < width * height; i++) {
            fillBlock(image, i % width, i / width, colors.get(i % colors.size()));
        }
        return image;
    }

    private static void fillBlock(Image image, int x, int y, long... color) {
        for (int c = 0; c < color.length; c++) {
            if (image.mode().planar() && c > 0) {
                image.planes().get(c).setComponent(x, y, 0, color[c]);
            } else {
                Image samples = image.mode().planar() ? image.planes().getFirst() : image;
                for (int i = 0; i < 4; i++) {
                    samples.setComponent(2 * x + i % 2, 2 * y + i / 2, c, color[c]);
                }
            }
        }
    }

    private static List<long[]> of(Mode mode) {
        List<long[]> colors = new ArrayList<>(WORST.getOrDefault(mode, List.of()));
        int components = mode.components();
        for (int corner = 0; corner < 1 << components; corner++) {
            int ends = corner;
            colors.add(color(mode, c -> (ends >> c & 1) == 0 ? 0 : 1));
        }
        Random random = new Random(mode.name().hashCode());
        for (int i = 0; i < RANDOM; i++) {
            colors.add(color(mode, c -> nearAnEndOrNot(random)));
        }
        return colors;
    }

    private static double nearAnEndOrNot(Random random) {
        double value = random.nextDouble();
        return switch (random.nextInt(4)) {
            case 0 -> value / 50;
            case 1 -> 1 - value / 50;
            default -> value;
        };
    }

    private static long[] color(Mode mode, IntToDoubleFunction fraction) {
        return IntStream.range(0, mode.components())
                .mapToLong(c -> {
                    Interval legal = mode.intervals().get(c);
                    return legal.min() + Math.round(fraction.applyAsDouble(c) * (legal.max() - legal.min()));
                })
                .toArray();
    }
}
