package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.imagemill.contract.function.TextFunction;
import dev.imagemill.contract.function.ValueFunction;
import dev.imagemill.contract.function.ValueTable;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.imageop.AlphaMode;
import dev.imagemill.imageop.ImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every pipeline. */
class PipelinePropertiesTest {
    private static final Arbitrary<Integer> SIDE = Arbitraries.integers().between(1, Pipeline.MAX_SIDE);

    @Property(tries = 300)
    void canonicalTextParsesToTheSamePipeline(@ForAll("pipelines") Pipeline pipeline) {
        assertThat(PipelineParser.parse(pipeline.canonical())).isEqualTo(pipeline);
    }

    @Property(tries = 300)
    void canonicalTextIsItsOwnCanonicalText(@ForAll("pipelines") Pipeline pipeline) {
        String canonical = pipeline.canonical();

        assertThat(PipelineParser.parse(canonical).canonical()).isEqualTo(canonical);
    }

    @Property(tries = 200)
    void canonicalFieldsAreInAlphabeticalOrderAfterTheFirst(@ForAll("pipelines") Pipeline pipeline) {
        JsonNode json = JsonMapper.shared().readTree(pipeline.canonical());
        List<JsonNode> objects = new ArrayList<>();
        json.get("operations").forEach(objects::add);
        objects.add(json.get("output"));

        assertThat(objects).allSatisfy(object -> {
            List<String> names = List.copyOf(object.propertyNames());
            assertThat(names.getFirst()).isIn("op", "format");
            assertThat(names.subList(1, names.size())).isSorted();
        });
    }

    @Property(tries = 500)
    void sizesAreWithinTheFormatOrRefused(@ForAll("pipelines") Pipeline pipeline, @ForAll("sizes") ImageSize source) {
        int maxSide = pipeline.output().format().maxSide();
        ImageSize[] result = new ImageSize[1];

        Throwable thrown = catchThrowable(() -> result[0] = pipeline.resultSize(source, 1));

        if (thrown == null) {
            assertThat(Math.max(result[0].width(), result[0].height())).isBetween(1, maxSide);
        } else {
            assertThat(thrown).isInstanceOf(ProblemException.class);
        }
    }

    @Property(tries = 500)
    void insideNeverExceedsWhatWasAskedNorTheSource(
            @ForAll("sizes") ImageSize source, @ForAll("sizes") ImageSize asked) {
        ImageSize result = Scale.inside(asked.width(), asked.height()).resultSize(source);

        assertThat(result.width()).isLessThanOrEqualTo(Math.min(asked.width(), source.width()));
        assertThat(result.height()).isLessThanOrEqualTo(Math.min(asked.height(), source.height()));
        assertThat(result.width() == Math.min(asked.width(), source.width())
                        || result.height() == Math.min(asked.height(), source.height()))
                .isTrue();
    }

    @Property(tries = 500)
    void coverTakesItsWindowFromInsideTheResizedImage(
            @ForAll("sizes") ImageSize source, @ForAll("sizes") ImageSize asked, @ForAll Gravity gravity) {
        Layout layout = new Scale(
                        asked.width(), asked.height(), null, Fit.COVER, Kernel.BOX, false, gravity, Color.BLACK)
                .layout(source);

        assertThat(layout.left())
                .isBetween(0, layout.resized().width() - layout.result().width());
        assertThat(layout.top())
                .isBetween(0, layout.resized().height() - layout.result().height());
    }

    @Property(tries = 500)
    void containShowsTheWholeImage(
            @ForAll("sizes") ImageSize source, @ForAll("sizes") ImageSize asked, @ForAll Gravity any) {
        Gravity gravity = any.dependsOnPixels() ? Gravity.CENTER : any;
        Layout layout = new Scale(
                        asked.width(), asked.height(), null, Fit.CONTAIN, Kernel.BOX, true, gravity, Color.BLACK)
                .layout(source);

        assertThat(layout.result()).isEqualTo(asked);
        assertThat(-layout.left())
                .isBetween(0, layout.result().width() - layout.resized().width());
        assertThat(-layout.top())
                .isBetween(0, layout.result().height() - layout.resized().height());
    }

    @Provide
    Arbitrary<ImageSize> sizes() {
        return Combinators.combine(SIDE, SIDE).as(ImageSize::new);
    }

    @Provide
    Arbitrary<Pipeline> pipelines() {
        Arbitrary<List<Operation>> operations = operation().list().ofMaxSize(5);
        Arbitrary<Boolean> upright = Arbitraries.of(true, false);
        return Combinators.combine(upright, operations, output())
                .as((autorotate, rest, output) -> new Pipeline(
                        autorotate
                                ? Stream.concat(Stream.of(new Autorotate()), rest.stream())
                                        .toList()
                                : rest,
                        output));
    }

    private static Arbitrary<Operation> operation() {
        Arbitrary<Integer> edge = Arbitraries.integers().between(0, Pipeline.MAX_SIDE - 1);
        return Arbitraries.oneOf(
                scale(),
                Arbitraries.doubles().ofScale(6).between(0.001, 100).map(Scale::by),
                Combinators.combine(edge, edge, SIDE, SIDE).as((x, y, width, height) -> new Crop(x, y, width, height)),
                Combinators.combine(
                                Arbitraries.doubles().ofScale(4).between(0, 0.6),
                                Arbitraries.doubles().ofScale(6).between(1e-6, 0.5))
                        .as((from, length) -> new Crop(from, 0, length, 1, Measure.FRACTION)),
                Arbitraries.of(0, 90, 180, 270, 12.5, 359.75).map(angle -> new Rotate(angle.doubleValue())),
                Arbitraries.of("::-1", "1:", ":-1", "3:9:2", "::7")
                        .map(dev.imagemill.imageop.Slice::parse)
                        .map(slice -> new Slice(slice, dev.imagemill.imageop.Slice.all())),
                Arbitraries.of(Diagonal.class).map(Transpose::new),
                edge.map(border -> new Pad(border, 0, 1, border, Extend.MIRROR, Color.BLACK)),
                Arbitraries.of(0, 0.04, 1.0).map(threshold -> new Trim(threshold.doubleValue(), null)),
                Arbitraries.of(Direction.class).map(Flip::new),
                Arbitraries.of(Convert.MODES).map(Convert::new),
                Arbitraries.of(ColorspaceName.class).map(Colorspace::new),
                Arbitraries.just(new Colorspace(ColorspaceName.CMYK, "ab".repeat(32))),
                value());
    }

    private static Arbitrary<Operation> value() {
        Arbitrary<AlphaMode> alpha = Arbitraries.of(AlphaMode.class);
        return Arbitraries.oneOf(
                Combinators.combine(alpha, alpha).as(Alpha::new),
                Arbitraries.of(Color.WHITE, new Color(1, 2, 3, 255)).map(Flatten::new),
                Arbitraries.just(new Clip()),
                Arbitraries.of(Component.class).map(Split::new),
                Arbitraries.doubles().between(0.1, 10).map(Gamma::new),
                Arbitraries.doubles().between(0.3, 1000).map(Blur::new),
                Combinators.combine(
                                Arbitraries.doubles().between(0.3, 1000),
                                Arbitraries.doubles().between(0, 10),
                                Arbitraries.doubles().between(0, 1))
                        .as(Sharpen::new),
                Combinators.combine(
                                Arbitraries.doubles().between(0, 49),
                                Arbitraries.doubles().between(51, 100))
                        .as(Normalize::new),
                Arbitraries.doubles()
                        .between(-100, 100)
                        .list()
                        .ofSize(12)
                        .map(values -> new Matrix(values.getFirst() < 0 ? values : values.subList(0, 9))),
                Combinators.combine(function().list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(true, false))
                        .as(MapValues::new),
                Arbitraries.integers()
                        .between(-99_999, 99_999)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(indexes -> new Frames(null, indexes)),
                Arbitraries.of("::-1", "0:1", ":-1")
                        .map(dev.imagemill.imageop.Slice::parse)
                        .map(slice -> new Frames(slice, null)),
                watermark());
    }

    private static Arbitrary<Operation> watermark() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(Place.class),
                        Arbitraries.integers().between(0, 65_499),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(0.25, 1.0).injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((byPoint, place, margin, opacity, scale, tile) -> new Watermark(
                        byPoint ? "0".repeat(64) : null,
                        byPoint ? null : new UUID(7, 8),
                        byPoint ? Place.BOTTOM_RIGHT : place,
                        byPoint ? new Point(margin, 5) : null,
                        margin,
                        opacity,
                        scale,
                        tile));
    }

    private static Arbitrary<ValueFunction> function() {
        return Arbitraries.oneOf(
                Arbitraries.of("255 - v", "invert", "gamma( 1.50 )", "if(v < 1000, -v ^ 2, (max - v) * 1e-3)")
                        .map(TextFunction::parse),
                Arbitraries.doubles().between(0, 255).list().ofSize(256).map(ValueTable::new));
    }

    private static Arbitrary<Operation> scale() {
        return Combinators.combine(
                        SIDE,
                        SIDE.injectNull(0.3),
                        Arbitraries.of(Fit.class),
                        Arbitraries.of(Kernel.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Gravity.class),
                        Arbitraries.of(Color.BLACK, Color.WHITE, new Color(1, 2, 3, 4)))
                .as((width, height, fit, kernel, enlarge, gravity, background) -> new Scale(
                        width,
                        height,
                        null,
                        fit,
                        kernel,
                        enlarge,
                        fits(gravity, fit) ? gravity : Gravity.CENTER,
                        fit == Fit.COVER && gravity == Gravity.CENTER ? new Focus(0.25, 0.5) : null,
                        fit == Fit.CONTAIN ? background : Color.BLACK));
    }

    private static boolean fits(Gravity gravity, Fit fit) {
        return fit == Fit.COVER || (fit == Fit.CONTAIN && !gravity.dependsOnPixels());
    }

    private static Arbitrary<Output> output() {
        Arbitrary<Integer> quality = Arbitraries.integers().between(1, 100);
        Arbitrary<Integer> effort = Arbitraries.integers().between(1, 6);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Subsampling> subsampling = Arbitraries.of(Subsampling.class);
        return Arbitraries.oneOf(
                Arbitraries.of(OutputFormat.class).map(Output::of),
                Arbitraries.of(8, 10, 12)
                        .map(depth -> Output.of(OutputFormat.AVIF).withDepth(depth)),
                Combinators.combine(Arbitraries.of(8, 16), Arbitraries.of(MetadataPolicy.class))
                        .as((depth, policy) ->
                                Output.of(OutputFormat.PNG).withDepth(depth).withMetadata(policy)),
                Combinators.combine(quality, flag, subsampling)
                        .as((q, progressive, s) ->
                                new Output(OutputFormat.JPEG, q, false, 0, progressive, s, new Color(9, 8, 7, 255))),
                Combinators.combine(quality, effort, flag)
                        .as((q, e, lossless) -> new Output(
                                OutputFormat.WEBP,
                                lossless ? 80 : q,
                                lossless,
                                e,
                                false,
                                Subsampling.HALF,
                                Color.WHITE)));
    }
}
