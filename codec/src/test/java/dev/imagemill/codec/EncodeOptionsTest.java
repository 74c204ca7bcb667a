package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeOptionsTest {
    @ParameterizedTest
    @MethodSource("dev.imagemill.codec.Pictures#written")
    void startsFromTheFormatsDefaults(ImageFormat format) {
        EncodeOptions options = EncodeOptions.of(format);
        assertThat(options.quality()).isEqualTo(format.defaultQuality());
        assertThat(options.effort()).isEqualTo(format.effort().usual());
        assertThat(ImageFormat.parse(format.id())).isEqualTo(format);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        EncodeOptions options = EncodeOptions.of(ImageFormat.WEBP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withQuality(0))
                .withMessageContaining("1..100");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withQuality(101));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withEffort(7))
                .withMessage("effort of webp is 7, expected 0..6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncodeOptions.of(ImageFormat.SVG))
                .withMessageContaining("read only");
        assertThatIllegalArgumentException().isThrownBy(() -> ImageFormat.parse("JPEG"));
    }
}
