package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Noise;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes back from a mode that went there: exactly, or within a bound. */
class RoundTripTest {
    private static final ImageSize SIZE = new ImageSize(331, 257);

    @ParameterizedTest
    @EnumSource(
            value = PillowMode.class,
            names = {"PALETTE", "YCBCR", "HSV", "INTEGER", "FLOAT"})
    void grayComesBackAsItWas(PillowMode mode) {
        Image gray = Images.of(Mode.L, SIZE, Noise.bytes(1, (int) SIZE.pixels()));
        Image back = PillowImage.from(gray, mode).toImage(Mode.L);
        assertThat(back.segment().mismatch(gray.segment())).isEqualTo(-1);
    }

    /** The largest error of all colours: HSV has 255 hues only, and sRGB has few bytes for what LAB has many, and the reverse. */
    @ParameterizedTest
    @CsvSource({"YCBCR, 3", "HSV, 7", "LAB, 46"})
    void everyColorComesBackWithin(PillowMode mode, int bound) {
        Image colors = Images.wrap(Mode.RGB, new ImageSize(4096, 4096), MemorySegment.ofArray(Sources.EVERY_COLOR));
        byte[] back = bytes(PillowImage.from(colors, mode).toImage(Mode.RGB));
        int largest = 0;
        for (int i = 0; i < back.length; i++) {
            largest = Math.max(largest, Math.abs((Sources.EVERY_COLOR[i] & 255) - (back[i] & 255)));
        }
        assertThat(largest).isEqualTo(bound);
    }

    private static byte[] bytes(Image image) {
        return (byte[]) image.segment().heapBase().orElseThrow();
    }

    @Test
    void blackAndWhiteAreNoInkAndBlackInk() {
        PillowImage image = PillowImage.of(PillowMode.BILEVEL, new ImageSize(2, 1), new byte[] {0, (byte) 255});
        Image inks = image.toImage(Mode.CMYK);
        assertThat(inks.pixel(0, 0).toArray()).containsExactly(0, 0, 0, 255);
        assertThat(inks.pixel(1, 0).toArray()).containsExactly(0, 0, 0, 0);
        Image wide = image.toImage(Mode.CMYK64);
        assertThat(wide.pixel(0, 0).toArray()).containsExactly(0, 0, 0, 65_535);
        assertThat(wide.pixel(1, 0).toArray()).containsExactly(0, 0, 0, 0);
        PillowImage back = PillowImage.from(inks, PillowMode.BILEVEL);
        assertThat(back.segment().mismatch(image.segment())).isEqualTo(-1);
    }
}
