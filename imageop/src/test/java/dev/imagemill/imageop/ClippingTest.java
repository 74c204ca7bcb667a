package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClippingTest {
    @ParameterizedTest
    @EnumSource
    void limitsEveryComponentToItsInterval(Mode mode) {
        Image image = Noise.image(mode, 254, 130);
        long[] expected = Samples.of(image);
        for (int i = 0; i < expected.length; i++) {
            Interval interval = mode.intervals().get(Samples.componentOf(image, i));
            expected[i] = Math.max(interval.min(), Math.min(interval.max(), expected[i]));
        }
        for (Image copy : Everywhere.copies(image)) {
            copy.clip();
            assertThat(Samples.of(copy)).isEqualTo(expected);
        }
    }

    @Test
    void clipsStudioLevels() {
        byte[] bytes = {0, 15, 16, (byte) 235, (byte) 236, (byte) 255, 100, 17, 0, (byte) 241, 16, (byte) 240};
        Image image = Images.of(Mode.YV12, new ImageSize(4, 2), bytes);
        image.clip();
        assertThat(Samples.of(image)).containsExactly(16, 16, 16, 235, 235, 235, 100, 17, 16, 240, 16, 240);
    }

    @Test
    void refusesReadOnlyMemoryOnlyIfItWouldWrite() {
        assertThatThrownBy(
                        () -> Everywhere.readOnly(Noise.image(Mode.YV12, 2, 2)).clip())
                .isInstanceOf(UnsupportedOperationException.class);
        Everywhere.readOnly(Noise.image(Mode.RGB48, 2, 2)).clip();
        Everywhere.readOnly(Noise.image(Mode.JPEG_YV12, 2, 2)).clip();
    }
}
