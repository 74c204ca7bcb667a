package dev.imagemill.transform.engine;

import static dev.imagemill.transform.engine.Rendering.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Place;
import dev.imagemill.contract.pipeline.Point;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Watermark;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Slice;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WatermarkStepTest {
    private static final String BLOB = "ab".repeat(32);
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final Image PICTURE = Pictures.photograph(90, 70);
    private static final Image MARK = mark(20, 14);

    /** Colours and alpha that differ from pixel to pixel. */
    private static Image mark(int width, int height) {
        Image mark = Images.create(Mode.RGBA, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mark.setPixel(x, y, 250 - 9L * (x % 25), (40 + 12L * y) % 256, (x * y) % 256, (x * 37 + y * 91) % 256);
            }
        }
        return mark;
    }

    private static Outcome outcome(byte[] source, Image mark, Operation... operations) {
        Marks marks = digest -> digest.equals(BLOB) ? mark : Marks.NONE.mark(digest);
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.PNG), operations);
        SourcePlan plan = ENGINE.plan(Source.of(source), List.of(pipeline), Aids.of(marks));
        if (!plan.needsPixels()) {
            return plan.refusal(0).orElseThrow();
        }
        try (DecodedSource decoded = plan.decode()) {
            return decoded.render(0);
        }
    }

    private static Image render(Image source, Image mark, Operation... operations) {
        return Pictures.decode(Rendering.bytes(outcome(Pictures.png(source), mark, operations)));
    }

    private static Problem refusal(Image source, Operation... operations) {
        return ((Outcome.Refused) outcome(Pictures.png(source), MARK, operations)).problem();
    }

    private static Watermark at(int x, int y) {
        return new Watermark(BLOB, null, Place.BOTTOM_RIGHT, new Point(x, y), 10, 1, null, false);
    }

    /** Gradio's and Pillow's paste: the average of both, weighed by the mark's alpha, rounded. */
    private static Image pasted(Image picture, Image mark, int left, int top) {
        Image result = picture.copy();
        for (int y = Math.max(0, top);
                y < Math.min(picture.size().height(), top + mark.size().height());
                y++) {
            for (int x = Math.max(0, left);
                    x < Math.min(picture.size().width(), left + mark.size().width());
                    x++) {
                long alpha = mark.component(x - left, y - top, 3);
                for (int c = 0; c < 3; c++) {
                    double sum =
                            mark.component(x - left, y - top, c) * alpha + result.component(x, y, c) * (255 - alpha);
                    result.setComponent(x, y, c, Math.round(sum / 255));
                }
            }
        }
        return result;
    }

    @ParameterizedTest
    @CsvSource({"TOP_LEFT, 10, 10", "TOP_RIGHT, 60, 10", "BOTTOM_LEFT, 10, 46", "BOTTOM_RIGHT, 60, 46", "CENTER, 35, 28"
    })
    void laysTheMarkWhereItBelongs(Place place, int x, int y) {
        Watermark watermark = new Watermark(BLOB, null, place, null, 10, 1, null, false);
        assertEqual(render(PICTURE, MARK, watermark), pasted(PICTURE, MARK, x, y));
        assertEqual(render(PICTURE, MARK, at(x, y)), pasted(PICTURE, MARK, x, y));
    }

    @Test
    void cutsOffWhatIsTooLarge() {
        Image large = mark(100, 30);
        assertEqual(render(PICTURE, large, at(0, 0)), pasted(PICTURE, large, -20, 30));
        Image larger = mark(120, 110);
        assertEqual(render(PICTURE, larger, at(0, 0)), pasted(PICTURE, larger, -40, -50));
        Image outside = mark(3, 3);
        Watermark far = new Watermark(BLOB, null, Place.BOTTOM_RIGHT, null, 200, 1, null, false);
        assertEqual(render(PICTURE, outside, far), PICTURE);
    }

    @Test
    void multipliesTheMarksAlpha() {
        Watermark faint = new Watermark(BLOB, null, Place.CENTER, null, 10, 0.25, null, false);
        Image faded = MARK.point(v -> v, v -> v, v -> v, v -> v * 0.25);
        assertEqual(render(PICTURE, MARK, faint), pasted(PICTURE, faded, 35, 28));
    }

    @Test
    void resizesTheMarkToAPartOfThePicture() {
        Watermark third = new Watermark(BLOB, null, Place.TOP_LEFT, null, 0, 1, 0.5, false);
        Image sized = MARK.resize(new ImageSize(45, 32), Filter.LANCZOS);
        assertEqual(render(PICTURE, MARK, third), pasted(PICTURE, sized, 0, 0));
    }

    @Test
    void repeatsTheMarkAllOverThePicture() {
        Watermark tiles = new Watermark(BLOB, null, Place.CENTER, null, 5, 1, null, true);
        Image expected = PICTURE;
        for (int y = 28 - 3 * 19; y < 70; y += 19) {
            for (int x = 35 - 2 * 25; x < 90; x += 25) {
                expected = pasted(expected, MARK, x, y);
            }
        }
        assertEqual(render(PICTURE, MARK, tiles), expected);
        Watermark close = new Watermark(BLOB, null, Place.BOTTOM_RIGHT, new Point(89, 69), 0, 1, null, true);
        Image dot = Images.filled(Mode.RGBA, new ImageSize(1, 1), 9, 8, 7, 255);
        assertEqual(render(PICTURE, dot, close), Images.filled(Mode.RGB, PICTURE.size(), 9, 8, 7));
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "L16", "LA", "LA32", "RGB", "RGB48", "RGBA", "RGBA64"})
    void keepsThePicturesMode(Mode mode) {
        Image source = PICTURE.convert(mode);
        Image result = render(source, MARK, at(30, 20));
        assertThat(result.mode()).isEqualTo(mode);
        Image overlay = MARK.convert(
                mode.components() > 2
                        ? mode.bitsPerComponent() == 8 ? Mode.RGBA : Mode.RGBA64
                        : mode.bitsPerComponent() == 8 ? Mode.LA : Mode.LA32);
        Image expected = source.copy();
        expected.assign(Slice.of(30, 50), Slice.of(20, 34), overlay.compositeOver(source.crop(30, 20, 20, 14)));
        assertEqual(result, expected);
    }

    @Test
    void showsOnWhatIsTransparent() {
        Image clear = Images.filled(Mode.RGBA, new ImageSize(40, 30), 255, 0, 0, 0);
        Image result = render(clear, MARK, at(0, 0));
        assertThat(result.component(5, 3, 3)).isEqualTo(MARK.component(5, 3, 3));
        assertThat(result.component(5, 3, 0)).isEqualTo(MARK.component(5, 3, 0));
    }

    @Test
    void takesMarksWithoutAlphaForOpaque() {
        Image grey = Images.filled(Mode.L16, new ImageSize(10, 10), 257 * 99);
        Image result = render(PICTURE, grey, at(5, 5));
        assertEqual(result.crop(5, 5, 10, 10), Images.filled(Mode.RGB, new ImageSize(10, 10), 99, 99, 99));
    }

    @Test
    void marksThePictureAsItLies() {
        assertEqual(render(PICTURE, MARK, new Rotate(90), at(3, 4)), pasted(PICTURE.rotate90(), MARK, 3, 4));
        Image upright = Pictures.decode(Pictures.jpeg(PICTURE)).rotate270();
        Image marked = Pictures.decode(Rendering.bytes(
                outcome(Pictures.withOrientation(Pictures.jpeg(PICTURE), 6), MARK, new Autorotate(), at(3, 4))));
        assertThat(marked.size()).isEqualTo(upright.size());
        assertEqual(marked.crop(3, 4, 20, 14), pasted(upright, MARK, 3, 4).crop(3, 4, 20, 14));
    }

    @Test
    void marksBeforeItScales() {
        Image large = Pictures.photograph(1600, 1200);
        Image dot = Images.filled(Mode.RGBA, new ImageSize(400, 400), 0, 0, 0, 255);
        Image result = render(large, dot, at(400, 400), Scale.inside(160, 120));
        assertThat(result.component(60, 60, 0)).isZero();
        assertThat(result.component(60, 60, 1)).isZero();
    }

    @Test
    void failsThePipelineWhoseMarkIsNotThere() {
        Problem problem = refusal(PICTURE, Scale.inside(10, 10), Watermark.of("cd".repeat(32)));
        assertThat(problem.type()).isEqualTo(ProblemType.WATERMARK_MISSING);
        assertThat(problem.pointer()).isEqualTo("/operations/1/blob");
        assertThat(problem.type().retryable()).isFalse();
    }

    @Test
    void refusesAnImageThatNobodyReplaced() {
        Watermark byId = new Watermark(null, new UUID(1, 2), Place.CENTER, null, 10, 1, null, false);
        Problem problem = refusal(PICTURE, byId);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PIPELINE);
        assertThat(problem.pointer()).isEqualTo("/operations/0/image");
    }

    @ParameterizedTest
    @EnumSource(names = {"CMYK", "YV12", "L32"})
    void refusesInkVideoAndWideNumbers(Mode mode) {
        Problem problem = refusal(PICTURE, new Convert(mode), Watermark.of(BLOB));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
        assertThat(problem.pointer()).isEqualTo("/operations/1");
    }

    @Test
    void decodesMarksUpright() {
        Image picture = Pictures.photograph(60, 40);
        Source file = Source.of(Pictures.withOrientation(Pictures.jpeg(picture), 6));
        Image mark = ENGINE.mark(file, 60 * 40 * 3);
        assertThat(mark.size()).isEqualTo(new ImageSize(40, 60));
        assertThat(Pictures.psnr(mark, picture.rotate270())).isGreaterThan(35);
    }

    @Test
    void refusesMarksThatAreTooLargeByTheirHeader() {
        Source file = Source.of(Pictures.png(PICTURE));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ENGINE.mark(file, 90 * 70 * 3 - 1))
                .satisfies(e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_MANY_PIXELS));
        assertThat(ENGINE.mark(file, 90 * 70 * 3).size()).isEqualTo(PICTURE.size());
    }
}
