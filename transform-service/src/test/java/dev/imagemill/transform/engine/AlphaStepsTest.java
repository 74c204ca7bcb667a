package dev.imagemill.transform.engine;

import static dev.imagemill.transform.engine.Rendering.assertEqual;
import static dev.imagemill.transform.engine.Rendering.refusal;
import static dev.imagemill.transform.engine.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.pipeline.Alpha;
import dev.imagemill.contract.pipeline.Clip;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Component;
import dev.imagemill.contract.pipeline.Flatten;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Split;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.AlphaMode;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlphaStepsTest {
    private static final Image PICTURE = Pictures.photograph(61, 43);

    /** The photograph with alpha from transparent on the left to opaque on the right. */
    private static Image fading(Mode mode) {
        Image image = Pictures.photograph(61, 43).convert(mode);
        int alpha = mode.components() - 1;
        for (int y = 0; y < 43; y++) {
            for (int x = 0; x < 61; x++) {
                image.setComponent(x, y, alpha, x * mode.maxValue() / 60);
            }
        }
        return image;
    }

    @ParameterizedTest
    @EnumSource(names = {"LA", "LA32", "RGBA", "RGBA64"})
    void laysAPictureOntoAColor(Mode mode) {
        Image source = fading(mode);
        Image flat = render(source, new Flatten(new Color(20, 120, 220, 255)));
        Image coloured = source.convert(mode.bitsPerComponent() == 8 ? Mode.RGBA : Mode.RGBA64);
        double max = mode.maxValue();
        double[] background = {20 * max / 255, 120 * max / 255, 220 * max / 255};
        assertThat(flat.mode()).isEqualTo(mode.bitsPerComponent() == 8 ? Mode.RGB : Mode.RGB48);
        for (int y = 0; y < 43; y++) {
            for (int x = 0; x < 61; x++) {
                double alpha = coloured.component(x, y, 3) / max;
                for (int c = 0; c < 3; c++) {
                    double expected = coloured.component(x, y, c) * alpha + background[c] * (1 - alpha);
                    assertThat((double) flat.component(x, y, c)).isCloseTo(expected, within(1));
                }
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double distance) {
        return org.assertj.core.api.Assertions.within(distance);
    }

    @Test
    void keepsGreyGreyOnAGreyBackground() {
        Image flat = render(fading(Mode.LA), new Flatten(Color.WHITE));
        assertThat(flat.mode()).isEqualTo(Mode.L);
        assertThat(flat.component(0, 0, 0)).isEqualTo(255);
        assertEqual(render(PICTURE, new Flatten(Color.BLACK)), PICTURE);
    }

    @Test
    void flattensBeforeAndAfterScalingAlike() {
        Image source = Pictures.photograph(400, 300).convert(Mode.RGBA);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                source.setComponent(x, y, 3, Math.abs(x - y) % 256);
            }
        }
        Flatten flatten = new Flatten(new Color(200, 30, 90, 255));
        Image before = render(source, flatten, Scale.inside(50, 50));
        Image after = render(source, Scale.inside(50, 50), flatten);
        assertThat(Pictures.psnr(before, after)).isGreaterThan(48);
    }

    @ParameterizedTest
    @EnumSource(AlphaMode.class)
    void changesTheMeaningOfAlpha(AlphaMode to) {
        for (AlphaMode from : AlphaMode.values()) {
            Image source = fading(Mode.RGBA);
            assertEqual(
                    render(source, new Rotate(90), new Alpha(from, to)),
                    source.convertAlpha(from, to).rotate90());
        }
        Image deep = fading(Mode.LA32);
        assertEqual(render(deep, new Alpha(AlphaMode.STRAIGHT, to)), deep.convertAlpha(AlphaMode.STRAIGHT, to));
        assertEqual(render(PICTURE, new Alpha(AlphaMode.NONE, to)), PICTURE);
    }

    @Test
    void uncoversColorsBeforeTheyAreAveraged() {
        Image source = fading(Mode.RGBA);
        Image result = render(source, new Alpha(AlphaMode.STRAIGHT, AlphaMode.NONE), Scale.inside(8, 8));
        Image expected = render(PICTURE, Scale.inside(8, 8));
        assertThat(Pictures.psnr(result.convert(Mode.RGB), expected)).isGreaterThan(45);
        assertThat(result.component(0, 0, 3)).isEqualTo(255);
    }

    @Test
    void keepsOneComponentAsGrey() {
        Image source = fading(Mode.RGBA64);
        assertEqual(render(source, new Split(Component.G)), source.split().get(1));
        assertEqual(
                render(source, new Rotate(90), new Split(Component.A)),
                source.split().get(3).rotate90());
        assertEqual(render(source.convert(Mode.L), new Split(Component.L)), source.convert(Mode.L));
    }

    @Test
    void refusesAComponentThatTheModeDoesNotHave() {
        var problem = refusal(PICTURE, new Clip(), new Split(Component.A));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
        assertThat(problem.pointer()).isEqualTo("/operations/1/component");
        assertThat(problem.detail()).contains("mode RGB", "r, g, b");
    }
}
