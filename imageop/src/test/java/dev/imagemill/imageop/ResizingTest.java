package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResizingTest {
    private static final byte[] HILL = {0, 10, 50, -1, -1, 50, 10, 0};

    @ParameterizedTest
    @CsvSource({
        "4, BOX, 5 153 153 5",
        "4, BILINEAR, 11 148 148 11",
        "4, HAMMING, 7 151 151 7",
        "4, BICUBIC, 0 159 159 0",
        "4, LANCZOS, 0 166 166 0",
        "4, NEAREST, 10 255 50 0",
        "3, BOX, 20 255 20",
        "3, BILINEAR, 36 175 36",
        "3, BICUBIC, 25 190 25",
        "3, LANCZOS, 23 194 23",
        "12, BICUBIC, 0 2 13 33 155 255 255 155 33 13 2 0",
    })
    void resizesTheRowOfTheSpecification(int width, Filter filter, String expected) {
        Image row = Images.of(Mode.L, new ImageSize(8, 1), HILL);
        assertThat(samples(row.resize(new ImageSize(width, 1), filter))).isEqualTo(expected);
        Image column = Images.of(Mode.L, new ImageSize(1, 8), HILL);
        assertThat(samples(column.resize(new ImageSize(1, width), filter))).isEqualTo(expected);
    }

    private static String samples(Image gray) {
        StringBuilder text = new StringBuilder();
        for (byte sample : Noise.bytesOf(gray)) {
            text.append(text.isEmpty() ? "" : " ").append(Byte.toUnsignedInt(sample));
        }
        return text.toString();
    }

    @Test
    void letsTransparentPixelsAddNoColour() {
        byte[] redThenClearBlue = {-1, 0, 0, -1, 0, 0, -1, 0};
        Image image = Images.of(Mode.RGBA, new ImageSize(2, 1), redThenClearBlue);
        Image four = image.resize(new ImageSize(4, 1), Filter.BILINEAR);
        assertThat(samples(four)).isEqualTo("255 0 0 255 255 0 0 191 255 0 0 64 0 0 0 0");
        Image wide = image.convert(Mode.RGBA64).resize(new ImageSize(4, 1), Filter.BILINEAR);
        assertThat(samples(wide.convert(Mode.RGBA))).isEqualTo("255 0 0 255 255 0 0 191 255 0 0 64 0 0 0 0");
    }

    @ParameterizedTest
    @EnumSource(names = {"L16", "LA32", "RGB48", "RGBA64", "CMYK64"})
    void resizesSixteenBitsAsEightWithinTwoRoundings(Mode mode) {
        Image wide = Noise.image(mode, 120, 90);
        Mode twin = Mode.valueOf(
                switch (mode) {
                    case L16 -> "L";
                    case LA32 -> "LA";
                    default -> mode.name().substring(0, mode.name().length() - 2);
                });
        Image opaque = mode.hasAlpha() ? madeOpaque(wide) : wide;
        Image fromWide = opaque.resize(new ImageSize(37, 29), Filter.BICUBIC).convert(twin);
        Image fromNarrow = opaque.convert(twin).resize(new ImageSize(37, 29), Filter.BICUBIC);
        for (int y = 0; y < 29; y++) {
            for (int x = 0; x < 37; x++) {
                for (int c = 0; c < mode.components(); c++) {
                    assertThat(fromWide.component(x, y, c)).isCloseTo(fromNarrow.component(x, y, c), Offset.offset(2L));
                }
            }
        }
    }

    private static Image madeOpaque(Image image) {
        Image copy = image.copy();
        for (int y = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++) {
                copy.setComponent(
                        x, y, image.mode().components() - 1, image.mode().maxValue());
            }
        }
        return copy;
    }

    @ParameterizedTest
    @EnumSource
    void keepsOneColourOneColour(Mode mode) {
        long[] color = new long[mode.components()];
        for (int c = 0; c < color.length; c++) {
            color[c] =
                    mode.hasAlpha() && c == color.length - 1 ? mode.maxValue() : mode.maxValue() / 255 * (20 + 30 * c);
        }
        Image flat = Images.filled(mode, new ImageSize(40, 30), color);
        for (Filter filter : Filter.values()) {
            for (ImageSize size : new ImageSize[] {new ImageSize(10, 8), new ImageSize(90, 62), new ImageSize(40, 2)}) {
                Image expected = Images.filled(mode, size, color);
                assertThat(flat.resize(size, filter).segment().mismatch(expected.segment()))
                        .as("%s %s", filter, size)
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void resizesPlanesEachToItsOwnSize() {
        Image source = Noise.image(Mode.JPEG_YV12, 40, 20);
        Image result = source.resize(new ImageSize(20, 10), Filter.LANCZOS);
        byte[] bytes = Noise.bytesOf(source);
        Image luma = Images.of(Mode.L, new ImageSize(40, 20), Arrays.copyOf(bytes, 800));
        byte[] expected = Noise.bytesOf(luma.resize(new ImageSize(20, 10), Filter.LANCZOS));
        assertThat(Arrays.copyOf(Noise.bytesOf(result), 200)).isEqualTo(expected);
        assertThatThrownBy(() -> source.resize(new ImageSize(19, 10), Filter.BOX))
                .isInstanceOf(ImageFormatException.class);
    }

    @Test
    void makesThumbnailsThatNeverEnlarge() {
        Image image = Noise.image(Mode.RGB, 1000, 750);
        Image thumbnail = image.thumbnail(new ImageSize(128, 128));
        assertThat(thumbnail.size()).isEqualTo(new ImageSize(128, 96));
        Image expected = image.resize(
                new ImageSize(128, 96), ResizeOptions.of(Filter.BICUBIC).withReducingGap(2));
        assertThat(thumbnail.segment().mismatch(expected.segment())).isEqualTo(-1);
        Image same = image.thumbnail(new ImageSize(2000, 2000));
        assertThat(same.segment().mismatch(image.segment())).isEqualTo(-1);
    }

    @Test
    void copiesWhenNothingChanges() {
        Image image = Noise.image(Mode.RGBA, 9, 7);
        Image copy = image.resize(new ImageSize(9, 7), Filter.LANCZOS);
        assertThat(copy.segment().mismatch(image.segment())).isEqualTo(-1);
        copy.setComponent(0, 0, 0, 255 - copy.component(0, 0, 0));
        assertThat(copy.component(0, 0, 0)).isNotEqualTo(image.component(0, 0, 0));
    }

    @Test
    void refusesBoxesOutsideAndGapsBelowOne() {
        Image image = Noise.image(Mode.L, 10, 10);
        ResizeOptions box = ResizeOptions.of(Filter.BOX);
        ImageSize size = new ImageSize(5, 5);
        assertThatThrownBy(() -> image.resize(size, box.withBox(0, 0, 10.5, 10)))
                .isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> box.withBox(-1, 0, 5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> box.withBox(5, 0, 5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> box.withReducingGap(0.99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> box.withReducingGap(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> image.reduce(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void averagesSixteenBitBlocksExactly() {
        Image image = Images.create(Mode.L16, new ImageSize(3, 2));
        long[] values = {65_535, 65_534, 3, 65_535, 65_534, 4};
        for (int i = 0; i < values.length; i++) {
            image.setComponent(i % 3, i / 3, 0, values[i]);
        }
        Image reduced = image.reduce(2, 2);
        assertThat(reduced.size()).isEqualTo(new ImageSize(2, 1));
        assertThat(reduced.component(0, 0, 0)).isEqualTo(65_535);
        assertThat(reduced.component(1, 0, 0)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "RGB", "CMYK"})
    void halvesEvenSizesToTheRoundedMean(Mode mode) {
        Image image = Noise.inNativeMemory(Noise.image(mode, 66, 38));
        Image half = image.reduce(2, 2);
        assertThat(half.size()).isEqualTo(new ImageSize(33, 19));
        for (int y = 0; y < 19; y++) {
            for (int x = 0; x < 33; x++) {
                for (int c = 0; c < mode.components(); c++) {
                    long sum = image.component(2 * x, 2 * y, c)
                            + image.component(2 * x + 1, 2 * y, c)
                            + image.component(2 * x, 2 * y + 1, c)
                            + image.component(2 * x + 1, 2 * y + 1, c);
                    assertThat(half.component(x, y, c)).isEqualTo((sum + 2) / 4);
                }
            }
        }
    }
}
