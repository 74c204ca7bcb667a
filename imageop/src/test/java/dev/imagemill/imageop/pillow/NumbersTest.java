package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modes I and F against grey of every depth, where Pillow has no rule or a narrower one. */
class NumbersTest {
    private static PillowImage integers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(numbers);
        return PillowImage.of(PillowMode.INTEGER, new ImageSize(numbers.length, 1), bytes.array());
    }

    private static PillowImage floats(float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(numbers);
        return PillowImage.of(PillowMode.FLOAT, new ImageSize(numbers.length, 1), bytes.array());
    }

    private static int[] ints(PillowImage image) {
        int[] numbers = new int[image.size().width()];
        image.buffer().asIntBuffer().get(0, numbers);
        return numbers;
    }

    private static float[] reals(PillowImage image) {
        float[] numbers = new float[image.size().width()];
        image.buffer().asFloatBuffer().get(0, numbers);
        return numbers;
    }

    private static long[] samples(Image image) {
        long[] samples = new long[image.size().width()];
        for (int x = 0; x < samples.length; x++) {
            samples[x] = image.component(x, 0, 0);
        }
        return samples;
    }

    private static Image gray(Mode mode, long... samples) {
        Image image = Images.create(mode, new ImageSize(samples.length, 1));
        for (int x = 0; x < samples.length; x++) {
            image.setComponent(x, 0, 0, samples[x]);
        }
        return image;
    }

    @Test
    void takesGrayAsItIs() {
        assertThat(ints(PillowImage.from(gray(Mode.L16, 0, 255, 65_535), PillowMode.INTEGER)))
                .containsExactly(0, 255, 65_535);
        assertThat(reals(PillowImage.from(gray(Mode.L16, 0, 255, 65_535), PillowMode.FLOAT)))
                .containsExactly(0, 255, 65_535);
        Image wide = gray(Mode.L32, 7, 2_147_483_647, 2_147_483_648L, 4_294_967_295L);
        assertThat(ints(PillowImage.from(wide, PillowMode.INTEGER)))
                .containsExactly(7, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(reals(PillowImage.from(wide, PillowMode.FLOAT))).containsExactly(7, 0x1p31f, 0x1p31f, 0x1p32f);
    }

    @Test
    void takesTheLumaOfColorAtItsDepth() {
        Image white = Images.filled(Mode.RGBA64, new ImageSize(1, 1), 65_535, 65_535, 65_535, 0);
        assertThat(ints(PillowImage.from(white, PillowMode.INTEGER))).containsExactly(65_535);
        assertThat(ints(PillowImage.from(Images.filled(Mode.RGB, new ImageSize(1, 1), 255, 0, 0), PillowMode.INTEGER)))
                .containsExactly(76);
        assertThat(reals(PillowImage.from(Images.filled(Mode.RGB, new ImageSize(1, 1), 255, 0, 0), PillowMode.FLOAT)))
                .containsExactly(76.245f);
    }

    @Test
    void cutsNumbersToTheRangeOfTheTarget() {
        PillowImage numbers = integers(Integer.MIN_VALUE, -1, 0, 200, 300, 70_000, Integer.MAX_VALUE);
        assertThat(samples(numbers.toImage(Mode.L))).containsExactly(0, 0, 0, 200, 255, 255, 255);
        assertThat(samples(numbers.toImage(Mode.L16))).containsExactly(0, 0, 0, 200, 300, 65_535, 65_535);
        assertThat(samples(numbers.toImage(Mode.L32))).containsExactly(0, 0, 0, 200, 300, 70_000, Integer.MAX_VALUE);
        assertThat(samples(numbers.toImage(Mode.RGB48))).containsExactly(0, 0, 0, 200, 300, 65_535, 65_535);
        assertThat(samples(numbers.toImage(Mode.RGBA))).containsExactly(0, 0, 0, 200, 255, 255, 255);
    }

    @Test
    void cutsFractionsOff() {
        PillowImage numbers = floats(-0.9f, 0.99f, 254.99f, 1e10f, -1e10f, Float.NaN, Float.POSITIVE_INFINITY);
        assertThat(samples(numbers.toImage(Mode.L))).containsExactly(0, 0, 254, 255, 0, 0, 255);
        assertThat(samples(numbers.toImage(Mode.L16))).containsExactly(0, 0, 254, 65_535, 0, 0, 65_535);
        assertThat(samples(numbers.toImage(Mode.L32))).containsExactly(0, 0, 254, 4_294_967_295L, 0, 0, 4_294_967_295L);
        assertThat(ints(numbers.convert(PillowMode.INTEGER)))
                .containsExactly(0, 0, 254, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
    }

    @Test
    void keepsNumbersOfSixteenBitsThereAndBack() {
        long[] all = new long[65_536];
        for (int v = 0; v < all.length; v++) {
            all[v] = v;
        }
        Image image = gray(Mode.L16, all);
        for (PillowMode mode : List.of(PillowMode.INTEGER, PillowMode.FLOAT)) {
            assertThat(samples(PillowImage.from(image, mode).toImage(Mode.L16))).isEqualTo(all);
        }
    }

    @Test
    void narrowsOtherTargetsFirst() {
        Image wide = Images.filled(Mode.RGB48, new ImageSize(1, 1), 10 * 257, 20 * 257, 30 * 257);
        assertThat(PillowImage.from(wide, PillowMode.HSV)
                        .toImage(Mode.RGB48)
                        .segment()
                        .mismatch(PillowImage.from(wide.convert(Mode.RGB), PillowMode.HSV)
                                .toImage(Mode.RGB)
                                .convert(Mode.RGB48)
                                .segment()))
                .isEqualTo(-1);
        PillowImage white = PillowImage.from(gray(Mode.L32, 4_294_967_295L), PillowMode.BILEVEL);
        assertThat(samples(white.toImage(Mode.L16))).containsExactly(65_535);
        assertThat(samples(white.toImage(Mode.L32))).containsExactly(4_294_967_295L);
    }
}
