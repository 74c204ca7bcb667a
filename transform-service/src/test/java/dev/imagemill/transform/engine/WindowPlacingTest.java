package dev.imagemill.transform.engine;

import static dev.imagemill.transform.engine.Rendering.assertEqual;
import static dev.imagemill.transform.engine.Rendering.bytes;
import static dev.imagemill.transform.engine.Rendering.outcome;
import static dev.imagemill.transform.engine.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.Focus;
import dev.imagemill.contract.pipeline.Gravity;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a window lies that the pixels or a focus place, on pictures whose interesting part is known. */
class WindowPlacingTest {
    private static Scale cover(int width, int height, Gravity gravity) {
        return new Scale(width, height, null, Fit.COVER, Kernel.BOX, false, gravity, Color.BLACK);
    }

    /** A steep gradient, and faint noise in a square of 60 pixels around the point. */
    private static Image noiseAt(int width, int height, int x, int y) {
        Random random = new Random(5);
        return grey(width, height, (column, row) -> {
            int light = 20 + 200 * column / width + 20 * row / height;
            boolean inside = Math.abs(column - x) < 30 && Math.abs(row - y) < 30;
            return inside ? light + random.nextInt(21) - 10 : light;
        });
    }

    private static Image grey(int width, int height, IntBinaryOperator light) {
        Image image = Images.create(Mode.L, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setComponent(x, y, 0, light.applyAsInt(x, y));
            }
        }
        return image;
    }

    /** A disc of a colour on something grey with coarse texture. */
    private static Image discAt(int x, int y, int red, int green, int blue) {
        Image image = Images.create(Mode.RGB, new ImageSize(600, 240));
        Random random = new Random(8);
        for (int row = 0; row < 240; row++) {
            for (int column = 0; column < 600; column++) {
                if (Math.hypot(column - x, row - y) < 26) {
                    int shade = random.nextInt(9);
                    image.setPixel(column, row, red - shade, green - shade, blue - shade);
                } else {
                    int light = 120 + 10 * ((column / 20 + row / 20) % 2);
                    image.setPixel(column, row, light, light, light);
                }
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"40, 100", "150, 60", "300, 170", "430, 30", "560, 200"})
    void entropyKeepsTheNoiseAmongShades(int x, int y) {
        Image source = noiseAt(600, 240, x, y);
        Image wide = render(source, cover(240, 240, Gravity.ENTROPY));
        assertThat(wide.size()).isEqualTo(new ImageSize(240, 240));
        assertThat(roughness(wide)).isGreaterThan(0.95 * roughness(source));
        Image high = render(source.rotate90(), cover(240, 240, Gravity.ENTROPY));
        assertThat(roughness(high)).isGreaterThan(0.95 * roughness(source));
    }

    /** Second differences, which shades do not have. */
    private static double roughness(Image image) {
        double sum = 0;
        for (int y = 0; y < image.size().height(); y++) {
            for (int x = 1; x < image.size().width() - 1; x++) {
                long bend = 2 * image.component(x, y, 0) - image.component(x - 1, y, 0) - image.component(x + 1, y, 0);
                sum += Math.abs(bend) > 4 ? Math.abs(bend) : 0;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        "60, 120, 220, 30, 40",
        "180, 60, 224, 172, 138",
        "300, 120, 20, 160, 40",
        "450, 200, 141, 85, 60",
        "560, 40, 30, 60, 230"
    })
    void attentionKeepsSkinAndStrongColours(int x, int y, int red, int green, int blue) {
        Image source = discAt(x, y, red, green, blue);
        Image result = render(source, cover(240, 240, Gravity.ATTENTION));
        assertThat(result.size()).isEqualTo(new ImageSize(240, 240));
        long all = coloured(source);
        assertThat(coloured(result)).isGreaterThan(all * 97 / 100);
        // In the middle, as far as the edges allow.
        int expected = Math.clamp(x - 120, 0, 360);
        assertThat(offset(source, result)).isBetween(expected - 12, expected + 12);
    }

    @Test
    void attentionPrefersDetailToAnEvenSurface() {
        Image source =
                grey(500, 200, (x, y) -> x > 380 && x < 440 && y > 60 && y < 120 ? 255 * ((x / 4 + y / 4) % 2) : 128);
        Image result = render(source, cover(200, 200, Gravity.ATTENTION));
        assertThat(roughness(result)).isGreaterThan(0.99 * roughness(source));
    }

    private static long coloured(Image image) {
        long count = 0;
        for (int y = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++) {
                long red = image.component(x, y, 0);
                long green = image.component(x, y, 1);
                long blue = image.component(x, y, 2);
                count += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 30 ? 1 : 0;
            }
        }
        return count;
    }

    /** From which column on the source shows what the result shows. */
    private static int offset(Image source, Image result) {
        for (int left = 0; left <= source.size().width() - result.size().width(); left++) {
            Image part =
                    source.crop(left, 0, result.size().width(), result.size().height());
            if (Double.isInfinite(Pictures.psnr(part, result))) {
                return left;
            }
        }
        throw new AssertionError("the result is no part of the source");
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTENTION", "ENTROPY"})
    void findsTheSameInAPictureThatLiesOnItsSide(Gravity gravity) {
        Image source = discAt(480, 120, 224, 172, 138);
        Image turned = render(source, new Rotate(90), cover(240, 240, gravity));
        Image upright = render(source, cover(240, 240, gravity));
        assertThat(coloured(turned)).isEqualTo(coloured(upright));
        byte[] jpeg = Pictures.withOrientation(Pictures.jpeg(source), 8);
        Image fromJpeg =
                Pictures.decode(bytes(outcome(jpeg, OutputFormat.PNG, new Autorotate(), cover(120, 120, gravity))));
        assertThat(fromJpeg.size()).isEqualTo(new ImageSize(120, 120));
        assertThat(coloured(fromJpeg)).isGreaterThan(coloured(upright) / 4 * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTENTION", "ENTROPY"})
    void takesTheMiddleOfAnEvenSurface(Gravity gravity) {
        Image even = Images.filled(Mode.RGB, new ImageSize(331, 100), 90, 90, 90);
        even.setComponent(166, 50, 0, 91);
        Image result = render(even, cover(100, 100, gravity));
        // To the pixel of the small copy, which is two of these.
        assertThat(IntStream.rangeClosed(49, 51).filter(x -> result.component(x, 50, 0) == 91))
                .hasSize(1);
        assertEqual(render(even, cover(331, 100, gravity)), even);
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTENTION", "ENTROPY"})
    void ignoresWhatIsHidden(Gravity gravity) {
        Image source = discAt(500, 120, 220, 30, 40).convert(Mode.RGBA);
        Random random = new Random(3);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 200; x++) {
                source.setPixel(x, y, random.nextInt(256), random.nextInt(256), 0, 0);
            }
        }
        Image result = render(source, cover(240, 240, gravity));
        assertThat(result.component(0, 0, 3)).isEqualTo(255);
        assertThat(coloured(result)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "L16", "LA32", "RGB48", "RGBA64"})
    void looksAtEveryMode(Mode mode) {
        Image source = noiseAt(600, 240, 500, 120).convert(mode);
        for (Gravity gravity : new Gravity[] {Gravity.ATTENTION, Gravity.ENTROPY}) {
            Image result = render(source, cover(120, 120, gravity));
            assertThat(result.mode()).isEqualTo(mode);
            assertThat(result.size()).isEqualTo(new ImageSize(120, 120));
        }
    }

    @Test
    void putsAFocusInTheMiddle() {
        Image source = discAt(450, 60, 220, 30, 40);
        Scale focused = new Scale(
                120, 240, null, Fit.COVER, Kernel.BOX, false, Gravity.CENTER, new Focus(0.75, 0.25), Color.BLACK);
        assertEqual(render(source, focused), source.crop(390, 0, 120, 240));
        assertEqual(render(source, new Rotate(180), focused), source.rotate180().crop(390, 0, 120, 240));
    }
}
