package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ColorTest {
    private static final Offset<Long> NEAR = Offset.offset(3L);

    private static byte[] jpeg(Mode mode, long... color) {
        Image image = Images.filled(mode, new ImageSize(32, 32), color);
        return Codec.encode(image, EncodeOptions.of(ImageFormat.JPEG).withQuality(100));
    }

    private static byte[] profile(int colorSpace) {
        return ICC_Profile.getInstance(colorSpace).getData();
    }

    @Test
    void convertsThroughTheEmbeddedProfile() {
        byte[] file = JpegFiles.withProfile(jpeg(Mode.RGB, 128, 128, 128), profile(ColorSpace.CS_LINEAR_RGB));
        // Half of linear light is 188 in sRGB.
        assertThat(Pictures.decoded(file).component(9, 9, 0)).isCloseTo(188L, NEAR);
        Image stored = Pictures.decoded(file, DecodeOptions.DEFAULT.withToSrgb(false));
        assertThat(stored.component(9, 9, 0)).isCloseTo(128L, NEAR);
    }

    @Test
    void leavesSrgbAsItIs() {
        byte[] file = jpeg(Mode.RGB, 200, 100, 50);
        byte[] marked = JpegFiles.withProfile(file, profile(ColorSpace.CS_sRGB));
        assertThat(Codec.probe(marked, Limits.DEFAULT).hasIccProfile()).isTrue();
        assertThat(Pictures.bytes(Pictures.decoded(marked))).isEqualTo(Pictures.bytes(Pictures.decoded(file)));
    }

    @Test
    void losesNothingByLeavingSrgbAsItIs() {
        // A curve that is off by one part in 255 is converted, so this is what conversion of sRGB itself would have
        // done.
        byte[] nearly = IccProfiles.srgb()
                .curves(IccProfiles.table(1024, v -> Math.pow((v + 0.06) / 1.06, 2.42)))
                .bytes();
        assertThat(new IccProfile(nearly).isSrgb()).isFalse();
        byte[] file = jpeg(Mode.RGB, 200, 100, 50);
        Image converted = Pictures.decoded(JpegFiles.withProfile(file, nearly));
        Image left = Pictures.decoded(file);
        for (int c = 0; c < 3; c++) {
            assertThat(converted.component(9, 9, c)).isCloseTo(left.component(9, 9, c), NEAR);
        }
    }

    @Test
    void keepsGreyGreyThroughAProfile() {
        byte[] file = JpegFiles.withProfile(jpeg(Mode.L, 128), profile(ColorSpace.CS_GRAY));
        Image image = Pictures.decoded(file);
        assertThat(image.mode()).isEqualTo(Mode.L);
        assertThat(Codec.probe(file, Limits.DEFAULT).mode()).isEqualTo(Mode.L);
        // The JDK's grey profile is linear.
        assertThat(image.component(9, 9, 0)).isCloseTo(188L, NEAR);
    }

    @Test
    void leavesAProfileAsideThatDoesNotFit() {
        byte[] file = JpegFiles.withProfile(jpeg(Mode.L, 128), profile(ColorSpace.CS_LINEAR_RGB));
        assertThat(Pictures.decoded(file).component(9, 9, 0)).isCloseTo(128L, NEAR);
        byte[] garbage = new byte[600];
        Arrays.fill(garbage, (byte) 'x');
        byte[] broken = JpegFiles.withProfile(jpeg(Mode.RGB, 200, 100, 50), garbage);
        assertThat(Pictures.decoded(broken).component(9, 9, 0)).isCloseTo(200L, NEAR);
    }

    @Test
    void mixesInksToTheColoursThatPeopleSee() {
        assertInk(new long[] {0, 0, 0, 0}, 255, 255, 255, 12);
        assertInk(new long[] {0, 0, 0, 255}, 35, 31, 32, 40);
        assertInk(new long[] {255, 0, 0, 0}, 0, 174, 239, 60);
        assertInk(new long[] {0, 255, 255, 0}, 237, 28, 36, 60);
    }

    private static void assertInk(long[] ink, long red, long green, long blue, long tolerance) {
        for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.TIFF}) {
            Image inked = Images.filled(Mode.CMYK, new ImageSize(16, 16), ink);
            byte[] file = Codec.encode(inked, EncodeOptions.of(format).withQuality(100));
            Image image = Pictures.decoded(file);
            assertThat(image.mode()).isEqualTo(Mode.RGB);
            assertThat(image.component(4, 4, 0)).isCloseTo(red, Offset.offset(tolerance));
            assertThat(image.component(4, 4, 1)).isCloseTo(green, Offset.offset(tolerance));
            assertThat(image.component(4, 4, 2)).isCloseTo(blue, Offset.offset(tolerance));
            Image stored = Pictures.decoded(file, DecodeOptions.DEFAULT.withToSrgb(false));
            assertThat(stored.mode()).isEqualTo(Mode.CMYK);
            assertThat(stored.component(4, 4, 0)).isCloseTo(ink[0], NEAR);
            assertThat(stored.component(4, 4, 3)).isCloseTo(ink[3], NEAR);
        }
    }
}
