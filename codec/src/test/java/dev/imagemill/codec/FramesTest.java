package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FramesTest {
    private static final Animation TIMES = new Animation(List.of(40, 250, 100, 80), 3);

    /** Frames of one colour each, with a bar that moves. */
    private static List<Image> frames(Mode mode, int count) {
        List<Image> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Image frame = Images.filled(Mode.RGBA, new ImageSize(30, 20), 60L * i, 200 - 50L * i, 30, 255);
            for (int y = 0; y < 20; y++) {
                frame.setPixel(5 * i, y, 255, 255, 255, 255);
            }
            frames.add(frame.convert(mode));
        }
        return frames;
    }

    private static byte[] file(ImageFormat format) {
        return Codec.encode(
                frames(Mode.RGBA, 4), TIMES, EncodeOptions.of(format).withLossless(true));
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP", "TIFF"})
    void comeBackAsTheyWere(ImageFormat format) {
        byte[] file = file(format);
        List<Image> expected = frames(Mode.RGBA, 4);
        try (DecodedFrames decoded = Codec.decodeFrames(file, DecodeOptions.DEFAULT, 4)) {
            assertThat(decoded.frames()).hasSize(4);
            for (int i = 0; i < 4; i++) {
                assertSame(decoded.frames().get(i), expected.get(i));
            }
        }
        try (DecodedFrames decoded = Codec.decodeFrames(file, DecodeOptions.DEFAULT.withPage(1), 2)) {
            assertThat(decoded.frames()).hasSize(2);
            assertSame(decoded.frames().getFirst(), expected.get(1));
            assertSame(decoded.frames().getLast(), expected.get(2));
        }
        assertThat(Codec.probe(file, Limits.DEFAULT).pages()).isEqualTo(4);
        assertThat(Codec.probe(file, Limits.DEFAULT).size()).isEqualTo(new ImageSize(30, 20));
    }

    private static void assertSame(Image actual, Image expected) {
        Image colours = actual.convert(Mode.RGBA);
        assertThat(colours.size()).isEqualTo(expected.size());
        for (int y = 0; y < expected.size().height(); y++) {
            for (int x = 0; x < expected.size().width(); x++) {
                for (int c = 0; c < 4; c++) {
                    assertThat(colours.component(x, y, c)).isEqualTo(expected.component(x, y, c));
                }
            }
        }
    }

    @Test
    void keepTheirTimes() {
        assertThat(Codec.animation(file(ImageFormat.GIF), Limits.DEFAULT)).contains(TIMES);
        assertThat(Codec.animation(file(ImageFormat.WEBP), Limits.DEFAULT)).contains(TIMES);
        assertThat(Codec.animation(file(ImageFormat.TIFF), Limits.DEFAULT)).contains(Animation.ofPages(4));
        assertThat(TIMES.select(3, 0, 0)).isEqualTo(new Animation(List.of(80, 40, 40), 3));
    }

    @Test
    void areNotAnimationIfThereIsButOneOrTheyDiffer() {
        Image one = frames(Mode.RGB, 1).getFirst();
        assertThat(Codec.animation(Codec.encode(one, EncodeOptions.of(ImageFormat.GIF)), Limits.DEFAULT))
                .isEmpty();
        assertThat(Codec.animation(Codec.encode(one, EncodeOptions.of(ImageFormat.PNG)), Limits.DEFAULT))
                .isEmpty();
        byte[] pages = TiffPages.ofWidths(8, 9);
        assertThat(Codec.probe(pages, Limits.DEFAULT).pages()).isEqualTo(2);
        assertThat(Codec.animation(pages, Limits.DEFAULT)).isEmpty();
        assertThat(Codec.animation(TiffPages.ofWidths(8, 8), Limits.DEFAULT)).contains(Animation.ofPages(2));
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "L16", "LA32", "RGB", "RGB48", "RGBA64", "CMYK"})
    void keepTheModesOfTiff(Mode mode) {
        List<Image> frames = frames(mode, 4);
        byte[] file = Codec.encode(frames, TIMES, EncodeOptions.of(ImageFormat.TIFF));
        try (DecodedFrames decoded = Codec.decodeFrames(file, DecodeOptions.DEFAULT.withToSrgb(false), 4)) {
            for (int i = 0; i < 4; i++) {
                assertThat(decoded.frames().get(i).mode()).isEqualTo(mode);
                assertThat(decoded.frames()
                                .get(i)
                                .segment()
                                .mismatch(frames.get(i).segment()))
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void areLimitedAllTogether() {
        byte[] gif = file(ImageFormat.GIF);
        Limits fewPixels = Limits.DEFAULT.withMaxPixels(3 * 600);
        try (DecodedFrames decoded = Codec.decodeFrames(gif, DecodeOptions.DEFAULT.withLimits(fewPixels), 3)) {
            assertThat(decoded.frames()).hasSize(3);
        }
        assertThatThrownBy(() -> Codec.decodeFrames(gif, DecodeOptions.DEFAULT.withLimits(fewPixels), 4))
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        exceeded -> assertThat(exceeded.limit()).isEqualTo(LimitExceeded.Limit.PIXELS));
        assertThatThrownBy(() -> Codec.decodeFrames(gif, DecodeOptions.DEFAULT.withPage(2), 3))
                .isInstanceOf(UnsupportedImage.class);
    }

    @Test
    void areCorruptIfTheyAreCutOff() {
        byte[] gif = file(ImageFormat.GIF);
        byte[] cut = Arrays.copyOf(gif, gif.length * 2 / 3);
        assertThatThrownBy(() -> Codec.decodeFrames(cut, DecodeOptions.DEFAULT, 4))
                .isInstanceOf(CodecException.class);
    }

    @Test
    void areOfOneSizeInAFormatThatHoldsThem() {
        List<Image> frames = frames(Mode.RGB, 2);
        Animation two = TIMES.select(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.encode(frames, two, EncodeOptions.of(ImageFormat.PNG)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.encode(frames, TIMES, EncodeOptions.of(ImageFormat.GIF)));
        List<Image> unlike = List.of(frames.getFirst(), frames.getLast().rotate90());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.encode(unlike, two, EncodeOptions.of(ImageFormat.GIF)));
    }
}
