package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Direction;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.Flip;
import dev.imagemill.contract.pipeline.Gravity;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
    /** Against the resampling of all pixels. */
    private static final double CLOSE = 46;

    private static final Engine ENGINE = new Engine(Limits.DEFAULT);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void laysAPictureUprightWhateverItsOrientation(int orientation) {
        Image upright = Pictures.photograph(643, 405);
        byte[] jpeg = Pictures.withOrientation(
                Pictures.jpeg(inverse(Turn.ofExif(orientation)).applyTo(upright)), orientation);

        Image result = render(jpeg, new Autorotate(), Scale.inside(100, 100));

        assertThat(result.size()).isEqualTo(new ImageSize(100, 63));
        assertThat(Pictures.psnr(result, upright.resize(result.size(), Filter.LANCZOS)))
                .isGreaterThan(CLOSE - 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void leavesAPictureAsStoredWithoutAutorotate(int orientation) {
        Image stored = Pictures.photograph(320, 200);
        Image result = render(Pictures.withOrientation(Pictures.jpeg(stored), orientation), Scale.inside(80, 80));
        assertThat(result.size()).isEqualTo(new ImageSize(80, 50));
        assertThat(Pictures.psnr(result, stored.resize(result.size(), Filter.LANCZOS)))
                .isGreaterThan(CLOSE - 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 700, 600, 450, 400, 300, 240, 200, 150, 133, 120, 60, 20})
    void comesCloseToResamplingEveryPixel(int width) {
        Image picture = Pictures.photograph(1200, 800);
        Image result = render(Pictures.jpeg(picture), Scale.inside(width, width));
        assertThat(Pictures.psnr(result, picture.resize(result.size(), Filter.LANCZOS)))
                .isGreaterThan(CLOSE);
    }

    @Test
    void makesNearlyTheSameAloneAndInCompany() {
        byte[] jpeg = Pictures.jpeg(Pictures.photograph(1200, 800));
        Pipeline small = png(Scale.inside(100, 100));
        Image alone = picture(ENGINE.render(Source.of(jpeg), List.of(small)).getFirst());
        Image inCompany = picture(ENGINE.render(Source.of(jpeg), List.of(png(Scale.inside(1000, 1000)), small))
                .get(1));
        assertThat(Pictures.psnr(alone, inCompany)).isGreaterThan(CLOSE);
    }

    @Test
    void makesTheSameOfAPngAloneAndInCompany() {
        byte[] png = Pictures.png(Pictures.photograph(600, 400));
        Pipeline small = png(Scale.inside(50, 50));
        Outcome alone = ENGINE.render(Source.of(png), List.of(small)).getFirst();
        Outcome inCompany = ENGINE.render(Source.of(png), List.of(png(), small)).get(1);
        assertThat(bytes(alone)).isEqualTo(bytes(inCompany));
    }

    @Test
    void makesTheSameBytesEachTime() {
        byte[] jpeg = Pictures.jpeg(Pictures.photograph(640, 480));
        List<Pipeline> pipelines = Arrays.stream(OutputFormat.values())
                .map(format -> Pipeline.of(Output.of(format), new Autorotate(), Scale.inside(160, 160)))
                .toList();
        List<Outcome> first = ENGINE.render(Source.of(jpeg), pipelines);
        List<Outcome> second = ENGINE.render(Source.of(jpeg), pipelines);
        for (int i = 0; i < pipelines.size(); i++) {
            assertThat(bytes(first.get(i))).as(pipelines.get(i).canonical()).isEqualTo(bytes(second.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 4, 1})
    void cropsBeforeScalingWithoutTakingInWhatWasCutOff(int edge) {
        Image picture = Images.filled(Mode.RGB, new ImageSize(800, 600), 255, 0, 0);
        Image kept = Images.filled(Mode.RGB, new ImageSize(800 - 2 * edge, 600 - 2 * edge), 0, 0, 255);
        Image both = Mount.lay(kept, edge, edge, picture.size(), new Color(255, 0, 0, 255));

        Image result =
                render(Pictures.png(both), new Crop(edge, edge, 800 - 2 * edge, 600 - 2 * edge), Scale.inside(75, 75));

        for (int x = 0; x < result.size().width(); x++) {
            assertThat(result.component(x, 0, 0)).isZero();
            assertThat(result.component(x, 0, 2)).isEqualTo(255);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 7})
    void cropsWhereAViewerSeesIt(int orientation) {
        Image upright = Pictures.photograph(800, 640);
        byte[] jpeg = Pictures.withOrientation(
                Pictures.jpeg(inverse(Turn.ofExif(orientation)).applyTo(upright)), orientation);
        Image result = render(jpeg, new Autorotate(), new Crop(400, 64, 320, 400), Scale.inside(100, 100));
        Image expected = upright.crop(400, 64, 320, 400).resize(new ImageSize(80, 100), Filter.LANCZOS);
        assertThat(Pictures.psnr(result, expected)).isGreaterThan(CLOSE - 3);
    }

    @Test
    void doesEveryOperationInItsOrder() {
        Image picture = Pictures.photograph(300, 200);
        Image result = render(
                Pictures.png(picture),
                new Rotate(90),
                new Crop(10, 20, 100, 150),
                new Flip(Direction.HORIZONTAL),
                new Rotate(270),
                new Flip(Direction.VERTICAL),
                new Crop(1, 2, 50, 60),
                new Convert(Mode.L));
        Image expected = picture.rotate90()
                .crop(10, 20, 100, 150)
                .flipHorizontal()
                .rotate270()
                .flipVertical()
                .crop(1, 2, 50, 60)
                .convert(Mode.L);
        assertThat(Pictures.psnr(result, expected)).isInfinite();
    }

    @Test
    void cutsACoverByGravity() {
        Image picture = Pictures.photograph(800, 200);
        Scale cover = new Scale(100, 100, null, Fit.COVER, Kernel.LANCZOS3, false, Gravity.EAST, Color.BLACK);
        Image result = render(Pictures.png(picture), cover);
        Image expected = picture.resize(new ImageSize(400, 100), Filter.LANCZOS).crop(300, 0, 100, 100);
        assertThat(Pictures.psnr(result, expected)).isGreaterThan(CLOSE);
    }

    @Test
    void fillsAContainWithBackground() {
        Image picture = Images.filled(Mode.RGB, new ImageSize(200, 100), 10, 20, 30);
        Scale contain =
                new Scale(50, 50, null, Fit.CONTAIN, Kernel.LANCZOS3, false, Gravity.SOUTH, Color.parse("#ff000080"));
        Image result = render(Pictures.png(picture), contain, new Rotate(180));
        assertThat(result.mode()).isEqualTo(Mode.RGBA);
        assertThat(pixel(result, 25, 2)).containsExactly(10, 20, 30, 255);
        assertThat(pixel(result, 25, 47)).containsExactly(255, 0, 0, 128);
    }

    @Test
    void doesNotLetTheColourOfTransparentPixelsBleed() {
        Image picture = Images.filled(Mode.RGBA, new ImageSize(400, 400), 0, 255, 0, 0);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 203; x++) {
                setPixel(picture, x, y, 255, 0, 0, 255);
            }
        }
        Image result = render(Pictures.png(picture), Scale.inside(40, 40));
        assertThat(result.component(20, 20, 3)).isBetween(20L, 140L);
        assertThat(result.component(20, 20, 0)).isGreaterThan(250);
        assertThat(result.component(20, 20, 1)).isLessThan(5);
    }

    @Test
    void laysAlphaOntoTheBackgroundWhereTheFormatHoldsNone() {
        byte[] png = Pictures.png(Images.filled(Mode.RGBA, new ImageSize(64, 64), 0, 0, 200, 0));
        Image onWhite =
                Pictures.decode(bytes(ENGINE.render(Source.of(png), List.of(Pipeline.of(Output.of(OutputFormat.JPEG))))
                        .getFirst()));
        assertThat(onWhite.component(30, 30, 0)).isGreaterThan(252);
        assertThat(onWhite.component(30, 30, 2)).isGreaterThan(252);
    }

    @Test
    void keepsSixteenBitsWhereTheFormatHoldsThemAndRoundsWhereNot() {
        byte[] png = Pictures.png(Images.filled(Mode.RGB48, new ImageSize(64, 64), 0x1234, 0x8000, 0xfedc));
        Image kept = render(png, Scale.inside(16, 16));
        assertThat(kept.mode()).isEqualTo(Mode.RGB48);
        assertThat(pixel(kept, 8, 8)).containsExactly(0x1234, 0x8000, 0xfedc);
        Output lossless = new Output(
                OutputFormat.WEBP,
                80,
                true,
                4,
                false,
                Output.of(OutputFormat.WEBP).subsampling(),
                Color.WHITE);
        Image rounded = Pictures.decode(bytes(
                ENGINE.render(Source.of(png), List.of(Pipeline.of(lossless))).getFirst()));
        assertThat(pixel(rounded, 8, 8)).containsExactly(0x12, 0x80, 0xfe);
    }

    @Test
    void keepsGreyGrey() {
        Image result = render(Pictures.jpeg(Pictures.photograph(64, 64).convert(Mode.L)), Scale.inside(16, 16));
        assertThat(result.mode()).isEqualTo(Mode.L);
    }

    @Test
    void turnsInkIntoColour() {
        Image ink = Images.filled(Mode.CMYK, new ImageSize(64, 64), 0, 255, 255, 0);
        byte[] jpeg = Codec.encode(ink, EncodeOptions.of(ImageFormat.JPEG).withQuality(97));
        long[] pixel = pixel(render(jpeg, Scale.inside(16, 16)), 8, 8);
        assertThat(pixel).hasSize(3);
        assertThat(pixel[0]).isGreaterThan(200);
        assertThat(pixel[1]).isLessThan(80);
        assertThat(pixel[2]).isLessThan(80);
    }

    @Test
    void refusesAPictureThatIsCutOff() {
        byte[] jpeg = Pictures.jpeg(Pictures.photograph(640, 480));
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
        assertProblem(cut, ProblemType.CORRUPT_IMAGE);
        byte[] png = Pictures.png(Pictures.photograph(640, 480));
        assertProblem(Arrays.copyOf(png, png.length * 2 / 3), ProblemType.CORRUPT_IMAGE);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertProblem(
                "not a picture at all, just words".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                ProblemType.NOT_AN_IMAGE);
    }

    @Test
    void refusesAPictureOverItsLimitsByTheHeader() {
        Engine strict = new Engine(Limits.DEFAULT.withMaxPixels(1000));
        byte[] png = Pictures.png(Pictures.photograph(64, 64));
        assertThatThrownBy(() -> strict.plan(Source.of(png), List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_MANY_PIXELS));
    }

    @Test
    void refusesOnePipelineAndDoesTheOthers() {
        byte[] png = Pictures.png(Pictures.photograph(64, 64));
        List<Outcome> outcomes =
                ENGINE.render(Source.of(png), List.of(png(new Crop(60, 60, 10, 10)), png(new Rotate(90))));
        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.OPERATION_OUT_OF_BOUNDS));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Rendered.class);
    }

    @Test
    void doesNotDecodeForPipelinesThatAreAllRefused() {
        byte[] png = Pictures.png(Pictures.photograph(64, 64));
        byte[] cut = Arrays.copyOf(png, png.length / 2);
        assertThat(ENGINE.render(Source.of(cut), List.of(png(new Crop(60, 60, 10, 10)))))
                .hasExactlyElementsOfTypes(Outcome.Refused.class);
    }

    private static Turn inverse(Turn turn) {
        return Arrays.stream(Turn.values())
                .filter(candidate -> candidate.then(turn) == Turn.NONE)
                .findFirst()
                .orElseThrow();
    }

    private static Pipeline png(Operation... operations) {
        return Pipeline.of(Output.of(OutputFormat.PNG), operations);
    }

    private static Image render(byte[] source, Operation... operations) {
        return picture(
                ENGINE.render(Source.of(source), List.of(png(operations))).getFirst());
    }

    private static Image picture(Outcome outcome) {
        Image picture = Pictures.decode(bytes(outcome));
        assertThat(picture.size()).isEqualTo(((Outcome.Rendered) outcome).size());
        return picture;
    }

    private static byte[] bytes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
        return ((Outcome.Rendered) outcome).bytes();
    }

    private static void assertProblem(byte[] source, ProblemType type) {
        assertThatThrownBy(() -> ENGINE.render(Source.of(source), List.of(png(Scale.inside(50, 50)))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(type));
    }

    private static long[] pixel(Image image, int x, int y) {
        long[] values = new long[image.mode().components()];
        for (int c = 0; c < values.length; c++) {
            values[c] = image.component(x, y, c);
        }
        return values;
    }

    private static void setPixel(Image image, int x, int y, long... values) {
        for (int c = 0; c < values.length; c++) {
            image.setComponent(x, y, c, values[c]);
        }
    }
}
