package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorSpaceTest {
    private static final ImageSize SIZE = new ImageSize(24, 16);

    /** From linear sRGB to linear Display P3, both of white D65; SMPTE EG 432-1 and IEC 61966-2-1. */
    private static final double[][] TO_P3 = {
        {0.8224620, 0.1775380, 0.0},
        {0.0331942, 0.9668058, 0.0},
        {0.0170827, 0.0723974, 0.9105199}
    };

    @Test
    void bringsColoursToDisplayP3AsItsDefinitionSays() {
        Image srgb = Pictures.waves(Mode.RGB48, 24, 16);
        Image p3 = Codec.convert(srgb, Optional.empty(), ColorProfile.Space.DISPLAY_P3);
        assertThat(p3.mode()).isEqualTo(Mode.RGB48);
        for (int i = 0; i < 24 * 16; i++) {
            for (int c = 0; c < 3; c++) {
                double light = 0;
                for (int from = 0; from < 3; from++) {
                    light += TO_P3[c][from] * ToneCurve.srgb(srgb.component(i % 24, i / 24, from) / 65_535.0);
                }
                double expected = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
                assertThat(p3.component(i % 24, i / 24, c) / 65_535.0)
                        .isCloseTo(expected, org.assertj.core.api.Assertions.within(1.5 / 255));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"RGB", "RGB48", "RGBA", "RGBA64"})
    void comesBackFromDisplayP3(Mode mode) {
        Image image = Pictures.waves(mode, 24, 16);
        Image p3 = Codec.convert(image, Optional.empty(), ColorProfile.Space.DISPLAY_P3);
        Image back = Codec.convert(p3, Optional.of(ColorProfile.Space.DISPLAY_P3.profile()), ColorProfile.Space.SRGB);
        assertThat(back.mode()).isEqualTo(mode);
        assertThat(Pictures.psnr(back, image)).isGreaterThan(45);
        if (mode.hasAlpha()) {
            assertThat(p3.component(20, 3, 3)).isEqualTo(image.component(20, 3, 3));
        }
    }

    /** The JDK has a colour management of its own. It leaves black as deep as ink has it, where ours makes it black; lights agree. */
    @Test
    void readsInkAsTheJdkDoes() {
        ICC_ColorSpace ink = new ICC_ColorSpace(
                ICC_Profile.getInstance(ColorProfile.Space.CMYK.profile().toArray()));
        Image image = Pictures.waves(Mode.CMYK, 24, 16).point(v -> v, v -> v, v -> v, v -> Math.floorDiv(v, 5L));
        Image rgb = Codec.convert(image, Optional.of(ColorProfile.Space.CMYK.profile()), ColorProfile.Space.SRGB);
        double sum = 0;
        for (int i = 0; i < 24 * 16; i++) {
            float[] inks = new float[4];
            for (int c = 0; c < 4; c++) {
                inks[c] = image.component(i % 24, i / 24, c) / 255f;
            }
            float[] expected = ink.toRGB(inks);
            for (int c = 0; c < 3; c++) {
                double difference = Math.abs(rgb.component(i % 24, i / 24, c) - 255.0 * expected[c]);
                assertThat(difference).as("pixel %d component %d", i, c).isLessThan(45);
                sum += difference;
            }
        }
        assertThat(sum / (24.0 * 16 * 3)).isLessThan(10);
    }

    @Test
    void makesInkThatLooksTheSame() {
        Image muted = Images.filled(Mode.RGB48, SIZE, 0x9000, 0x7000, 0x6000);
        Image ink = Codec.convert(muted, Optional.empty(), ColorProfile.Space.CMYK);
        assertThat(ink.mode()).isEqualTo(Mode.CMYK64);
        Image back = Codec.convert(ink, Optional.empty(), ColorProfile.Space.SRGB);
        for (int c = 0; c < 3; c++) {
            assertThat(Math.abs(back.component(5, 5, c) - muted.component(5, 5, c)))
                    .isLessThan(0x1400);
        }
    }

    @Test
    void keepsGreyGreyAndMakesGreyOfLightness() {
        Image grey = Pictures.waves(Mode.L16, 24, 16);
        assertThat(Pictures.bytes(
                        Codec.toGrey(Codec.convert(grey, Optional.empty(), ColorProfile.Space.SRGB), Optional.empty())))
                .hasSize(24 * 16 * 2);
        Image green = Images.filled(Mode.RGB, SIZE, 0, 255, 0);
        // Y of sRGB's green is 0.7152, which its curve encodes as 220.
        assertThat(Codec.toGrey(green, Optional.empty()).component(3, 3, 0)).isBetween(218L, 222L);
    }

    @Test
    void knowsWhichPixelsAProfileIsFor() {
        ColorProfile ink = ColorProfile.Space.CMYK.profile();
        assertThat(ink.fits(Mode.CMYK64)).isTrue();
        assertThat(ink.fits(Mode.RGB)).isFalse();
        assertThat(ColorProfile.Space.DISPLAY_P3.profile().fits(Mode.RGBA64)).isTrue();
        assertThat(ColorProfile.unlessSrgb(ColorProfile.Space.SRGB.profile().toArray()))
                .isEmpty();
    }

    /** The same profile by the two ways there are: through libvips' own, and as if it were somebody's. */
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"L", "RGB", "RGB48"})
    void separatesAlikeForTheSameProfile(Mode mode) {
        Image image = Pictures.waves(mode, 24, 16);
        ColorProfile own = Codec.inkProfile(ColorProfile.Space.CMYK.profile().toArray());
        Image expected = Codec.convert(image, Optional.empty(), ColorProfile.Space.CMYK);
        Image ink = Codec.convert(image, Optional.empty(), own);
        assertThat(ink.mode()).isEqualTo(expected.mode());
        assertThat(Pictures.psnr(ink, expected)).isGreaterThan(40);
    }

    @Test
    void keepsInksThatAreInTheProfileAlready() {
        Image ink = Pictures.waves(Mode.CMYK, 24, 16);
        ColorProfile own = Codec.inkProfile(ColorProfile.Space.CMYK.profile().toArray());
        assertThat(Codec.convert(ink, Optional.of(own), own)).isSameAs(ink);
        assertThat(Codec.convert(ink, Optional.empty(), own)).isSameAs(ink);
    }

    @Test
    void refusesWhatIsNoProfileOfAnInk() {
        byte[] ink = ColorProfile.Space.CMYK.profile().toArray();
        for (byte[] rubbish : java.util.List.of(
                new byte[0],
                java.util.Arrays.copyOf(ink, ink.length / 2),
                ColorProfile.Space.SRGB.profile().toArray())) {
            assertThatThrownBy(() -> Codec.inkProfile(rubbish)).isInstanceOf(UnsupportedImage.class);
        }
    }

    @Test
    void refusesInkWithAlpha() {
        assertThatThrownBy(
                        () -> Codec.convert(Pictures.waves(Mode.RGBA, 8, 8), Optional.empty(), ColorProfile.Space.CMYK))
                .isInstanceOf(UnsupportedImage.class);
    }
}
