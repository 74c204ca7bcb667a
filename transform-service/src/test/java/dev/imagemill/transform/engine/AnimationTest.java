package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedFrames;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Blur;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.Frames;
import dev.imagemill.contract.pipeline.Gravity;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Normalize;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Trim;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnimationTest {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final Animation TIMES = new Animation(List.of(50, 100, 200, 400, 800), 2);
    private static final List<Image> FRAMES = frames(64, 48);
    private static final byte[] TIFF = file(FRAMES, ImageFormat.TIFF);
    private static final byte[] WEBP = file(FRAMES, ImageFormat.WEBP);

    /** A square that moves over a ground that brightens. */
    private static List<Image> frames(int width, int height) {
        List<Image> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Image frame = Images.filled(Mode.RGB, new ImageSize(width, height), 20 + 10L * i, 30, 40);
            for (int y = 10; y < 20; y++) {
                for (int x = 8 + 6 * i; x < 18 + 6 * i; x++) {
                    frame.setPixel(x, y, 200, 150 + x % 7, 90 + 20L * i);
                }
            }
            frames.add(frame);
        }
        return List.copyOf(frames);
    }

    private static byte[] file(List<Image> frames, ImageFormat format) {
        return Codec.encode(frames, TIMES, EncodeOptions.of(format).withLossless(true));
    }

    private static Pipeline pipeline(OutputFormat format, Operation... operations) {
        Output usual = Output.of(format);
        return Pipeline.of(
                format == OutputFormat.WEBP
                        ? new Output(format, 80, true, 4, false, usual.subsampling(), usual.background())
                        : usual,
                operations);
    }

    private static byte[] render(byte[] file, OutputFormat format, Operation... operations) {
        return Rendering.bytes(ENGINE.render(Source.of(file), List.of(pipeline(format, operations)))
                .getFirst());
    }

    private static Problem refusal(Engine engine, byte[] file, OutputFormat format, Operation... operations) {
        Outcome outcome = engine.render(Source.of(file), List.of(pipeline(format, operations)))
                .getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problem();
    }

    private static List<Image> decoded(byte[] file) {
        int count = Codec.probe(file, Limits.DEFAULT).pages();
        try (DecodedFrames frames = Codec.decodeFrames(file, DecodeOptions.DEFAULT, count)) {
            return frames.frames().stream().map(Image::copy).toList();
        }
    }

    private static void assertFrames(byte[] file, List<Image> expected) {
        List<Image> frames = decoded(file);
        assertThat(frames).hasSameSizeAs(expected);
        for (int i = 0; i < frames.size(); i++) {
            assertThat(Pictures.psnr(
                            frames.get(i).convert(Mode.RGB), expected.get(i).convert(Mode.RGB)))
                    .as("frame %d", i)
                    .isInfinite();
        }
    }

    static Stream<Arguments> everyOperation() {
        return Stream.of(
                operation(new Rotate(90), Image::rotate90),
                operation(new Crop(5, 6, 40, 30), frame -> frame.crop(5, 6, 40, 30)),
                operation(
                        Scale.inside(32, 32),
                        frame -> frame.reduce(1, 1).resize(new ImageSize(32, 24), Filter.LANCZOS)),
                operation(new Blur(1.5), frame -> frame.blur(1.5)));
    }

    private static Arguments operation(Operation operation, UnaryOperator<Image> expected) {
        return Arguments.of(operation, expected);
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void keepsAllFramesThroughAnOperation(Operation operation, UnaryOperator<Image> expected) {
        byte[] result = render(WEBP, OutputFormat.WEBP, operation);
        assertFrames(result, FRAMES.stream().map(expected).toList());
        assertThat(Codec.animation(result, Limits.DEFAULT)).contains(TIMES);
        assertFrames(
                render(TIFF, OutputFormat.TIFF, operation),
                FRAMES.stream().map(expected).toList());
    }

    @Test
    void goesFromOneAnimationToAnother() {
        byte[] gif = render(WEBP, OutputFormat.GIF);
        assertThat(Codec.animation(gif, Limits.DEFAULT)).contains(TIMES);
        assertThat(decoded(gif))
                .hasSize(5)
                .allSatisfy(frame -> assertThat(frame.size()).isEqualTo(new ImageSize(64, 48)));
        byte[] webp = render(gif, OutputFormat.WEBP, Scale.inside(32, 32));
        assertThat(Codec.animation(webp, Limits.DEFAULT)).contains(TIMES);
        assertThat(Codec.probe(render(gif, OutputFormat.TIFF), Limits.DEFAULT).pages())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "AVIF"})
    void takesTheFirstFrameForAFormatThatHoldsNoMore(OutputFormat format) {
        byte[] first = render(WEBP, format);
        byte[] third = render(WEBP, format, new Frames(null, List.of(2, 1)));
        assertThat(Codec.probe(first, Limits.DEFAULT).pages()).isEqualTo(1);
        assertThat(Pictures.psnr(Pictures.decode(first), FRAMES.getFirst())).isGreaterThan(30);
        assertThat(Pictures.psnr(Pictures.decode(third), FRAMES.get(2))).isGreaterThan(30);
    }

    @Test
    void makesPagesAnAnimationOnlyWhereTheyAreAskedFor() {
        assertThat(Codec.animation(render(TIFF, OutputFormat.WEBP), Limits.DEFAULT))
                .isEmpty();
        byte[] asked = render(TIFF, OutputFormat.WEBP, new Frames(Slice.all(), null));
        assertThat(Codec.animation(asked, Limits.DEFAULT)).contains(new Animation(List.of(100, 100, 100, 100, 100), 0));
    }

    @Test
    void takesTheFramesAskedForInTheirOrder() {
        byte[] backwards = render(WEBP, OutputFormat.WEBP, new Frames(Slice.parse("::-2"), null));
        assertFrames(backwards, List.of(FRAMES.get(4), FRAMES.get(2), FRAMES.get(0)));
        assertThat(Codec.animation(backwards, Limits.DEFAULT)).contains(new Animation(List.of(800, 200, 50), 2));
        byte[] twice =
                render(WEBP, OutputFormat.WEBP, new Frames(Slice.parse("1:4"), null), new Frames(null, List.of(-1, 0)));
        assertFrames(twice, List.of(FRAMES.get(3), FRAMES.get(1)));
        assertThat(Pictures.psnr(
                        Pictures.decode(render(WEBP, OutputFormat.PNG, new Frames(null, List.of(-1)))), FRAMES.get(4)))
                .isInfinite();
    }

    @Test
    void trimsAllFramesAlike() {
        byte[] result = render(WEBP, OutputFormat.WEBP, new Frames(Slice.parse("0:2"), null), new Trim(0.1, null));
        assertFrames(
                result,
                FRAMES.subList(0, 2).stream()
                        .map(frame -> frame.crop(8, 10, 16, 10))
                        .toList());
    }

    @Test
    void normalizesAllFramesAlike() {
        Image dark = Images.filled(Mode.L, new ImageSize(20, 20), 50);
        dark.setComponent(0, 0, 0, 60);
        Image light = Images.filled(Mode.L, new ImageSize(20, 20), 150);
        light.setComponent(0, 0, 0, 140);
        byte[] tiff = Codec.encode(List.of(dark, light), TIMES.select(0, 1), EncodeOptions.of(ImageFormat.TIFF));
        List<Image> result = decoded(render(tiff, OutputFormat.TIFF, new Normalize(0, 100)));
        assertThat(result.getFirst().component(5, 5, 0)).isZero();
        assertThat(result.getLast().component(5, 5, 0)).isEqualTo(255);
        assertThat(result.getFirst().component(0, 0, 0)).isEqualTo(26);
    }

    @Test
    void keepsTheWindowWhereTheFirstFrameHasIt() {
        List<Image> frames = frames(96, 32);
        byte[] file =
                Codec.encode(frames, TIMES, EncodeOptions.of(ImageFormat.WEBP).withLossless(true));
        Scale cover = new Scale(32, 32, null, Fit.COVER, Kernel.BOX, false, Gravity.ENTROPY, Color.BLACK);
        List<Image> result = decoded(render(file, OutputFormat.WEBP, cover));
        Image first = result.getFirst();
        int left = 0;
        while (!Double.isInfinite(Pictures.psnr(frames.getFirst().crop(left, 0, 32, 32), first.convert(Mode.RGB)))) {
            left++;
        }
        int offset = left;
        assertFrames(
                render(file, OutputFormat.WEBP, cover),
                frames.stream().map(frame -> frame.crop(offset, 0, 32, 32)).toList());
    }

    @Test
    void servesPipelinesOfOneAndOfManyFramesFromOneDecode() {
        List<Outcome> outcomes = ENGINE.render(
                Source.of(WEBP),
                List.of(
                        pipeline(OutputFormat.PNG, Scale.inside(20, 20)),
                        pipeline(OutputFormat.WEBP),
                        pipeline(OutputFormat.PNG, new Frames(null, List.of(4)))));
        assertThat(Pictures.decode(Rendering.bytes(outcomes.get(0))).size()).isEqualTo(new ImageSize(20, 15));
        assertFrames(Rendering.bytes(outcomes.get(1)), FRAMES);
        assertThat(Pictures.psnr(Pictures.decode(Rendering.bytes(outcomes.get(2))), FRAMES.get(4)))
                .isInfinite();
        assertThat(Rendering.bytes(outcomes.get(0))).isEqualTo(render(WEBP, OutputFormat.PNG, Scale.inside(20, 20)));
    }

    @Test
    void countsThePixelsOfAllFrames() {
        Engine strict = new Engine(Limits.DEFAULT.withMaxPixels(4 * 64 * 48));
        assertThat(refusal(strict, WEBP, OutputFormat.WEBP).type()).isEqualTo(ProblemType.TOO_MANY_PIXELS);
        assertThat(strict.render(Source.of(WEBP), List.of(pipeline(OutputFormat.JPEG))))
                .hasOnlyElementsOfType(Outcome.Rendered.class);
        Frames four = new Frames(Slice.parse("1:"), null);
        assertThat(strict.render(Source.of(WEBP), List.of(pipeline(OutputFormat.WEBP, four))))
                .hasOnlyElementsOfType(Outcome.Rendered.class);
        Scale larger = Scale.by(1.1);
        assertThat(refusal(strict, WEBP, OutputFormat.WEBP, four, larger).type())
                .isEqualTo(ProblemType.TOO_MANY_PIXELS);
        assertThat(strict.plan(Source.of(WEBP), List.of(pipeline(OutputFormat.WEBP, four)))
                        .memory())
                .isGreaterThan(3 * 4 * 64 * 48 * 3);
    }

    @Test
    void refusesFramesThatAreNotThere() {
        Problem problem = refusal(ENGINE, WEBP, OutputFormat.PNG, new Rotate(90), new Frames(null, List.of(0, 5)));
        assertThat(problem.type()).isEqualTo(ProblemType.OPERATION_OUT_OF_BOUNDS);
        assertThat(problem.pointer()).isEqualTo("/operations/1/indexes/1");
        byte[] still = Pictures.png(FRAMES.getFirst());
        assertThat(refusal(ENGINE, still, OutputFormat.PNG, new Frames(Slice.parse("1:"), null))
                        .pointer())
                .isEqualTo("/operations/0/slice");
        assertThat(Pictures.psnr(Pictures.decode(render(still, OutputFormat.PNG, Frames.first())), FRAMES.getFirst()))
                .isInfinite();
    }

    @Test
    void takesFarFramesOfALargeDocument() {
        List<Image> pages = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            pages.add(Images.filled(Mode.L, new ImageSize(2200, 2200), 13L * i));
        }
        Animation times = TIMES.select(new int[15]);
        byte[] tiff = Codec.encode(pages, times, EncodeOptions.of(ImageFormat.TIFF));
        byte[] result = render(tiff, OutputFormat.TIFF, new Frames(null, List.of(14, 0)), Scale.inside(10, 10));
        assertThat(decoded(result)).extracting(page -> page.component(5, 5, 0)).containsExactly(182L, 0L);
    }

    @Test
    void decodesFarFramesByThemselves() {
        assertThat(FrameRun.of(new TreeSet<>(List.of(0, 1, 2, 9)), 1)).containsExactly(new FrameRun(0, 10));
        assertThat(FrameRun.of(new TreeSet<>(List.of(3)), 1)).containsExactly(new FrameRun(3, 1));
        assertThat(FrameRun.of(new TreeSet<>(List.of(0, 1, 99)), 99))
                .containsExactly(new FrameRun(0, 2), new FrameRun(99, 1));
        assertThat(FrameRun.of(new TreeSet<>(List.of(0, 1, 99)), 100)).containsExactly(new FrameRun(0, 100));
    }
}
