package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionTest {
    private static final Map<Mode, Mode> TWINS = Map.of(
            Mode.L, Mode.L16, Mode.LA, Mode.LA32, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64, Mode.CMYK, Mode.CMYK64);

    static Stream<Arguments> pairs() {
        List<Mode> modes = new ArrayList<>(TWINS.keySet());
        modes.addAll(TWINS.values());
        return modes.stream().flatMap(from -> modes.stream().map(to -> Arguments.of(from, to)));
    }

    static Stream<Arguments> twins() {
        return TWINS.entrySet().stream().map(twin -> Arguments.of(twin.getKey(), twin.getValue()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void convertsEveryPairAsTheRulesSay(Mode from, Mode to) {
        Image heap = Noise.image(from, 97, 61);
        for (Image source : List.of(heap, Noise.inNativeMemory(heap))) {
            Image result = source.convert(to);
            assertThat(result.mode()).isEqualTo(to);
            assertThat(result.size()).isEqualTo(source.size());
            assertThat(result.segment()).isNotSameAs(source.segment());
            for (int y = 0; y < 61; y += 3) {
                for (int x = 0; x < 97; x++) {
                    assertThat(pixel(result, x, y)).isEqualTo(ReferenceColor.convert(from, to, pixel(source, x, y)));
                }
            }
        }
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

    @Test
    void knowsTheColoursOfTheSpecification() {
        assertThat(converted(Mode.RGB, Mode.L, 255, 0, 0)).containsExactly(76L);
        assertThat(converted(Mode.RGB, Mode.L, 0, 255, 0)).containsExactly(150L);
        assertThat(converted(Mode.RGB, Mode.L, 0, 0, 255)).containsExactly(29L);
        assertThat(converted(Mode.CMYK, Mode.RGB, 10, 20, 30, 40)).containsExactly(207L, 198L, 190L);
        assertThat(converted(Mode.L, Mode.CMYK, 200)).containsExactly(0L, 0L, 0L, 55L);
        assertThat(converted(Mode.L16, Mode.CMYK64, 65_000)).containsExactly(0L, 0L, 0L, 535L);
        assertThat(converted(Mode.RGB48, Mode.L16, 65_535, 65_535, 65_535)).containsExactly(65_535L);
        assertThat(converted(Mode.RGBA, Mode.RGB, 9, 8, 7, 0)).containsExactly(9L, 8L, 7L);
    }

    private static List<Long> converted(Mode from, Mode to, long... color) {
        return pixel(Images.filled(from, new ImageSize(1, 1), color).convert(to), 0, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"L32", "YV12", "JPEG_YV12"})
    void namesBothModesWhenThereIsNoConversion(Mode mode) {
        Image image = Images.create(mode, new ImageSize(2, 2));
        assertThatThrownBy(() -> image.convert(Mode.RGB))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(mode.name())
                .hasMessageContaining("RGB");
        assertThat(image.convert(mode).mode()).isEqualTo(mode);
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
