package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds reductions against sums of single samples. Those that have no oracle in Pillow are exact means, rounded half up. */
class ReductionTest {
    private static final int[][] FACTORS = {
        {1, 2}, {2, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 2}, {2, 7}, {8, 8}, {16, 16}, {17, 16}, {1, 60}, {257, 1}, {300, 1}
    };

    static Stream<Mode> interleavedModes() {
        return Mode.all().stream().filter(mode -> !mode.planar());
    }

    static Stream<Arguments> cases() {
        return interleavedModes()
                .flatMap(mode -> Arrays.stream(FACTORS)
                        .flatMap(factors -> Stream.of(new ImageSize(66, 38), new ImageSize(67, 53), new ImageSize(1, 7))
                                .map(size -> Arguments.of(mode, size, factors[0], factors[1]))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void averagesEveryBlock(Mode mode, ImageSize size, int factorX, int factorY) {
        Image image = Noise.image(mode, size.width(), size.height());
        Image expected = expected(image, factorX, factorY);
        for (Image source : List.of(image, Noise.inNativeMemory(image))) {
            Image result = source.reduce(factorX, factorY);
            assertThat(result.size()).isEqualTo(expected.size());
            assertThat(Noise.bytesOf(result)).isEqualTo(Noise.bytesOf(expected));
        }
    }

    /** What a resize with a reducing gap asks for. */
    @ParameterizedTest
    @MethodSource("interleavedModes")
    void averagesBlocksOfAnyPart(Mode mode) {
        Random random = new Random(mode.name().hashCode());
        for (int factorX = 1; factorX <= 9; factorX++) {
            for (int factorY = 1; factorY <= 9; factorY++) {
                Image image = Noise.image(mode, 1 + random.nextInt(60), 1 + random.nextInt(40));
                int left = random.nextInt(image.size().width());
                int top = random.nextInt(image.size().height());
                int width = 1 + random.nextInt(image.size().width() - left);
                int height = 1 + random.nextInt(image.size().height() - top);
                Image expected = expected(image.crop(left, top, width, height), factorX, factorY);
                Blocks blocks = new Blocks(left, top, width, height, factorX, factorY);
                for (Image source : List.of(image, Noise.inNativeMemory(image))) {
                    Image result = Reduction.reduce((SegmentImage) source, blocks);
                    assertThat(result.size()).isEqualTo(expected.size());
                    assertThat(Noise.bytesOf(result)).as("%s", blocks).isEqualTo(Noise.bytesOf(expected));
                }
            }
        }
    }

    private static Image expected(Image image, int factorX, int factorY) {
        return image.mode().hasAlpha()
                ? Premultiplication.undo(
                        (SegmentImage) averages(Premultiplication.premultiply((SegmentImage) image), factorX, factorY))
                : averages(image, factorX, factorY);
    }

    private static Image averages(Image image, int factorX, int factorY) {
        int width = image.size().width();
        int height = image.size().height();
        ImageSize size = new ImageSize((width + factorX - 1) / factorX, (height + factorY - 1) / factorY);
        Image result = Images.create(image.mode(), size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int endX = Math.min(width, (x + 1) * factorX);
                int endY = Math.min(height, (y + 1) * factorY);
                for (int c = 0; c < image.mode().components(); c++) {
                    long sum = 0;
                    for (int fromY = y * factorY; fromY < endY; fromY++) {
                        for (int fromX = x * factorX; fromX < endX; fromX++) {
                            sum += image.component(fromX, fromY, c);
                        }
                    }
                    long count = (long) (endX - x * factorX) * (endY - y * factorY);
                    result.setComponent(x, y, c, mean(image.mode(), sum, count));
                }
            }
        }
        return result;
    }

    /** Of 8-bit samples Pillow's, which multiplies by a reciprocal of 24 bits. */
    private static long mean(Mode mode, long sum, long count) {
        long rounded = sum + count / 2;
        return mode.bitsPerComponent() == 8 ? (rounded * ((1 << 24) / count)) >> 24 : rounded / count;
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void reducesEveryPlane(Mode mode) {
        Image image = Noise.image(mode, 40, 28);
        SegmentImage result = SegmentImage.over(image.reduce(5, 3));
        assertThat(result.size()).isEqualTo(new ImageSize(8, 10));
        for (int i = 0; i < 3; i++) {
            Image expected = averages(SegmentImage.over(image).plane(i), 5, 3);
            assertThat(Noise.bytesOf(result.plane(i))).isEqualTo(Noise.bytesOf(expected));
        }
    }

    @Test
    void refusesFactorsThatLeaveNoLegalSize() {
        Image image = Noise.image(Mode.YV12, 40, 26);
        assertThatThrownBy(() -> image.reduce(5, 2)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> image.reduce(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> image.reduce(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
