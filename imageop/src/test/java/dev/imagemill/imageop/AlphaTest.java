package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlphaTest {
    private static final List<Mode> WITH_ALPHA =
            Mode.all().stream().filter(Mode::hasAlpha).toList();

    static Stream<GoldenCase> golden() {
        return GoldenCase.read("alpha.txt");
    }

    static Stream<Image> images() {
        return WITH_ALPHA.stream()
                .flatMap(mode ->
                        Stream.of(Noise.image(mode, 1, 1), Noise.image(mode, 7, 3), Noise.image(mode, 131, 77)));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void multipliesDividesAndCompositesAsPillow(GoldenCase golden) {
        for (Image source : Everywhere.copies(golden.source())) {
            Image result = switch (golden.operation()) {
                case "premultiply" -> source.premultiply();
                case "unpremultiply" -> source.unpremultiply();
                default -> source.compositeOver(background(golden));
            };
            assertThat(golden.describe(result)).isEqualTo(golden.result());
        }
    }

    private static Image background(GoldenCase golden) {
        long seed = Long.parseLong(golden.arguments().getFirst());
        return Images.of(golden.mode(), golden.size(), Noise.bytes(seed, (int)
                golden.mode().length(golden.size())));
    }

    /** Every 8-bit colour under every alpha, in every place of a pixel. */
    @ParameterizedTest
    @EnumSource(names = {"LA", "RGBA"})
    void multipliesAndDividesEveryColorByEveryAlpha(Mode mode) {
        Image all = Images.create(mode, new ImageSize(256, 256));
        for (int color = 0; color < 256; color++) {
            for (int alpha = 0; alpha < 256; alpha++) {
                for (int c = 0; c < mode.components() - 1; c++) {
                    all.setComponent(color, alpha, c, (color + 85 * c) % 256);
                }
                all.setComponent(color, alpha, mode.components() - 1, alpha);
            }
        }
        assertThat(Samples.of(all.premultiply())).isEqualTo(eachColor(all, AlphaTest::rounded8));
        assertThat(Samples.of(all.unpremultiply())).isEqualTo(eachColor(all, AlphaTest::divided8));
    }

    private static long rounded8(long color, long alpha) {
        return Math.round(color * alpha / 255.0);
    }

    private static long divided8(long color, long alpha) {
        return alpha == 0 ? color : Math.min(255, 255 * color / alpha);
    }

    private static long rounded16(long color, long alpha) {
        return (2 * color * alpha + 65535) / 131070;
    }

    private static long divided16(long color, long alpha) {
        return alpha == 0 ? color : Math.min(65535, 65535 * color / alpha);
    }

    private static long[] eachColor(Image image, LongBinaryOperator rule) {
        long[] samples = Samples.of(image);
        int components = image.components();
        for (int i = 0; i < samples.length; i++) {
            if (i % components != components - 1) {
                samples[i] = rule.applyAsLong(samples[i], samples[i - i % components + components - 1]);
            }
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("images")
    void multipliesAndDividesAtEveryDepthAndInEveryMemory(Image image) {
        boolean narrow = image.bitsPerComponent() == 8;
        long[] multiplied = eachColor(image, narrow ? AlphaTest::rounded8 : AlphaTest::rounded16);
        long[] divided = eachColor(image, narrow ? AlphaTest::divided8 : AlphaTest::divided16);
        for (Image copy : Everywhere.copies(image)) {
            assertThat(Samples.of(copy.premultiply())).isEqualTo(multiplied);
            assertThat(Samples.of(copy.unpremultiply())).isEqualTo(divided);
            assertThat(Samples.of(copy)).isEqualTo(Samples.of(image));
        }
    }

    /** The largest 16-bit products and quotients, and quotients just below a whole number. */
    @Test
    void multipliesAndDividesAtTheEndsOf16Bits() {
        long[] ends = {0, 1, 2, 3, 127, 128, 255, 256, 257, 32767, 32768, 32769, 43690, 65533, 65534, 65535};
        Image image = Images.create(Mode.LA32, new ImageSize(ends.length, ends.length));
        for (int color = 0; color < ends.length; color++) {
            for (int alpha = 0; alpha < ends.length; alpha++) {
                image.setPixel(color, alpha, ends[color], ends[alpha]);
            }
        }
        assertThat(Samples.of(image.premultiply())).isEqualTo(eachColor(image, AlphaTest::rounded16));
        assertThat(Samples.of(image.unpremultiply())).isEqualTo(eachColor(image, AlphaTest::divided16));
    }

    @ParameterizedTest
    @MethodSource("images")
    void undoesAMultiplicationUpToWhatItRounded(Image image) {
        long max = image.mode().maxValue();
        long[] before = Samples.of(image);
        long[] after = Samples.of(image.premultiply().unpremultiply());
        for (int i = 0; i < before.length; i++) {
            int components = image.components();
            long alpha = before[i - i % components + components - 1];
            long bound = alpha == 0 ? max : (max + 2 * alpha - 1) / (2 * alpha);
            assertThat(Math.abs(after[i] - before[i])).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void followsThePublishedExample() {
        Image pixel = Images.filled(Mode.RGBA, new ImageSize(1, 1), 200, 100, 50, 128);
        assertThat(Samples.of(pixel.premultiply())).containsExactly(100, 50, 25, 128);
        assertThat(Samples.of(pixel.premultiply().unpremultiply())).containsExactly(199, 99, 49, 128);
    }

    @ParameterizedTest
    @EnumSource
    void copiesWhatHasNoAlpha(Mode mode) {
        if (mode.hasAlpha()) {
            return;
        }
        Image image = Noise.image(mode, 6, 4);
        for (Image result : List.of(
                image.premultiply(),
                image.unpremultiply(),
                image.convertAlpha(AlphaMode.STRAIGHT, AlphaMode.NONE),
                image.compositeOver(Noise.image(mode, 6, 4).rotate180()))) {
            assertThat(result).isNotSameAs(image);
            assertThat(Noise.bytesOf(result)).isEqualTo(Noise.bytesOf(image));
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void convertsBetweenMeaningsOfAlpha(Image image) {
        long max = image.mode().maxValue();
        long[] opaque = Samples.of(image);
        for (int i = image.components() - 1; i < opaque.length; i += image.components()) {
            opaque[i] = max;
        }
        for (Image copy : Everywhere.copies(image)) {
            for (AlphaMode mode : AlphaMode.values()) {
                boolean none = mode == AlphaMode.NONE;
                boolean packed = mode == AlphaMode.CHANNEL_PACKED;
                long[] same = none ? opaque : Samples.of(image);
                assertThat(Samples.of(copy.convertAlpha(mode, mode))).isEqualTo(same);
                assertThat(Samples.of(copy.convertAlpha(mode, AlphaMode.NONE)))
                        .isEqualTo(packed ? Samples.of(image) : opaque);
                assertThat(Samples.of(copy.convertAlpha(AlphaMode.NONE, mode)))
                        .isEqualTo(packed ? Samples.of(image) : opaque);
                assertThat(Samples.of(copy.convertAlpha(AlphaMode.CHANNEL_PACKED, mode)))
                        .isEqualTo(Samples.of(image));
                assertThat(Samples.of(copy.convertAlpha(mode, AlphaMode.CHANNEL_PACKED)))
                        .isEqualTo(Samples.of(image));
            }
            assertThat(Samples.of(copy.convertAlpha(AlphaMode.STRAIGHT, AlphaMode.PREMULTIPLIED)))
                    .isEqualTo(Samples.of(image.premultiply()));
            assertThat(Samples.of(copy.convertAlpha(AlphaMode.PREMULTIPLIED, AlphaMode.STRAIGHT)))
                    .isEqualTo(Samples.of(image.unpremultiply()));
        }
    }

    /** The formula of Pillow's AlphaComposite.c, at any depth, one sample after the other. */
    private static long[] composed(Image over, Image under) {
        long max = over.mode().maxValue();
        long half = (max + 1) / 2;
        int bits = over.bitsPerComponent();
        int step = over.components();
        int underStep = under.components();
        long[] top = Samples.of(over);
        long[] result = Samples.of(under);
        for (int i = 0; i < over.size().pixels(); i++) {
            long alpha = top[i * step + step - 1];
            long underAlpha = underStep == step ? result[i * step + step - 1] : max;
            if (alpha == 0) {
                continue;
            }
            long both = alpha * max + underAlpha * (max - alpha);
            long weight = alpha * max * max * 128 / both;
            for (int c = 0; c < step - 1; c++) {
                long sum = top[i * step + c] * weight + result[i * underStep + c] * (max * 128 - weight) + (half << 7);
                result[i * underStep + c] = (((sum >> bits) + sum) >> bits) >> 7;
            }
            if (underStep == step) {
                long sum = both + half;
                result[i * step + step - 1] = ((sum >> bits) + sum) >> bits;
            }
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("images")
    void compositesOverImagesWithAndWithoutAlpha(Image over) {
        Image under = over.rotate180();
        Image opaque = Noise.image(
                Flattening.withoutAlpha(over.mode()),
                over.size().width(),
                over.size().height());
        for (Image copy : Everywhere.copies(over)) {
            for (Image background : Everywhere.copies(under)) {
                assertThat(Samples.of(copy.compositeOver(background))).isEqualTo(composed(over, under));
            }
            for (Image background : Everywhere.copies(opaque)) {
                Image result = copy.compositeOver(background);
                assertThat(result.mode()).isEqualTo(opaque.mode());
                assertThat(Samples.of(result)).isEqualTo(composed(over, opaque));
                assertThat(Samples.of(background)).isEqualTo(Samples.of(opaque));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LA", "RGBA"})
    void compositesEveryAlphaOverEveryAlpha(Mode mode) {
        long[] top = {255, 0, 128};
        long[] bottom = {0, 255, 37};
        int alphaAt = mode.components() - 1;
        Image over = Images.create(mode, new ImageSize(256, 256));
        Image under = Images.create(mode, over.size());
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int underAlpha = 0; underAlpha < 256; underAlpha++) {
                for (int c = 0; c < alphaAt; c++) {
                    over.setComponent(alpha, underAlpha, c, top[c]);
                    under.setComponent(alpha, underAlpha, c, bottom[c]);
                }
                over.setComponent(alpha, underAlpha, alphaAt, alpha);
                under.setComponent(alpha, underAlpha, alphaAt, underAlpha);
            }
        }
        assertThat(Samples.of(over.compositeOver(under))).isEqualTo(composed(over, under));
    }

    @ParameterizedTest
    @MethodSource("images")
    void flattensAsItCompositesOverOneColor(Image image) {
        Mode opaque = Flattening.withoutAlpha(image.mode());
        long max = opaque.maxValue();
        long[] color = {max / 3, max, max / 5};
        long[] background =
                IntStream.range(0, opaque.components()).mapToLong(i -> color[i]).toArray();
        Image under = Images.filled(opaque, image.size(), background);
        for (Image copy : Everywhere.copies(image)) {
            assertThat(Samples.of(copy.flatten(background))).isEqualTo(composed(image, under));
        }
    }

    @Test
    void keepsTheBackgroundUnderTransparencyAndNothingOfItUnderOpacity() {
        Image under = Noise.image(Mode.RGBA64, 9, 9);
        Image clear = Images.filled(Mode.RGBA64, under.size(), 1, 2, 3, 0);
        assertThat(Noise.bytesOf(clear.compositeOver(under))).isEqualTo(Noise.bytesOf(under));
        Image solid = Images.filled(Mode.RGBA64, under.size(), 1, 2, 3, 65535);
        assertThat(Noise.bytesOf(solid.compositeOver(under))).isEqualTo(Noise.bytesOf(solid));
    }

    @Test
    void saysWhatCannotBeComposited() {
        Image over = Noise.image(Mode.RGBA, 4, 4);
        assertThatThrownBy(() -> over.compositeOver(Noise.image(Mode.L, 4, 4)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("an image of mode RGBA goes over one of mode RGBA or RGB, not L");
        assertThatThrownBy(() -> over.compositeOver(Noise.image(Mode.RGB, 4, 5)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("height=5");
        assertThatThrownBy(() -> Noise.image(Mode.RGB, 4, 4).compositeOver(over))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("an image of mode RGB goes over one of mode RGB, not RGBA");
    }

    @Test
    void allocatesResultsOnly() {
        for (Mode mode : WITH_ALPHA) {
            Image small = Noise.inNativeMemory(Noise.image(mode, 50, 50));
            Image large = Noise.inNativeMemory(Noise.image(mode, 500, 500));
            long growth = large.segment().byteSize() - small.segment().byteSize();
            for (Work work : List.<Work>of(
                    Image::premultiply, Image::unpremultiply, i -> i.compositeOver(i), i -> i.flatten(flat(i)))) {
                assertThat(allocatedBy(() -> work.apply(large)) - allocatedBy(() -> work.apply(small)))
                        .isBetween(0L, growth + 50_000);
            }
        }
    }

    private static long[] flat(Image image) {
        return new long[image.components() - 1];
    }

    private interface Work {
        Image apply(Image image);
    }

    private static long allocatedBy(Runnable work) {
        work.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        work.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
    }
}
