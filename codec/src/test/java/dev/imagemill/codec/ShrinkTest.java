package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShrinkTest {
    private static DecodeOptions atLeast(int width, int height) {
        return DecodeOptions.DEFAULT.withAtLeast(new ImageSize(width, height));
    }

    private static byte[] file(ImageFormat format, Mode mode, int width, int height) {
        return Codec.encode(
                Pictures.waves(mode, width, height), EncodeOptions.of(format).withQuality(95));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 300, 400, 300", "401, 300, 801, 601", "200, 150, 200, 150", "201, 150, 400, 300", "100, 75, 100, 75",
        "101, 75, 200, 150", "100, 76, 200, 150", "1, 1, 100, 75", "801, 1, 801, 601", "5000, 5000, 801, 601"
    })
    void shrinksJpegAsFarAsTheHintAllows(int hintWidth, int hintHeight, int width, int height) {
        Image image = Pictures.decoded(file(ImageFormat.JPEG, Mode.RGB, 801, 601), atLeast(hintWidth, hintHeight));
        assertThat(image.size()).isEqualTo(new ImageSize(width, height));
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"})
    void neverGoesBelowTheHintAndComesNearIt(ImageFormat format) {
        byte[] file = file(format, Mode.RGB, 397, 251);
        for (int side = 1; side < 500; side += 23) {
            Image image = Pictures.decoded(file, atLeast(side, Math.max(1, side / 2)));
            assertThat(image.size().width()).as("hint %d", side).isGreaterThanOrEqualTo(Math.min(side, 397));
            assertThat(image.size().height()).as("hint %d", side).isGreaterThanOrEqualTo(Math.min(side / 2, 251));
            assertThat(image.size().width()).isLessThanOrEqualTo(Math.max(50, Math.min(397, side * 4)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "PNG", "WEBP", "AVIF", "TIFF"})
    void looksLikeTheWholeImageResized(ImageFormat format) {
        byte[] file = file(format, Mode.RGB, 640, 480);
        ImageSize small = new ImageSize(80, 60);
        Image hinted = Pictures.decoded(file, atLeast(80, 60)).resize(small, Filter.LANCZOS);
        Image whole = Pictures.decoded(file).resize(small, Filter.LANCZOS);
        assertThat(Pictures.psnr(whole, hinted)).isGreaterThan(38);
    }

    @Test
    void keepsSixteenBitsAndAlphaWhileItShrinks() {
        byte[] file = file(ImageFormat.PNG, Mode.RGBA64, 640, 480);
        ImageSize small = new ImageSize(80, 60);
        Image hinted = Pictures.decoded(file, atLeast(80, 60));
        assertThat(hinted.mode()).isEqualTo(Mode.RGBA64);
        assertThat(hinted.size()).isEqualTo(new ImageSize(160, 120));
        Image whole = Pictures.decoded(file).resize(small, Filter.BOX);
        assertThat(Pictures.psnr(whole, hinted.resize(small, Filter.BOX))).isGreaterThan(38);
    }

    @Test
    void doesNotBleedTheColourOfTransparentPixels() {
        Image image = dev.imagemill.imageop.Images.filled(Mode.RGBA, new ImageSize(400, 400), 0, 255, 0, 0);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 203; x++) {
                image.setComponent(x, y, 0, 255);
                image.setComponent(x, y, 1, 0);
                image.setComponent(x, y, 3, 255);
            }
        }
        byte[] file = Codec.encode(image, EncodeOptions.of(ImageFormat.PNG));
        Image hinted = Pictures.decoded(file, atLeast(20, 20));
        for (int x = 0; x < hinted.size().width(); x++) {
            if (hinted.component(x, 5, 3) > 0) {
                assertThat(hinted.component(x, 5, 1)).as("green at %d", x).isZero();
                assertThat(hinted.component(x, 5, 0)).as("red at %d", x).isEqualTo(255);
            }
        }
    }

    @Test
    void drawsSvgSmallerButNotBelowTheHint() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' width='331' height='217'/>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int side = 3; side < 400; side += 13) {
            Image image = Pictures.decoded(svg, atLeast(side, 1));
            assertThat(image.size().width()).isEqualTo(Math.min(side, 331));
        }
    }
}
