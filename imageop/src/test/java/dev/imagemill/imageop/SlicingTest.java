package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlicingTest {
    private static final int TRIES = 300;

    static Stream<Mode> interleavedModes() {
        return Mode.all().stream().filter(mode -> !mode.planar());
    }

    /** A slice of an axis of some ten pixels that leaves nothing, one, some or all. */
    private static Slice slice(Random random, int length) {
        return switch (random.nextInt(8)) {
            case 0 -> Slice.all();
            case 1 -> Slice.reversed();
            case 2 -> Slice.at(random.nextInt(length));
            default -> new Slice(bound(random), bound(random), step(random));
        };
    }

    private static @Nullable Integer bound(Random random) {
        return random.nextInt(3) == 0 ? null : random.nextInt(-14, 15);
    }

    private static @Nullable Integer step(Random random) {
        int step = random.nextInt(-4, 5);
        return step == 0 ? null : step;
    }

    private static Image noise(Random random, Mode mode, int width, int height) {
        byte[] bytes = new byte[(int) mode.length(width, height)];
        random.nextBytes(bytes);
        Image image = Images.of(mode, new ImageSize(width, height), bytes);
        return random.nextBoolean() ? image : Noise.inNativeMemory(image);
    }

    /** One component at a time, as slow as it is plain. */
    private static Image naiveSlice(Image image, int[] xs, int[] ys) {
        Image result = Images.create(image.mode(), new ImageSize(xs.length, ys.length));
        for (int y = 0; y < ys.length; y++) {
            for (int x = 0; x < xs.length; x++) {
                for (int c = 0; c < image.components(); c++) {
                    result.setComponent(x, y, c, image.component(xs[x], ys[y], c));
                }
            }
        }
        return result;
    }

    private static void naiveAssign(Image image, int[] xs, int[] ys, Image source) {
        Image copied = source.copy();
        for (int y = 0; y < ys.length; y++) {
            for (int x = 0; x < xs.length; x++) {
                for (int c = 0; c < image.components(); c++) {
                    image.setComponent(xs[x], ys[y], c, copied.component(x, y, c));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interleavedModes")
    void copiesTheSelectedPixels(Mode mode) {
        Random random = new Random(mode.maxValue() + mode.components());
        for (int i = 0; i < TRIES; i++) {
            Image image = noise(random, mode, 1 + random.nextInt(12), 1 + random.nextInt(6));
            Slice xs = slice(random, image.size().width());
            Slice ys = slice(random, image.size().height());
            int[] columns = xs.indices(image.size().width()).toArray();
            int[] rows = ys.indices(image.size().height()).toArray();
            if (columns.length == 0 || rows.length == 0) {
                assertThatThrownBy(() -> image.slice(xs, ys)).isInstanceOf(ImageFormatException.class);
            } else {
                assertSame(image.slice(xs, ys), naiveSlice(image, columns, rows), "%s[%s, %s]", image, xs, ys);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interleavedModes")
    void assignsTheSelectedPixelsAndNoOthers(Mode mode) {
        Random random = new Random(100 + mode.maxValue() + mode.components());
        for (int i = 0; i < TRIES; i++) {
            Image image = noise(random, mode, 1 + random.nextInt(12), 1 + random.nextInt(6));
            Slice xs = slice(random, image.size().width());
            Slice ys = slice(random, image.size().height());
            int[] columns = xs.indices(image.size().width()).toArray();
            int[] rows = ys.indices(image.size().height()).toArray();
            if (columns.length == 0 || rows.length == 0) {
                Image any = noise(random, mode, 1, 1);
                assertThatThrownBy(() -> image.assign(xs, ys, any)).isInstanceOf(ImageFormatException.class);
                continue;
            }
            Image source = noise(random, mode, columns.length, rows.length);
            Image expected = image.copy();
            naiveAssign(expected, columns, rows, source);
            image.assign(xs, ys, source);
            assertSame(image, expected, "%s[%s, %s] = ...", image, xs, ys);
        }
    }

    /** Lengths around those of words, of scratch arrays and of runs. */
    @ParameterizedTest
    @MethodSource("interleavedModes")
    void movesRowsOfEveryLength(Mode mode) {
        for (int width : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 13, 207, 2047, 2048, 2049, 4098, 25_001}) {
            for (Image image :
                    List.of(Noise.image(mode, width, 2), Noise.inNativeMemory(Noise.image(mode, width, 2)))) {
                for (int step : new int[] {-1, 2, -2, 3, -5}) {
                    Slice xs = Slice.every(step);
                    Image expected = naiveSlice(image, xs.indices(width).toArray(), new int[] {1, 0});
                    assertSame(image.slice(xs, Slice.reversed()), expected, "%s[%s]", image, xs);
                    Image target = image.copy();
                    Image expectedTarget = image.copy();
                    naiveAssign(expectedTarget, xs.indices(width).toArray(), new int[] {0, 1}, expected);
                    target.assign(xs, Slice.all(), expected);
                    assertSame(target, expectedTarget, "%s[%s] = ...", image, xs);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interleavedModes")
    void allocatesNothingButTheResult(Mode mode) {
        Image low = Noise.image(mode, 61, 4);
        Image high = Noise.image(mode, 61, 404);
        Image native4 = Noise.inNativeMemory(low);
        Image native404 = Noise.inNativeMemory(high);
        for (Slice xs : List.of(Slice.from(1), Slice.reversed(), Slice.every(-3))) {
            Slice ys = Slice.reversed();
            int width = xs.count(61);
            long rows = 400L * width * mode.bytesPerPixel();
            assertThat(Allocation.of(() -> high.slice(xs, ys)) - Allocation.of(() -> low.slice(xs, ys)))
                    .isBetween(rows - 64, rows + 64);
            assertThat(Allocation.of(() -> native404.slice(xs, ys)) - Allocation.of(() -> native4.slice(xs, ys)))
                    .isBetween(rows - 64, rows + 64);
            Image few = low.slice(xs, ys);
            Image many = high.slice(xs, ys);
            assertThat(Allocation.of(() -> high.assign(xs, ys, many)) - Allocation.of(() -> low.assign(xs, ys, few)))
                    .isBetween(-64L, 64L);
            assertThat(Allocation.of(() -> native404.assign(xs, ys, many))
                            - Allocation.of(() -> native4.assign(xs, ys, few)))
                    .isBetween(-64L, 64L);
        }
        long[] sum = {0};
        assertThat(Allocation.of(() -> high.forEachPixel(pixel -> sum[0] += pixel.get(0)))
                        - Allocation.of(() -> low.forEachPixel(pixel -> sum[0] += pixel.get(0))))
                .isBetween(-64L, 64L);
    }

    /** Two images over one array, one a few bytes on: as two wraps of a frame buffer may lie. */
    @ParameterizedTest
    @MethodSource("interleavedModes")
    void readsOverlappingSourcesAsTheyWere(Mode mode) {
        Random random = new Random(200 + mode.maxValue() + mode.components());
        for (int i = 0; i < TRIES; i++) {
            int width = 2 + random.nextInt(8);
            int height = 2 + random.nextInt(6);
            Slice xs = slice(random, width);
            Slice ys = slice(random, height);
            int[] columns = xs.indices(width).toArray();
            int[] rows = ys.indices(height).toArray();
            if (columns.length == 0 || rows.length == 0) {
                continue;
            }
            byte[] bytes = new byte[2 * (int) mode.length(width, height)];
            random.nextBytes(bytes);
            byte[] expected = bytes.clone();
            int at = random.nextInt(bytes.length / 2);
            int sourceAt = random.nextInt(bytes.length / 2);
            ImageSize selected = new ImageSize(columns.length, rows.length);
            naiveAssign(
                    over(expected, at, mode, new ImageSize(width, height)),
                    columns,
                    rows,
                    over(expected, sourceAt, mode, selected));
            over(bytes, at, mode, new ImageSize(width, height)).assign(xs, ys, over(bytes, sourceAt, mode, selected));
            assertThat(bytes).as("%s[%s, %s]", mode, xs, ys).isEqualTo(expected);
        }
    }

    private static Image over(byte[] bytes, int at, Mode mode, ImageSize size) {
        return Images.wrap(mode, size, MemorySegment.ofArray(bytes).asSlice(at, mode.length(size)));
    }

    @Test
    void mirrorsAnImageOntoItself() {
        Image image = Noise.image(Mode.RGB, 7, 5);
        Image expected = image.rotate180();
        image.assign(Slice.reversed(), Slice.reversed(), image);
        assertSame(image, expected, "mirrored");
    }

    @Test
    void assignsOnePlaneToAnother() {
        Image image = Images.of(Mode.YV12, new ImageSize(4, 2), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 20, 21});
        Image luma = image.plane("y");
        luma.assign(Slice.from(2), 0, image.plane("cb"));
        luma.assign(Slice.to(3), 1, luma.slice(Slice.from(1), 1));
        image.plane("cr").assign(Slice.reversed(), Slice.all(), image.plane("cr"));
        assertThat(Noise.bytesOf(image)).containsExactly(1, 2, 20, 21, 6, 7, 8, 8, 11, 10, 20, 21);
    }

    @Test
    void copiesTheBlockOfTheSpecification() {
        Image image = Images.create(Mode.L, new ImageSize(6, 4));
        for (int i = 0; i < 24; i++) {
            image.setPixel(i % 6, i / 6, i);
        }
        image.assign(Slice.to(4), Slice.from(-2), image.slice(Slice.of(-6, -2), Slice.of(1, 3)));
        assertThat(Noise.bytesOf(image))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 16, 17, 12, 13, 14, 15, 22, 23);
    }

    @Test
    void takesAnIntegerForEitherAxis() {
        Image image = Noise.image(Mode.RGB48, 5, 4);
        assertSame(image.slice(-2, Slice.from(1)), image.slice(Slice.of(3, 4), Slice.of(1, 4)), "column");
        assertSame(image.slice(Slice.from(1), -1), image.slice(Slice.of(1, 5), Slice.of(3, 4)), "row");
        assertSame(image.rows(Slice.of(1, 3)), image.slice(Slice.all(), Slice.of(1, 3)), "rows");
        assertThatThrownBy(() -> image.slice(5, Slice.all())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.slice(Slice.all(), -5)).isInstanceOf(IndexOutOfBoundsException.class);

        Image column = Noise.image(Mode.RGB48, 1, 4);
        image.assign(-1, Slice.all(), column);
        assertSame(image.slice(4, Slice.all()), column, "column");
        Image row = Noise.image(Mode.RGB48, 5, 1);
        image.assign(Slice.all(), -4, row);
        assertSame(image.rows(Slice.at(0)), row, "row");
        image.assignRows(Slice.of(2, 3), row);
        assertSame(image.rows(Slice.at(2)), row, "row");
        assertThatThrownBy(() -> image.assign(5, Slice.all(), column)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.assign(Slice.all(), 4, row)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void leavesTheImageAsItIsWhenItRefuses() {
        Image image = Noise.image(Mode.RGB, 6, 4);
        byte[] before = Noise.bytesOf(image);
        Image size = Noise.image(Mode.RGB, 3, 2);
        assertThatThrownBy(() -> image.assign(Slice.to(2), Slice.to(3), size))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("width=2, height=3")
                .hasMessageContaining("width=3, height=2");
        for (Mode other : List.of(Mode.RGBA, Mode.RGB48, Mode.L, Mode.YV12)) {
            Image source = Images.create(other, new ImageSize(2, 2));
            assertThatThrownBy(() -> image.assign(Slice.to(2), Slice.to(2), source))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining(other.name());
        }
        assertThatThrownBy(() -> image.assign(Slice.of(6, 9), Slice.all(), size))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("6:9");
        assertThat(Noise.bytesOf(image)).isEqualTo(before);
    }

    @Test
    void copiesAlphaWithoutCompositing() {
        Image image = Images.filled(Mode.LA, new ImageSize(2, 1), 200, 255);
        image.assign(Slice.to(1), Slice.all(), Images.filled(Mode.LA, new ImageSize(1, 1), 7, 0));
        assertThat(image.pixel(0, 0)).containsExactly(7L, 0L);
    }

    @Test
    void acceptsACallersOwnSource() {
        byte[] bytes = {1, 2, 3, 4};
        ImageSource foreign = new ForeignImage(Mode.L, new ImageSize(2, 2), ByteBuffer.wrap(bytes));
        Image image = Images.create(Mode.L, new ImageSize(3, 3));
        image.assign(Slice.from(1), Slice.to(2), foreign);
        assertThat(Noise.bytesOf(image)).containsExactly(0, 1, 2, 0, 3, 4, 0, 0, 0);
        ImageSource broken = new ForeignImage(Mode.L, new ImageSize(2, 2), ByteBuffer.allocate(3));
        assertThatThrownBy(() -> image.assign(Slice.from(1), Slice.to(2), broken))
                .isInstanceOf(ImageFormatException.class);
    }

    @Test
    void refusesPlanarImages() {
        Image planar = Images.create(Mode.JPEG_YV12, new ImageSize(4, 4));
        assertThatThrownBy(() -> planar.slice(Slice.all(), Slice.all()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("JPEG_YV12")
                .hasMessageContaining("plane(\"y\")");
        assertThatThrownBy(() -> planar.rows(Slice.all())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> planar.assignRows(Slice.all(), planar))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void startsWithAnEmptyInfo() {
        Image image = Noise.image(Mode.L, 3, 3);
        image.info().put("dpi", 300);
        assertThat(image.rows(Slice.all()).info()).isEmpty();
        assertThat(image.slice(Slice.reversed(), Slice.all()).info()).isEmpty();
    }

    private static void assertSame(Image actual, Image expected, String what, Object... arguments) {
        assertThat(actual.size()).as(what, arguments).isEqualTo(expected.size());
        assertThat(actual.mode()).isEqualTo(expected.mode());
        assertThat(Arrays.equals(Noise.bytesOf(actual), Noise.bytesOf(expected)))
                .as(what, arguments)
                .isTrue();
    }
}
