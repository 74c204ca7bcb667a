package dev.imagemill.transform.engine;

import static dev.imagemill.transform.engine.Rendering.assertEqual;
import static dev.imagemill.transform.engine.Rendering.bytes;
import static dev.imagemill.transform.engine.Rendering.outcome;
import static dev.imagemill.transform.engine.Rendering.refusal;
import static dev.imagemill.transform.engine.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.function.TextFunction;
import dev.imagemill.contract.function.ValueFunction;
import dev.imagemill.contract.function.ValueTable;
import dev.imagemill.contract.pipeline.Clip;
import dev.imagemill.contract.pipeline.Component;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.MapValues;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Split;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MapStepTest {
    private static final Image PICTURE = Pictures.photograph(60, 40);

    private static MapValues map(String... functions) {
        return new MapValues(functions(functions), true);
    }

    private static List<ValueFunction> functions(String... functions) {
        return Arrays.stream(functions).<ValueFunction>map(TextFunction::parse).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "L16", "LA", "LA32", "RGB", "RGB48", "RGBA", "RGBA64"})
    void mapsEveryComponentByOneFunction(Mode mode) {
        Image source = PICTURE.convert(mode);
        long max = mode.maxValue();
        assertEqual(render(source, map("max - v")), source.point(v -> max - v));
        assertEqual(render(source, map("invert")), source.point(v -> max - v));
        assertEqual(
                render(source, new Rotate(90), map("v / 2 + 0.25")),
                source.point(v -> v / 2.0 + 0.25).rotate90());
    }

    @Test
    void mapsEachComponentByItsOwn() {
        Image source = PICTURE.convert(Mode.RGBA64);
        assertEqual(
                render(source, map("v", "v * 0.5", "levels(0.2, 0.8)", "max / 2")),
                source.point(
                        v -> v, v -> v * 0.5, v -> (v / 65535.0 - 0.2) / 0.6000000000000001 * 65535, v -> 32767.5));
    }

    @Test
    void leavesAlphaWhereItIsToldTo() {
        MapValues spare = new MapValues(functions("invert"), false);
        MapValues each = new MapValues(functions("invert", "v", "0"), false);
        Image clear = Images.filled(Mode.RGBA, new ImageSize(5, 5), 10, 20, 30, 40);
        assertThat(render(clear, spare).pixel(2, 2).value()).containsExactly(245, 235, 225, 40);
        assertThat(render(clear, each).pixel(2, 2).value()).containsExactly(245, 20, 0, 40);
        assertThat(render(clear, map("invert")).pixel(2, 2).value()).containsExactly(245, 235, 225, 215);
        assertEqual(render(PICTURE, spare), PICTURE.point(v -> 255 - v));
        assertEqual(render(PICTURE, each), PICTURE.point(v -> 255 - v, v -> v, v -> 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v * 3 - 200          | 0   | 0
            v * 3 - 200          | 100 | 100
            v * 3 - 200          | 200 | 255
            v + 0.5              | 7   | 8
            v + 0.49             | 7   | 7
            v - 0.5              | 7   | 7
            v - 0.51             | 7   | 6
            1 / (v - 7)          | 7   | 255
            log(v)               | 0   | 0
            if(v % 2 == 1, v, 0) | 7   | 7
            """)
    void roundsHalvesUpAndLimits(String function, int value, int expected) {
        Image source = Images.filled(Mode.L, new ImageSize(1, 1), value);
        assertThat(render(source, map(function)).component(0, 0, 0)).isEqualTo(expected);
    }

    @Test
    void scalesATableToTheDepth() {
        ValueTable squares = new ValueTable(
                IntStream.range(0, 256).mapToObj(i -> i * i / 255.0).toList());
        MapValues map = new MapValues(List.of(squares), true);
        Image deep = PICTURE.convert(Mode.RGB48).point(v -> v + 100);
        assertEqual(render(PICTURE, map), PICTURE.point(v -> v * v / 255.0));
        Image expected = deep.point(v -> 65535 * (v / 65535.0) * (v / 65535.0));
        assertThat(Pictures.psnr(render(deep, map), expected)).isGreaterThan(98);
    }

    @Test
    void mapsBeforeItScales() {
        Image noise = Images.create(Mode.L, new ImageSize(320, 320));
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 320; y++) {
                noise.setComponent(x, y, 0, (x + y) % 2 == 0 ? 90 : 140);
            }
        }
        Image result = render(noise, map("threshold(0.5)"), Scale.inside(20, 20));
        assertThat(result.component(10, 10, 0)).isBetween(125L, 130L);
    }

    @Test
    void mapsPlanesAndClipsThem() {
        Image source = PICTURE.convert(Mode.YV12);
        Image luma =
                render(PICTURE, new Convert(Mode.YV12), map("v * 2", "v", "v"), new Clip(), new Split(Component.Y));
        assertEqual(luma, source.split().getFirst().point(v -> Math.clamp(v * 2, 16, 235)));
        Image beyond = render(PICTURE, new Convert(Mode.YV12), map("v * 2", "v", "v"), new Split(Component.Y));
        assertEqual(beyond, source.split().getFirst().point(v -> v * 2));
        Image all = render(PICTURE, new Convert(Mode.YV12), map("255 - v"), new Split(Component.CB));
        assertEqual(all, source.split().get(2).point(v -> 255 - v));
    }

    @Test
    void mapsValuesOf32Bits() {
        byte[] tiff = TiffFiles.grey32(2, 1, 65_536L * 65_535, 65_536L * 100);
        Image result = Pictures.decode(bytes(outcome(tiff, OutputFormat.PNG, map("invert"))));
        assertThat(result.component(0, 0, 0)).isEqualTo(1);
        assertThat(result.component(1, 0, 0)).isEqualTo(65_435);
    }

    @Test
    void refusesAnotherNumberOfFunctions() {
        var problem = refusal(PICTURE.convert(Mode.RGBA), map("v", "v", "v"));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
        assertThat(problem.pointer()).isEqualTo("/operations/0/functions");
        assertThat(problem.detail()).contains("mode RGBA", "1 function or 4", "r, g, b, a", "not by 3");
        assertThat(refusal(PICTURE, map("v", "v")).detail()).contains("1 function or 3");
        assertThat(refusal(PICTURE.convert(Mode.LA), new MapValues(functions("v", "v"), false))
                        .detail())
                .contains("1 function or 1");
    }

    @Test
    void refusesAFunctionThatHasNoNumberForSomeValue() {
        var problem = refusal(PICTURE, map("v", "sqrt(v - 10)", "v"));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
        assertThat(problem.pointer()).isEqualTo("/operations/0/functions/1");
        assertThat(problem.detail()).contains("no number for 0");
        byte[] tiff = TiffFiles.grey32(2, 1, 1, 2);
        assertThat(outcome(tiff, OutputFormat.PNG, map("0 / 0"))).isInstanceOf(Outcome.Refused.class);
        assertThat(refusal(PICTURE, new MapValues(Collections.nCopies(3, TextFunction.parse("log(0-1)")), true)))
                .isNotNull();
    }
}
