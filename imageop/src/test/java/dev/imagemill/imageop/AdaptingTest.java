package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdaptingTest {
    private static final ImageSize SMALL = new ImageSize(5, 3);
    private static final ImageSize LARGE = new ImageSize(23, 18);

    @Test
    void narrowsAfterResampling() {
        Image deep = Noise.image(Mode.RGB48, 12, 8);
        for (ImageSize size : new ImageSize[] {SMALL, LARGE}) {
            assertSame(
                    Images.convert(deep, Mode.RGB, size),
                    deep.resize(size, Filter.BICUBIC).convert(Mode.RGB));
        }
    }

    @Test
    void widensBeforeResampling() {
        Image gray = Noise.image(Mode.L, 12, 8);
        for (ImageSize size : new ImageSize[] {SMALL, LARGE}) {
            assertSame(
                    Images.convert(gray, Mode.RGB48, size),
                    gray.convert(Mode.L16).resize(size, Filter.BICUBIC).convert(Mode.RGB48));
        }
        Image ink = Noise.image(Mode.CMYK, 12, 8);
        assertSame(
                Images.convert(ink, Mode.RGBA64, SMALL),
                ink.convert(Mode.CMYK64).resize(SMALL, Filter.BICUBIC).convert(Mode.RGBA64));
    }

    @Test
    void weighsColoursByAnAlphaThatIsDroppedAfter() {
        Image image = Images.of(
                Mode.RGBA, new ImageSize(2, 1), new byte[] {(byte) 255, 0, 0, (byte) 255, 0, 0, (byte) 255, 0});
        Image wide = Images.convert(image, Mode.RGB, new ImageSize(4, 1), ResizeOptions.of(Filter.BILINEAR));
        assertThat(Noise.bytesOf(wide)).containsExactly(255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 0, 0);
        Image deep = Images.convert(image, Mode.RGB48, new ImageSize(4, 1), ResizeOptions.of(Filter.BILINEAR));
        assertThat(deep.pixel(2, 0)).containsExactly(65_535L, 0L, 0L);
        assertThat(deep.pixel(3, 0)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void takesOnlyWhatTheBoxShows() {
        Image image = Noise.image(Mode.RGB, 12, 8);
        ResizeOptions left = ResizeOptions.of(Filter.BOX).withBox(0, 0, 6, 8);
        assertSame(
                Images.convert(image, Mode.L, image.size(), left),
                image.resize(image.size(), left).convert(Mode.L));
        assertSame(
                Images.convert(image, Mode.L, new ImageSize(6, 8), left),
                image.crop(0, 0, 6, 8).convert(Mode.L));
    }

    @ParameterizedTest
    @EnumSource
    void copiesWhatChangesNeitherModeNorSize(Mode mode) {
        Image image = Noise.image(mode, 6, 4);
        Image copy = Images.convert(image, mode, image.size());
        assertSame(copy, image);
        copy.segment().fill((byte) 3);
        assertThat(Noise.bytesOf(image)).isNotEqualTo(Noise.bytesOf(copy));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "L32")
    void resizesOnlyWhereTheModeStays(Mode mode) {
        Image image = Noise.image(mode, 6, 4);
        ImageSize size = new ImageSize(10, 2);
        assertSame(Images.convert(image, size), image.resize(size, Filter.BICUBIC));
    }

    @Test
    void takesACallersOwnSourceAndRefusesABrokenOne() {
        byte[] bytes = {1, 2, 3, 4};
        ImageSource foreign = new ForeignImage(Mode.L, new ImageSize(2, 2), ByteBuffer.wrap(bytes));
        assertThat(Images.convert(foreign, Mode.RGB).pixel(1, 1)).containsExactly(4L, 4L, 4L);
        ImageSource broken = new ForeignImage(Mode.L, new ImageSize(2, 2), ByteBuffer.allocate(5));
        assertThatThrownBy(() -> Images.convert(broken, Mode.RGB)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Images.convert(foreign, Mode.YV12, new ImageSize(3, 2)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("even");
    }

    private static void assertSame(Image actual, Image expected) {
        assertThat(actual.mode()).isEqualTo(expected.mode());
        assertThat(actual.size()).isEqualTo(expected.size());
        assertThat(Noise.bytesOf(actual)).isEqualTo(Noise.bytesOf(expected));
    }
}
