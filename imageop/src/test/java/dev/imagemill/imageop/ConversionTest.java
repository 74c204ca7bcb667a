package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {
    private static final Map<Mode, Mode> TWINS = Map.of(
            Mode.L, Mode.L16, Mode.LA, Mode.LA32, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64, Mode.CMYK, Mode.CMYK64);

    static Stream<Arguments> pairs() {
        return Mode.all().stream().flatMap(from -> Mode.all().stream().map(to -> Arguments.of(from, to)));
    }

    static Stream<Arguments> twins() {
        return TWINS.entrySet().stream().map(twin -> Arguments.of(twin.getKey(), twin.getValue()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void convertsEveryPairAsTheReference(Mode from, Mode to) {
        Image heap = Noise.image(from, 98, 62);
        Image expected = from == to ? heap : ReferenceConversion.convert(heap, to);
        for (Image source : List.of(heap, Noise.inNativeMemory(heap))) {
            Image result = source.convert(to);
            assertThat(result.mode()).isEqualTo(to);
            assertThat(result.size()).isEqualTo(source.size());
            assertThat(result.segment()).isNotSameAs(source.segment());
            assertSame(result, expected);
        }
    }

    private static void assertSame(Image result, Image expected) {
        assertThat(result.segment().mismatch(expected.segment())).isEqualTo(-1);
    }

    private static List<Long> pixel(Image image, int x, int y) {
        List<Long> pixel = new ArrayList<>();
        for (int c = 0; c < image.mode().components(); c++) {
            pixel.add(image.component(x, y, c));
        }
        return pixel;
    }

    @ParameterizedTest
    @MethodSource("twins")
    void widensExactly(Mode narrow, Mode wide) {
        Image image = Noise.image(narrow, 301, 203);
        Image back = image.convert(wide).convert(narrow);
        assertThat(back.segment().mismatch(image.segment())).isEqualTo(-1);
    }

    @Test
    void narrowsEverySampleToTheNearest() {
        Image all = Images.create(Mode.L16, new ImageSize(256, 256));
        for (int v = 0; v < 65536; v++) {
            all.setComponent(v % 256, v / 256, 0, v);
        }
        Image narrow = all.convert(Mode.L);
        for (int v = 0; v < 65536; v++) {
            assertThat(narrow.component(v % 256, v / 256, 0)).isEqualTo(Math.round(v / 257.0));
        }
    }

    @Test
    void undoesWhatItCan() {
        assertUndone(Mode.RGB, Mode.CMYK);
        assertUndone(Mode.L, Mode.CMYK);
        assertUndone(Mode.RGB48, Mode.CMYK64);
        assertUndone(Mode.RGB, Mode.RGBA);
        assertUndone(Mode.L, Mode.RGB);
        assertUndone(Mode.L16, Mode.RGBA64);
        assertUndone(Mode.LA, Mode.RGBA);
    }

    private static void assertUndone(Mode mode, Mode over) {
        Image image = Noise.image(mode, 301, 203);
        assertThat(image.convert(over).convert(mode).segment().mismatch(image.segment()))
                .as("%s to %s and back", mode, over)
                .isEqualTo(-1);
    }

    /** Runs end and groups are cut off at every place that matters. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 13, 207, 2047, 2048, 2049, 4098})
    void convertsImagesOfAnyLength(int length) {
        for (Mode from : Mode.all()) {
            for (Mode to : Mode.all()) {
                boolean even = from.planar() || to.planar();
                ImageSize size = even ? new ImageSize(length + length % 2, 2) : new ImageSize(length, 1);
                Image heap = Noise.image(from, size.width(), size.height());
                Image expected = from == to ? heap : ReferenceConversion.convert(heap, to);
                assertSame(heap.convert(to), expected);
                assertSame(Noise.inNativeMemory(heap).convert(to), expected);
            }
        }
    }

    @Test
    void convertsPartsOfLargerArraysAndOtherPeoplesImages() {
        Image image = Noise.image(Mode.RGB, 100, 44);
        byte[] padded = new byte[3 * 4400 + 20];
        image.buffer().get(0, padded, 7, 3 * 4400);
        MemorySegment part = MemorySegment.ofArray(padded).asSlice(7, 3 * 4400);
        ByteBuffer foreign = ByteBuffer.wrap(Noise.bytesOf(image)).asReadOnlyBuffer();
        for (Mode to : Mode.all()) {
            Image expected = image.convert(to);
            assertSame(Images.wrap(Mode.RGB, image.size(), part).convert(to), expected);
            assertSame(Images.convert(new ForeignImage(Mode.RGB, image.size(), foreign), to), expected);
        }
        assertThat(padded).startsWith(0, 0, 0, 0, 0, 0, 0).endsWith(0, 0, 0);
    }

    @Test
    void knowsTheColoursOfTheSpecification() {
        assertThat(converted(Mode.RGB, Mode.L, 255, 0, 0)).containsExactly(76L);
        assertThat(converted(Mode.RGB, Mode.L, 0, 255, 0)).containsExactly(150L);
        assertThat(converted(Mode.RGB, Mode.L, 0, 0, 255)).containsExactly(29L);
        assertThat(converted(Mode.RGB, Mode.CMYK, 10, 20, 30)).containsExactly(245L, 235L, 225L, 0L);
        assertThat(converted(Mode.CMYK, Mode.RGB, 10, 20, 30, 40)).containsExactly(207L, 198L, 190L);
        assertThat(converted(Mode.L, Mode.CMYK, 200)).containsExactly(0L, 0L, 0L, 55L);
        assertThat(converted(Mode.L16, Mode.CMYK64, 65_000)).containsExactly(0L, 0L, 0L, 535L);
        assertThat(converted(Mode.RGB48, Mode.L16, 65_535, 65_535, 65_535)).containsExactly(65_535L);
        assertThat(converted(Mode.RGBA, Mode.RGB, 9, 8, 7, 0)).containsExactly(9L, 8L, 7L);
        assertThat(converted(Mode.LA, Mode.RGBA, 9, 8)).containsExactly(9L, 9L, 9L, 8L);
        assertThat(converted(Mode.RGBA, Mode.LA, 255, 0, 0, 8)).containsExactly(76L, 8L);
        assertThat(converted(Mode.L, Mode.L32, 255)).containsExactly(4_294_967_295L);
        assertThat(converted(Mode.L, Mode.L32, 1)).containsExactly(16_843_009L);
        assertThat(converted(Mode.L16, Mode.L32, 65_534)).containsExactly(65_534 * 65_537L);
    }

    @Test
    void knowsTheVideoColoursOfTheSpecification() {
        assertThat(video(Mode.JPEG_YV12, 255, 0, 0)).containsExactly(76L, 255L, 85L);
        assertThat(video(Mode.JPEG_YV12, 0, 255, 0)).containsExactly(150L, 21L, 44L);
        assertThat(video(Mode.JPEG_YV12, 0, 0, 255)).containsExactly(29L, 107L, 255L);
        assertThat(video(Mode.YV12, 255, 255, 255)).containsExactly(235L, 128L, 128L);
        assertThat(video(Mode.YV12, 0, 0, 0)).containsExactly(16L, 128L, 128L);
        assertThat(converted(Mode.YV12, Mode.RGB, 235, 128, 128)).containsExactly(255L, 255L, 255L);
        assertThat(converted(Mode.YV12, Mode.RGB, 16, 16, 16)).containsExactly(0L, 135L, 0L);
        assertThat(converted(Mode.JPEG_YV12, Mode.RGB, 0, 0, 0)).containsExactly(0L, 135L, 0L);
    }

    private static List<Long> converted(Mode from, Mode to, long... color) {
        return pixel(Images.filled(from, new ImageSize(2, 2), color).convert(to), 0, 0);
    }

    private static List<Long> video(Mode mode, long... rgb) {
        return Images.filled(Mode.RGB, new ImageSize(2, 2), rgb).convert(mode).planes().stream()
                .map(plane -> plane.component(0, 0, 0))
                .toList();
    }

    @Test
    void narrows32BitsToTheNearest() {
        long[] edges = {0, 32_768, 32_769, 65_536, 65_537, 8_421_504, 8_421_505, 16_843_009, 25_264_513, 25_264_514};
        LongStream values = LongStream.concat(
                LongStream.of(edges).flatMap(v -> LongStream.of(v, 4_294_967_295L - v)),
                new Random(7).longs(10_000, 0, 4_294_967_296L));
        values.forEach(v -> {
            assertThat(converted(Mode.L32, Mode.L16, v)).containsExactly((v + 32_768) / 65_537);
            assertThat(converted(Mode.L32, Mode.L, v)).containsExactly((v + 8_421_504) / 16_843_009);
        });
    }

    @Test
    void averagesChromaOfFourPixels() {
        Image image = Images.create(Mode.RGB, new ImageSize(2, 2));
        image.setComponent(0, 0, 0, 255);
        Image planar = image.convert(Mode.JPEG_YV12);
        assertThat(Noise.bytesOf(planar)).containsExactly(76, 0, 0, 0, (255 + 3 * 128 + 2) / 4, (85 + 3 * 128 + 2) / 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void interpolatesChromaWhenAsked(Mode mode) {
        for (ImageSize size : List.of(new ImageSize(2, 2), new ImageSize(30, 18), new ImageSize(4100, 6))) {
            Image image = Noise.image(mode, size.width(), size.height());
            for (Mode to : List.of(Mode.RGB, Mode.RGBA64, Mode.CMYK, Mode.L)) {
                assertSame(
                        Images.convert(image, to, ChromaUpsampling.LINEAR),
                        ReferenceConversion.convert(image, to, ChromaUpsampling.LINEAR));
            }
        }
        Image flat = Images.filled(mode, new ImageSize(8, 8), 120, 90, 201);
        assertSame(Images.convert(flat, Mode.RGB, ChromaUpsampling.LINEAR), flat.convert(Mode.RGB));
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void namesTheSizeThatPlanarModesCannotHave(Mode mode) {
        assertThatThrownBy(() -> Noise.image(Mode.RGB, 4, 3).convert(mode))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(mode.name())
                .hasMessageContaining("4 x 3");
        assertThatThrownBy(() -> Noise.image(Mode.L, 5, 2).convert(mode)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void flattensOntoTheBackground() {
        Image half = Images.filled(Mode.LA, new ImageSize(3, 1), 200, 128).flatten(100);
        assertThat(half.mode()).isEqualTo(Mode.L);
        assertThat(half.component(2, 0, 0)).isEqualTo(150);
        Image wide = Images.filled(Mode.RGBA64, new ImageSize(1, 1), 65_535, 0, 40_000, 32_768)
                .flatten(0, 65_535, 40_000);
        assertThat(pixel(wide, 0, 0)).containsExactly(32_768L, 32_767L, 40_000L);
        Image clear = Images.filled(Mode.RGBA, new ImageSize(1, 1), 1, 2, 3, 0).flatten(7, 8, 9);
        assertThat(pixel(clear, 0, 0)).containsExactly(7L, 8L, 9L);
        Image opaque = Noise.image(Mode.RGB, 5, 5);
        assertThat(opaque.flatten(0, 0, 0).segment().mismatch(opaque.segment())).isEqualTo(-1);
        assertThatThrownBy(() -> opaque.flatten(0)).isInstanceOf(ImageFormatException.class);
    }
}
