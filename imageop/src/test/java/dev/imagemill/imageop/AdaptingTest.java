package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    void widensWithAlpha() {
        for (ImageSize size : new ImageSize[] {SMALL, LARGE}) {
            Image colours = Noise.image(Mode.RGBA, 12, 8);
            assertSame(
                    Images.convert(colours, Mode.RGB48, size),
                    colours.convert(Mode.RGBA64).resize(size, Filter.BICUBIC).convert(Mode.RGB48));
            Image gray = Noise.image(Mode.LA, 12, 8);
            assertSame(
                    Images.convert(gray, Mode.RGBA64, size),
                    gray.convert(Mode.LA32).resize(size, Filter.BICUBIC).convert(Mode.RGBA64));
            assertSame(
                    Images.convert(gray, Mode.L, size),
                    gray.resize(size, Filter.BICUBIC).convert(Mode.L));
        }
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

    static Stream<Arguments> pairs() {
        return Mode.all().stream().flatMap(from -> Mode.all().stream().map(to -> Arguments.of(from, to)));
    }

    /** A colour that fills the source fills the result, whichever way it takes. */
    @ParameterizedTest
    @MethodSource("pairs")
    void keepsOneColourOne(Mode from, Mode to) {
        long max = from.maxValue();
        long[] color = switch (from) {
            case L, L16, L32 -> new long[] {max / 3};
            case LA, LA32 -> new long[] {max / 3, max};
            case RGB, RGB48 -> new long[] {max, max / 5, max / 3};
            case RGBA, RGBA64 -> new long[] {max, max / 5, max / 3, max};
            case YV12, JPEG_YV12 -> new long[] {150, 90, 140};
            case CMYK, CMYK64 -> new long[] {max / 3, max / 7, max / 2, max / 9};
        };
        ImageSize large = new ImageSize(10, 6);
        ImageSize small = new ImageSize(4, 8);
        Image result = Images.convert(Images.filled(from, large, color), to, small, options(from, to));
        assertSame(result, Images.convert(Images.filled(from, small, color), to));
    }

    /** 32-bit grey is resampled by the nearest pixel only. */
    private static ResizeOptions options(Mode from, Mode to) {
        return ResizeOptions.of(from == Mode.L32 || to == Mode.L32 ? Filter.NEAREST : Filter.BICUBIC);
    }

    /** Against the other order: colour differences of every source pixel, then resampled to the size of their plane. */
    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void resamplesEachPlaneOfAPlanarTargetStraightToItsSize(Mode target) {
        Image source = Noise.image(Mode.RGB, 14, 10);
        Image perPixel = source.resize(new ImageSize(28, 20), Filter.NEAREST).convert(target);
        Image[] full = {source.convert(target).plane("y"), perPixel.plane("cr"), perPixel.plane("cb")};
        for (ImageSize size : List.of(new ImageSize(6, 4), new ImageSize(32, 24))) {
            // Filters without negative weights, so that nothing is limited on the way.
            for (Filter filter : List.of(Filter.BOX, Filter.BILINEAR)) {
                Image result = Images.convert(source, target, size, ResizeOptions.of(filter));
                for (int i = 0; i < 3; i++) {
                    Image plane = result.planes().get(i);
                    Image expected = full[i].resize(plane.size(), filter);
                    for (int y = 0; y < plane.lineCount(); y++) {
                        for (int x = 0; x < plane.size().width(); x++) {
                            assertThat(plane.component(x, y, 0))
                                    .isCloseTo(expected.component(x, y, 0), Offset.offset(2L));
                        }
                    }
                }
            }
        }
    }

    @Test
    void resamplesPlanesOfPlanarSourcesWhereTheyStayPlanes() {
        Image video = Noise.image(Mode.YV12, 12, 8);
        ImageSize size = new ImageSize(6, 10);
        assertSame(
                Images.convert(video, Mode.JPEG_YV12, size),
                video.resize(size, Filter.BICUBIC).convert(Mode.JPEG_YV12));
    }

    @Test
    void takesPlanarSourcesApartBeforeAnOddSize() {
        Image video = Noise.image(Mode.JPEG_YV12, 12, 8);
        assertSame(
                Images.convert(video, Mode.RGBA, SMALL),
                video.convert(Mode.RGB).resize(SMALL, Filter.BICUBIC).convert(Mode.RGBA));
        assertSame(
                Images.convert(video, Mode.LA32, SMALL),
                video.convert(Mode.L16).resize(SMALL, Filter.BICUBIC).convert(Mode.LA32));
        assertSame(
                Images.convert(video, Mode.CMYK64, SMALL),
                video.convert(Mode.RGB48).resize(SMALL, Filter.BICUBIC).convert(Mode.CMYK64));
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
