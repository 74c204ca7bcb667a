package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappingTest {
    /** Sizes that end inside what is looked up together, and that take several runs in native memory. */
    static Stream<Image> images() {
        return Mode.all().stream()
                .flatMap(mode -> Stream.of(new ImageSize(2, 2), new ImageSize(6, 14), new ImageSize(202, 138))
                        .map(size -> Noise.image(mode, size.width(), size.height())));
    }

    static Stream<Image> oddImages() {
        return Mode.all().stream()
                .filter(mode -> !mode.planar())
                .flatMap(mode -> Stream.of(new ImageSize(1, 1), new ImageSize(7, 3), new ImageSize(611, 239))
                        .map(size -> Noise.image(mode, size.width(), size.height())));
    }

    private static ComponentFunction[] functions(Mode mode) {
        double max = mode.maxValue();
        ComponentFunction[] all = {
            v -> max - v, v -> v * 1.5 - max / 10, v -> Math.sqrt(v / max) * max, v -> v / 3.0 + (v % 7) / 7.0
        };
        return Arrays.copyOf(all, mode.components());
    }

    private static long[] expected(Image image, ComponentFunction... functions) {
        long[] samples = Samples.of(image);
        for (int i = 0; i < samples.length; i++) {
            double value = functions[Samples.componentOf(image, i) % functions.length].apply(samples[i]);
            samples[i] = (long) Math.clamp(
                    Math.floor(value + 0.5), 0.0, (double) image.mode().maxValue());
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource({"images", "oddImages"})
    void mapsEveryComponentByItsFunction(Image image) {
        ComponentFunction[] functions = functions(image.mode());
        long[] expected = expected(image, functions);
        for (Image copy : Everywhere.copies(image)) {
            assertThat(Samples.of(copy.point(functions))).isEqualTo(expected);
            assertThat(Samples.of(copy)).isEqualTo(Samples.of(image));
            copy.map(functions);
            assertThat(Samples.of(copy)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource({"images", "oddImages"})
    void mapsAllComponentsByOneFunction(Image image) {
        ComponentFunction function = functions(Mode.CMYK)[3];
        long[] expected = expected(image, function);
        for (Image copy : Everywhere.copies(image)) {
            copy.map(function);
            assertThat(Samples.of(copy)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("oddImages")
    void mapsByTablesAsByTheirFunctions(Image image) {
        if (image.mode() == Mode.L32) {
            return;
        }
        ComponentFunction[] functions = functions(image.mode());
        LookupTable[] tables = Arrays.stream(functions)
                .map(function -> LookupTable.of(image.mode().bitsPerComponent(), function))
                .toArray(LookupTable[]::new);
        assertThat(Samples.of(image.point(tables))).isEqualTo(Samples.of(image.point(functions)));
    }

    @Test
    void roundsTiesUpAndLimitsWhatIsTooLarge() {
        Map<Double, Long> results = new TreeMap<>(Map.of(
                0.5,
                1L,
                1.5,
                2L,
                2.49999,
                2L,
                -0.5,
                0L,
                0.49999999999999994,
                0L,
                254.5,
                255L,
                255.5,
                255L,
                -7e300,
                0L));
        results.put(Double.POSITIVE_INFINITY, 255L);
        results.put(Double.NEGATIVE_INFINITY, 0L);
        results.forEach((result, expected) -> {
            Image image = Images.create(Mode.L, new ImageSize(1, 1));
            image.map(v -> result);
            assertThat(image.component(0, 0, 0)).as("%s", result).isEqualTo(expected);
        });
        Image wide = Images.filled(Mode.L32, new ImageSize(1, 1), 4_294_967_295L);
        wide.map(v -> v - 0.5);
        assertThat(wide.component(0, 0, 0)).isEqualTo(4_294_967_295L);
        wide.map(v -> v * 2.0);
        assertThat(wide.component(0, 0, 0)).isEqualTo(4_294_967_295L);
    }

    @Test
    void limitsToTheBitsNotToTheInterval() {
        Image studio = Images.filled(Mode.YV12, new ImageSize(2, 2), 100, 100, 100);
        studio.map(v -> 3, v -> 255, v -> 250);
        assertThat(Noise.bytesOf(studio)).containsExactly(3, 3, 3, 3, 255, 250);
    }

    @ParameterizedTest
    @MethodSource("images")
    void leavesTheImageWhenAFunctionFails(Image image) {
        byte[] before = Noise.bytesOf(image);
        long last = Arrays.stream(Samples.of(image)).max().orElseThrow();
        ComponentFunction[] functions = functions(image.mode());
        int end = functions.length - 1;
        for (Image copy : Everywhere.copies(image)) {
            functions[end] = v -> v == last ? Double.NaN : 1;
            assertThatThrownBy(() -> copy.map(functions))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining(last + ", but NaN");
            functions[end] = v -> {
                if (v == last) {
                    throw new IllegalStateException("no value");
                }
                return 1;
            };
            assertThatThrownBy(() -> copy.map(functions)).isInstanceOf(IllegalStateException.class);
            assertThat(Noise.bytesOf(copy)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void takesOneFunctionOrOneForEachComponent(Image image) {
        for (int count : new int[] {0, 2, 3, 4, 5}) {
            if (count != image.mode().components()) {
                ComponentFunction[] functions = new ComponentFunction[count];
                Arrays.fill(functions, (ComponentFunction) v -> v);
                assertThatThrownBy(() -> image.map(functions))
                        .isInstanceOf(ImageFormatException.class)
                        .hasMessageContaining("not by " + count);
                assertThatThrownBy(() -> image.point(functions)).isInstanceOf(ImageFormatException.class);
            }
        }
    }

    @Test
    void refusesTablesForOtherBits() {
        LookupTable narrow = LookupTable.of(8, v -> v);
        LookupTable wide = LookupTable.of(16, v -> v);
        Image image = Noise.image(Mode.L16, 3, 3);
        assertThatThrownBy(() -> image.map(narrow)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Noise.image(Mode.LA, 3, 3).map(narrow, wide)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Noise.image(Mode.L32, 3, 3).map(wide)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> LookupTable.of(32, v -> v)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> LookupTable.ofBytes(new byte[255])).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> LookupTable.ofChars(new char[256])).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void refusesReadOnlyMemoryAndReadsIt() {
        for (Mode mode : Mode.all()) {
            Image image = Everywhere.readOnly(Noise.image(mode, 4, 4));
            assertThatThrownBy(() -> image.map(v -> 1))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("read-only");
            assertThat(Samples.of(image.point(v -> 1))).containsOnly(1);
        }
    }

    @Test
    void knowsItsTables() {
        byte[] values = new byte[256];
        values[3] = (byte) 200;
        LookupTable table = LookupTable.ofBytes(values);
        values[3] = 0;
        assertThat(table.apply(3)).isEqualTo(200);
        assertThat(table)
                .isEqualTo(LookupTable.of(8, v -> v == 3 ? 200 : 0))
                .hasSameHashCodeAs(LookupTable.of(8, table));
        assertThat(table).isNotEqualTo(LookupTable.of(8, v -> 0)).isNotEqualTo(LookupTable.of(16, v -> 0));
        LookupTable wide = LookupTable.ofChars(new char[65536]);
        assertThat(wide.bits()).isEqualTo(16);
        for (long outside : new long[] {-1, 256, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> table.apply(outside)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> wide.apply(65536)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void asksAFunctionOnceForEveryValue() {
        AtomicInteger asked = new AtomicInteger();
        Noise.image(Mode.RGB, 50, 50).map(v -> v + 0.0 * asked.incrementAndGet());
        assertThat(asked).hasValue(256);
    }

    /** On the heap tables are copied once, in native memory once for some hundred thousand bytes. */
    @Test
    void allocatesNothingForEachPixelOrLine() {
        LookupTable first = LookupTable.of(8, v -> 255 - v);
        LookupTable second = LookupTable.of(8, v -> v / 2.0);
        Image small = Noise.image(Mode.RGB, 500, 500);
        Image large = Noise.image(Mode.RGB, 1500, 1500);
        long growth = large.segment().byteSize() - small.segment().byteSize();
        assertThat(allocatedBy(() -> large.map(first, second, first)))
                .isLessThan(allocatedBy(() -> small.map(first, second, first)) + 1000);
        Image smallNative = Noise.inNativeMemory(small);
        Image largeNative = Noise.inNativeMemory(large);
        assertThat(allocatedBy(() -> largeNative.map(first, second, first)))
                .isLessThan(allocatedBy(() -> smallNative.map(first, second, first)) + growth / 25);
    }

    private static long allocatedBy(Runnable work) {
        work.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        work.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
    }
}
