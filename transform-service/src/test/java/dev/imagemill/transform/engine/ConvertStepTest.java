package dev.imagemill.transform.engine;

import static dev.imagemill.transform.engine.Rendering.assertEqual;
import static dev.imagemill.transform.engine.Rendering.bytes;
import static dev.imagemill.transform.engine.Rendering.outcome;
import static dev.imagemill.transform.engine.Rendering.refusal;
import static dev.imagemill.transform.engine.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Component;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Split;
import dev.imagemill.contract.pipeline.Trim;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvertStepTest {
    private static final Image PICTURE = Pictures.photograph(60, 40);

    @ParameterizedTest
    @EnumSource(Mode.class)
    void convertsToEveryModeAndEncodesTheNearestThatTheFormatHolds(Mode mode) {
        Image converted = PICTURE.convert(mode);
        Image expected = converted.convert(ImageFormat.PNG.nearest(mode));
        assertEqual(render(PICTURE, new Convert(mode)), expected);
        assertEqual(render(PICTURE, new Rotate(90), new Convert(mode)), turned(mode));
        for (OutputFormat format : OutputFormat.values()) {
            assertThat(outcome(Pictures.png(PICTURE), format, new Convert(mode)))
                    .as(format.id())
                    .isInstanceOf(Outcome.Rendered.class);
        }
    }

    private static Image turned(Mode mode) {
        return PICTURE.convert(mode).rotate90().convert(ImageFormat.PNG.nearest(mode));
    }

    @ParameterizedTest
    @EnumSource(names = {"CMYK", "CMYK64"})
    void keepsInkInTiff(Mode mode) {
        byte[] tiff = bytes(outcome(Pictures.png(PICTURE), OutputFormat.TIFF, new Convert(mode)));
        try (DecodedImage decoded = Codec.decode(tiff, DecodeOptions.DEFAULT.withToSrgb(false))) {
            assertEqual(decoded.image(), PICTURE.convert(mode));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void refusesOddSizesForPlanarModes(Mode mode) {
        var problem = refusal(PICTURE, new Crop(0, 0, 59, 40), new Convert(mode));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
        assertThat(problem.pointer()).isEqualTo("/operations/1/mode");
        Image framed = Mount.lay(PICTURE, 1, 1, new ImageSize(64, 44), new Color(255, 0, 255, 255));
        Image odd = framed.crop(0, 0, 60, 44);
        assertThat(refusal(odd, new Trim(0, null), new Convert(mode)).pointer()).isEqualTo("/operations/1/mode");
    }

    @Test
    void scalesPlanarPictures() {
        Image big = Pictures.photograph(402, 302);
        Image result = render(big, new Convert(Mode.JPEG_YV12), Scale.to(100, 76, Fit.FILL));
        Image expected = render(big, Scale.to(100, 76, Fit.FILL));
        assertThat(Pictures.psnr(result, expected)).isGreaterThan(34);
        assertThat(refusal(big, new Convert(Mode.JPEG_YV12), Scale.inside(101, 101))
                        .type())
                .isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
        assertThat(refusal(PICTURE, new Convert(Mode.YV12), new Rotate(10)).type())
                .isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
    }

    @Test
    void showsChromaAtItsOwnSize() {
        Image chroma = render(PICTURE, new Rotate(90), new Convert(Mode.JPEG_YV12), new Split(Component.CR));
        assertEqual(chroma, PICTURE.rotate90().convert(Mode.JPEG_YV12).split().get(1));
        Image small = render(
                Pictures.photograph(400, 300), new Convert(Mode.YV12), new Split(Component.CB), Scale.inside(20, 20));
        assertThat(small.size().height()).isEqualTo(15);
    }
}
