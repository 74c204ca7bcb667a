package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the loops for every pixel size, and for the steps that have one of their own, against taking one pixel after the other. */
class NearestResizingTest {
    static Stream<Arguments> cases() {
        return Stream.of(Mode.values())
                .filter(mode -> !mode.planar())
                .flatMap(mode -> Stream.of(1, 2, 3, 4, 5, 8).map(factor -> Arguments.of(mode, factor)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesTheMiddleOfEveryBlock(Mode mode, int factor) {
        Image image = Noise.image(mode, 13 * factor, 7 * factor);
        assertTakes(image, new ImageSize(13, 7));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*YV12")
    void repeatsPixels(Mode mode) {
        Image image = Noise.image(mode, 13, 7);
        assertTakes(image, new ImageSize(26, 21));
        assertTakes(image, new ImageSize(9, 5));
    }

    private static void assertTakes(Image image, ImageSize size) {
        for (Image source : List.of(image, Noise.inNativeMemory(image))) {
            Image result = source.resize(size, Filter.NEAREST);
            for (int y = 0; y < size.height(); y++) {
                int fromY = (2 * y + 1) * image.size().height() / (2 * size.height());
                for (int x = 0; x < size.width(); x++) {
                    int fromX = (2 * x + 1) * image.size().width() / (2 * size.width());
                    for (int c = 0; c < image.mode().components(); c++) {
                        assertThat(result.component(x, y, c)).isEqualTo(image.component(fromX, fromY, c));
                    }
                }
            }
        }
    }
}
