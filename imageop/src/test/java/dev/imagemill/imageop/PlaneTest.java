package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaneTest {
    private static final ImageSize SIZE = new ImageSize(4, 2);
    private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 20, 21};

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void showsCrBeforeCbAtHalfTheSize(Mode mode) {
        Image image = Images.of(mode, SIZE, BYTES);
        assertThat(image.planes()).extracting(Image::mode).containsOnly(Mode.L);
        assertThat(image.planes())
                .extracting(Image::size)
                .containsExactly(SIZE, new ImageSize(2, 1), new ImageSize(2, 1));
        assertThat(Noise.bytesOf(image.plane("y"))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Noise.bytesOf(image.plane("cr"))).containsExactly(10, 11);
        assertThat(Noise.bytesOf(image.plane("cb"))).containsExactly(20, 21);
    }

    @Test
    void sharesMemoryBothWays() {
        for (Image image :
                List.of(Images.of(Mode.YV12, SIZE, BYTES), Noise.inNativeMemory(Images.of(Mode.YV12, SIZE, BYTES)))) {
            Image cr = image.plane("cr");
            cr.setComponent(1, 0, 0, 99);
            assertThat(image.buffer().get(9)).isEqualTo((byte) 99);
            image.buffer().put(8, (byte) 77);
            assertThat(cr.component(0, 0, 0)).isEqualTo(77);
            assertThat(image.plane("cr").component(0, 0, 0)).isEqualTo(77);
        }
    }

    @Test
    void refusesOtherNamesAndOtherModes() {
        Image image = Images.create(Mode.YV12, SIZE);
        assertThatThrownBy(() -> image.plane("r"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("YV12")
                .hasMessageContaining("[y, cr, cb]");
        Image rgb = Images.create(Mode.RGB, SIZE);
        assertThatThrownBy(() -> rgb.plane("r"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("RGB");
        assertThatThrownBy(rgb::planes).isInstanceOf(UnsupportedOperationException.class);
    }
}
