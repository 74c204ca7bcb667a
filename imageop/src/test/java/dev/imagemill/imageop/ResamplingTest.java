package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds resizes of every mode without alpha against their definition, to the last bit, at sizes that leave remainders everywhere. */
class ResamplingTest {
    private static final int[] LENGTHS = {1, 2, 3, 7, 13, 64, 129, 207, 350, 1040};

    static Stream<Arguments> cases() {
        Random random = new Random(368);
        return Stream.of(Mode.L, Mode.L16, Mode.L32, Mode.RGB, Mode.RGB48, Mode.CMYK, Mode.CMYK64)
                .flatMap(mode -> Arrays.stream(Filter.values())
                        .filter(filter -> filter != Filter.NEAREST)
                        .flatMap(filter -> Stream.generate(
                                        () -> Arguments.of(mode, filter, size(random, 350), size(random, 207)))
                                .limit(4)));
    }

    /** Cases where a strip or a span of an image ends within it. */
    static Stream<Arguments> largeCases() {
        return Stream.of(
                Arguments.of(Mode.L, Filter.LANCZOS, new ImageSize(5, 2077), new ImageSize(3, 2077)),
                Arguments.of(Mode.L, Filter.BOX, new ImageSize(2100, 5), new ImageSize(2100, 3)),
                Arguments.of(Mode.RGB, Filter.BICUBIC, new ImageSize(700, 690), new ImageSize(701, 340)),
                Arguments.of(Mode.RGB48, Filter.LANCZOS, new ImageSize(401, 350), new ImageSize(130, 700)),
                Arguments.of(Mode.L32, Filter.BILINEAR, new ImageSize(520, 517), new ImageSize(33, 31)));
    }

    private static ImageSize size(Random random, int most) {
        int[] lengths = Arrays.stream(LENGTHS).filter(length -> length <= most).toArray();
        return new ImageSize(lengths[random.nextInt(lengths.length)], lengths[random.nextInt(lengths.length)]);
    }

    @ParameterizedTest
    @MethodSource({"cases", "largeCases"})
    void resizesAsDefined(Mode mode, Filter filter, ImageSize from, ImageSize to) {
        Image image = Noise.image(mode, from.width(), from.height());
        // What is over 100 times higher than wide would be reduced in height first.
        if (from.height() > 100 * from.width()) {
            return;
        }
        Image expected = ReferenceResize.resize(image, to, filter);
        for (Image source : List.of(image, Noise.inNativeMemory(image))) {
            assertThat(Noise.bytesOf(source.resize(to, filter))).isEqualTo(Noise.bytesOf(expected));
        }
    }

    static Stream<Mode> alphaModes() {
        return Stream.of(Mode.LA, Mode.LA32, Mode.RGBA, Mode.RGBA64);
    }

    @ParameterizedTest
    @MethodSource("alphaModes")
    void weighsColoursByTheirAlpha(Mode mode) {
        Image image = Noise.image(mode, 207, 130);
        for (ImageSize to : List.of(new ImageSize(64, 33), new ImageSize(207, 40), new ImageSize(300, 130))) {
            SegmentImage premultiplied = Premultiplication.premultiply(SegmentImage.over(image));
            Image weighed = ReferenceResize.resize(premultiplied, to, Filter.LANCZOS);
            Image expected = Premultiplication.undo(SegmentImage.over(weighed));
            for (Image source : List.of(image, Noise.inNativeMemory(image))) {
                assertThat(Noise.bytesOf(source.resize(to, Filter.LANCZOS))).isEqualTo(Noise.bytesOf(expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("alphaModes")
    void multipliesTallImagesByTheirAlphaOnce(Mode mode) {
        Image image = Noise.image(mode, 3, 400);
        SegmentImage premultiplied = Premultiplication.premultiply(SegmentImage.over(image));
        Image low = ReferenceResize.resize(premultiplied, new ImageSize(3, 50), Filter.BICUBIC);
        Image weighed = ReferenceResize.resize(low, new ImageSize(7, 50), Filter.BICUBIC);
        Image expected = Premultiplication.undo(SegmentImage.over(weighed));
        assertThat(Noise.bytesOf(image.resize(new ImageSize(7, 50), Filter.BICUBIC)))
                .isEqualTo(Noise.bytesOf(expected));
    }
}
