package dev.imagemill.benchmark.photograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistinctCopyTest {
    @Test
    void isAnotherFileOfTheSamePixels() {
        Image picture = Scene.STREET.paint(new ImageSize(64, 48));
        for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP)) {
            byte[] file = Codec.encode(picture, EncodeOptions.of(format));
            for (String text : List.of("odd", "even")) {
                byte[] copy = DistinctCopy.of(file, text);
                assertThat(copy).as("%s", format).isNotEqualTo(file);
                assertThat(pixels(copy)).as("%s", format).isEqualTo(pixels(file));
            }
        }
    }

    @Test
    void refusesWhatHasNoPlaceForAText() {
        byte[] gif = Codec.encode(Scene.LAKE.paint(new ImageSize(8, 8)), EncodeOptions.of(ImageFormat.GIF));
        assertThatThrownBy(() -> DistinctCopy.of(gif, "text")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] pixels(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            return decoded.image().segment().toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
