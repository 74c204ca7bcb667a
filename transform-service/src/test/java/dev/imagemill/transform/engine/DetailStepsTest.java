package dev.imagemill.transform.engine;

import static dev.imagemill.transform.engine.Rendering.assertEqual;
import static dev.imagemill.transform.engine.Rendering.bytes;
import static dev.imagemill.transform.engine.Rendering.outcome;
import static dev.imagemill.transform.engine.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Blur;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Sharpen;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetailStepsTest {
    private static final Image PICTURE = Pictures.photograph(120, 90);

    @ParameterizedTest
    @EnumSource(names = {"L", "L16", "LA", "LA32", "RGB", "RGB48", "RGBA", "RGBA64"})
    void blursAndSharpensEveryModeInItsOwnDepth(Mode mode) {
        Image source = PICTURE.convert(mode);
        assertEqual(render(source, new Blur(2.5)), source.blur(2.5));
        assertEqual(render(source, new Blur(30)), source.blur(30));
        assertEqual(render(source, new Sharpen(1.5, 0.8, 0.02)), source.sharpen(1.5, 0.8, 0.02));
    }

    @ParameterizedTest
    @EnumSource(names = {"CMYK", "CMYK64", "YV12", "JPEG_YV12"})
    void blursInkAndVideo(Mode mode) {
        assertEqual(
                render(PICTURE, new Convert(mode), new Blur(3), new Convert(Mode.RGB)),
                PICTURE.convert(mode).blur(3).convert(Mode.RGB));
    }

    @Test
    void blursThePictureAsItWillBeLaid() {
        Image upright = PICTURE.rotate90();
        assertThat(Pictures.psnr(render(PICTURE, new Rotate(90), new Blur(4)), upright.blur(4)))
                .isGreaterThan(50);
        byte[] jpeg = Pictures.withOrientation(Pictures.jpeg(PICTURE), 6);
        Image turned = Pictures.decode(bytes(outcome(jpeg, OutputFormat.PNG, new Autorotate(), new Sharpen(1, 1, 0))));
        assertThat(turned.size()).isEqualTo(upright.size());
    }

    @Test
    void countsSigmaInPixelsOfThePictureAtThatPoint() {
        Image source = Pictures.photograph(1600, 1200);
        Image before = render(source, new Blur(16), Scale.inside(200, 150));
        Image after = render(source, Scale.inside(200, 150), new Blur(2));
        assertThat(Pictures.psnr(before, after)).isGreaterThan(45);
        byte[] jpeg = Pictures.jpeg(source);
        Image small = Pictures.decode(bytes(outcome(jpeg, OutputFormat.PNG, new Blur(16), Scale.inside(200, 150))));
        assertThat(Pictures.psnr(small, before)).isGreaterThan(40);
    }

    @Test
    void seesDetailsBeforeTheyAreScaledAway() {
        Image lines = Images.create(Mode.L, new ImageSize(800, 400));
        for (int x = 0; x < 800; x += 2) {
            for (int y = 0; y < 400; y++) {
                lines.setComponent(x, y, 0, 30);
            }
        }
        Image sharp = render(lines, new Sharpen(1, 10, 0), Scale.inside(100, 50));
        // Lines of 0 and 165 on average 82; smoothed away before they were sharpened it would be 15.
        assertThat(sharp.component(50, 25, 0)).isBetween(75L, 95L);
    }
}
