package dev.imagemill.transform.engine;

import static dev.imagemill.transform.engine.Rendering.assertEqual;
import static dev.imagemill.transform.engine.Rendering.bytes;
import static dev.imagemill.transform.engine.Rendering.outcome;
import static dev.imagemill.transform.engine.Rendering.refusal;
import static dev.imagemill.transform.engine.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Gamma;
import dev.imagemill.contract.pipeline.Matrix;
import dev.imagemill.contract.pipeline.Normalize;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ToneStepsTest {
    private static final Matrix SEPIA =
            new Matrix(List.of(0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131));
    private static final Image PICTURE = Pictures.photograph(61, 43);

    /** A picture of every value, with alpha where the mode has it. */
    private static Image ramp(Mode mode) {
        Image image = Images.create(mode, new ImageSize(256, 3));
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 3; y++) {
                for (int c = 0; c < mode.components(); c++) {
                    image.setComponent(x, y, c, (x + 85L * c + 17L * y) % 256 * mode.maxValue() / 255);
                }
            }
        }
        return image;
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "L16", "LA", "LA32", "RGB", "RGB48", "RGBA", "RGBA64"})
    void raisesEveryComponentButAlphaToAPower(Mode mode) {
        Image source = ramp(mode);
        Image result = render(source, new Rotate(180), new Gamma(2.2));
        double max = mode.maxValue();
        int colors = mode.components() - (mode.hasAlpha() ? 1 : 0);
        for (int x = 0; x < 256; x++) {
            for (int c = 0; c < mode.components(); c++) {
                long value = source.component(x, 1, c);
                long expected = c < colors ? Math.round(max * Math.pow(value / max, 1 / 2.2)) : value;
                assertThat(result.component(255 - x, 1, c)).isEqualTo(expected);
            }
        }
    }

    @Test
    void darkensByAGammaBelowOne() {
        assertThat(render(ramp(Mode.L), new Gamma(0.5)).component(128, 0, 0)).isEqualTo(64);
        assertEqual(render(PICTURE, new Gamma(1)), PICTURE);
    }

    @Test
    void changesTonesBeforeTheyAreAveraged() {
        Image lines = Images.create(Mode.L, new ImageSize(400, 400));
        for (int x = 0; x < 400; x += 2) {
            for (int y = 0; y < 400; y++) {
                lines.setComponent(x, y, 0, 100);
            }
        }
        Image before = render(lines, new Gamma(3), Scale.inside(40, 40));
        Image after = render(lines, Scale.inside(40, 40), new Gamma(3));
        assertThat(before.component(20, 20, 0)).isBetween(92L, 95L);
        assertThat(after.component(20, 20, 0)).isBetween(146L, 150L);
        Image jpeg = Pictures.decode(
                bytes(outcome(Pictures.jpeg(lines), OutputFormat.PNG, new Gamma(3), Scale.inside(40, 40))));
        assertThat(jpeg.component(20, 20, 0)).isBetween(90L, 97L);
    }

    /** Sepia's usual definition; each factor of grey, then the same of a photograph. */
    @Test
    void turnsPicturesBrown() {
        Image result = render(PICTURE, SEPIA);
        for (int y = 0; y < 43; y++) {
            for (int x = 0; x < 61; x++) {
                long r = PICTURE.component(x, y, 0);
                long g = PICTURE.component(x, y, 1);
                long b = PICTURE.component(x, y, 2);
                assertThat(result.component(x, y, 0)).isEqualTo(limited(0.393 * r + 0.769 * g + 0.189 * b));
                assertThat(result.component(x, y, 1)).isEqualTo(limited(0.349 * r + 0.686 * g + 0.168 * b));
                assertThat(result.component(x, y, 2)).isEqualTo(limited(0.272 * r + 0.534 * g + 0.131 * b));
            }
        }
    }

    private static long limited(double value) {
        return Math.min(255, Math.round(value));
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "L16", "LA", "LA32"})
    void makesGreyColouredToMixIt(Mode mode) {
        Image source = ramp(mode);
        Image result = render(source, SEPIA);
        assertThat(result.mode()).isEqualTo(Light.coloured(mode));
        double grey = source.component(100, 0, 0);
        assertThat((double) result.component(100, 0, 2)).isCloseTo(grey * 0.937, within(0.5));
        if (mode.hasAlpha()) {
            assertThat(result.component(100, 0, 3)).isEqualTo(source.component(100, 0, 1));
        }
    }

    @Test
    void addsOffsetsAsFractionsOfTheRange() {
        Matrix negative = new Matrix(List.of(-1.0, 0.0, 0.0, 1.0, 0.0, -1.0, 0.0, 1.0, 0.0, 0.0, -1.0, 1.0));
        assertEqual(render(PICTURE, negative), PICTURE.point(v -> 255 - v));
        Image deep = PICTURE.convert(Mode.RGB48);
        assertEqual(render(deep, negative), deep.point(v -> 65535 - v));
    }

    static Stream<Image> pictures() {
        Image image = Pictures.photograph(203, 101);
        Image faint = image.point(v -> 60 + v * 0.3);
        return Stream.of(
                image,
                faint,
                faint.convert(Mode.L),
                faint.convert(Mode.RGB48),
                faint.convert(Mode.L16),
                ramp(Mode.RGB));
    }

    /** The luminances sorted, instead of counted. */
    @ParameterizedTest
    @MethodSource("pictures")
    void stretchesContrastBetweenPercentiles(Image source) {
        for (double[] part : new double[][] {{1, 99}, {0, 100}, {10, 51}, {2.5, 97.5}}) {
            Mode grey = source.bitsPerComponent() == 8 ? Mode.L : Mode.L16;
            long[] sorted = values(source.convert(grey), 0).sorted().toArray();
            double dark = sorted[(int) (sorted.length * part[0] / 100)];
            double light = sorted[sorted.length - 1 - (int) (sorted.length * (100 - part[1]) / 100)];
            double max = source.mode().maxValue();
            Image expected = source.point(v -> (v - dark) * max / (light - dark));
            assertEqual(render(source, new Normalize(part[0], part[1])), expected);
        }
    }

    private static LongStream values(Image image, int component) {
        return IntStream.range(0, (int) image.size().pixels())
                .mapToLong(i -> image.component(
                        i % image.size().width(), i / image.size().width(), component));
    }

    @Test
    void countsOnlyPixelsThatCanBeSeen() {
        Image source = Images.filled(Mode.RGBA, new ImageSize(100, 10), 0, 255, 0, 0);
        for (int x = 0; x < 50; x++) {
            for (int y = 0; y < 10; y++) {
                source.setPixel(x, y, 50 + x, 50 + x, 50 + x, 1 + x);
            }
        }
        Image result = render(source, new Normalize(0, 100));
        assertThat(result.component(0, 0, 0)).isZero();
        assertThat(result.component(49, 0, 0)).isEqualTo(255);
        assertThat(result.component(10, 0, 0)).isEqualTo(Math.round(10 * 255 / 49.0));
        assertThat(values(result, 3).toArray()).isEqualTo(values(source, 3).toArray());
        Image hidden = Images.filled(Mode.LA, new ImageSize(9, 9), 100, 0);
        assertEqual(render(hidden, new Normalize(1, 99)), hidden);
    }

    @Test
    void leavesWhatHasNoContrast() {
        Image flat = Images.filled(Mode.L, new ImageSize(40, 40), 99);
        flat.setComponent(3, 3, 0, 101);
        assertEqual(render(flat, new Normalize(0, 100)), flat);
        flat.setComponent(3, 3, 0, 102);
        assertThat(render(flat, new Normalize(0, 100)).component(3, 3, 0)).isEqualTo(255);
    }

    @Test
    void stretchesValuesOf32Bits() {
        long[] values = {70_000, 70_001, 75_000, 80_000, 4_000_000, 140_000};
        byte[] tiff = TiffFiles.grey32(3, 2, values);
        Image result = Pictures.decode(bytes(outcome(tiff, OutputFormat.PNG, new Normalize(0, 81))));
        assertThat(result.mode()).isEqualTo(Mode.L16);
        long[] expected = Arrays.stream(values)
                .map(v -> Math.min(65535, Math.round((v - 70_000) * 65535.0 / 70_000)))
                .toArray();
        assertThat(values(result, 0).toArray()).isEqualTo(expected);
    }

    @Test
    void scalesValuesOf32BitsOnceTheyAreOf16() {
        byte[] tiff = TiffFiles.grey32(
                64, 64, IntStream.range(0, 4096).mapToLong(i -> i * 1_000_000L).toArray());
        Image result =
                Pictures.decode(bytes(outcome(tiff, OutputFormat.PNG, new Convert(Mode.L16), Scale.inside(8, 8))));
        assertThat(result.component(4, 4, 0)).isBetween(34_000L, 40_000L);
    }

    @ParameterizedTest
    @EnumSource(names = {"CMYK", "CMYK64", "YV12", "JPEG_YV12"})
    void refusesInkAndVideo(Mode mode) {
        Image source = Pictures.photograph(60, 40);
        for (Operation operation : List.of(new Gamma(2), new Normalize(1, 99), SEPIA)) {
            var problem = refusal(source, new Convert(mode), operation);
            assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
            assertThat(problem.pointer()).isEqualTo("/operations/1");
            assertThat(problem.detail()).contains(operation.op() + " is for grey and RGB", mode.name());
        }
    }
}
