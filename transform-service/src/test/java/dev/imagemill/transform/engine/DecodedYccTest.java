package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.ChromaSubsampling;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedPlanes;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of halved colour of a JPEG or WebP: those made of luma and colour as they are stored are as good as those made by way of RGB. */
class DecodedYccTest {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final String WEBP = "\"format\": \"webp\"";
    private static final Image PICTURE = Pictures.photograph(1203, 803);
    /** In decibels, of the 32 to 45 that halved colour and rounding leave. */
    private static final double MOST_LOSS = 0.5;

    /** Where colour is spread over all pixels, turned, and halved anew, where a kernel sees few samples, or where there are few. */
    private static final double MOST_LOSS_OF_FEW_SAMPLES = 1;

    @BeforeAll
    static void needsTheLibrary() {
        Optional<DecodedPlanes> decoded = Codec.decodePlanes(file(ChromaSubsampling.HALF), DecodeOptions.DEFAULT);
        Assumptions.assumeTrue(decoded.isPresent(), "the machine has TurboJPEG");
        decoded.get().close();
    }

    private static byte[] file(ChromaSubsampling subsampling) {
        return Codec.encode(
                PICTURE, EncodeOptions.of(ImageFormat.JPEG).withQuality(97).withSubsampling(subsampling));
    }

    /** Metadata, of which the source has none, is what planes cannot keep. */
    private static Pipeline pipeline(int width, int height, Kernel kernel, boolean byWayOfRgb) {
        return pipeline("\"format\": \"jpeg\", \"subsampling\": \"4:2:0\"", width, height, kernel, byWayOfRgb);
    }

    private static Pipeline pipeline(String output, int width, int height, Kernel kernel, boolean byWayOfRgb) {
        return PipelineParser.parse("""
                {"operations": [{"op": "autorotate"},
                  {"op": "scale", "width": %d, "height": %d, "fit": "fill", "kernel": "%s"}],
                 "output": {%s, "quality": 95, "metadata": "%s"}}""".formatted(width, height, kernel.id(), output, byWayOfRgb ? "keep" : "strip"));
    }

    private static Image rendition(byte[] file, Pipeline pipeline) {
        SourcePlan plan = ENGINE.plan(Source.of(file), List.of(pipeline));
        try (DecodedSource decoded = plan.decode()) {
            boolean plain = pipeline.canonical().contains("keep");
            assertThat(decoded).isInstanceOf(plain ? DecodedPictures.class : DecodedYcc.class);
            return Pictures.decode(Rendering.bytes(decoded.render(0)));
        }
    }

    private static void assertAsGood(byte[] file, Image upright, int width, int height, Kernel kernel) {
        Image ideal = upright.resize(new ImageSize(width, height), ScaleStep.filter(kernel));
        Image made = rendition(file, pipeline(width, height, kernel, false));
        Image byRgb = rendition(file, pipeline(width, height, kernel, true));
        boolean usual =
                kernel == Kernel.LANCZOS3 && width >= 64 && (upright == PICTURE || (width % 2 == 0 && height % 2 == 0));
        assertThat(Pictures.psnr(made, ideal))
                .as("%d x %d, %s", width, height, kernel)
                .isGreaterThan(Pictures.psnr(byRgb, ideal) - (usual ? MOST_LOSS : MOST_LOSS_OF_FEW_SAMPLES));
        assertThat(Pictures.psnr(made, byRgb)).isGreaterThan(38);
    }

    @ParameterizedTest
    @EnumSource(ChromaSubsampling.class)
    void areAsGoodAtEverySize(ChromaSubsampling subsampling) {
        byte[] file = file(subsampling);
        for (int width : new int[] {1000, 601, 400, 399, 250, 133, 64, 31}) {
            assertAsGood(file, PICTURE, width, width * 2 / 3, Kernel.LANCZOS3);
        }
    }

    @ParameterizedTest
    @EnumSource(ChromaSubsampling.class)
    void areAsGoodAsWebp(ChromaSubsampling subsampling) {
        byte[] file = file(subsampling);
        for (int width : new int[] {1000, 601, 400, 399, 250, 133, 64}) {
            int height = width * 2 / 3;
            Image ideal = PICTURE.resize(new ImageSize(width, height), Filter.LANCZOS);
            Image made = rendition(file, pipeline(WEBP, width, height, Kernel.LANCZOS3, false));
            Image byRgb = rendition(file, pipeline(WEBP, width, height, Kernel.LANCZOS3, true));
            assertThat(Pictures.psnr(made, ideal))
                    .as("%d x %d", width, height)
                    .isGreaterThan(Pictures.psnr(byRgb, ideal) - MOST_LOSS);
        }
    }

    @ParameterizedTest
    @CsvSource({"1203, 803", "1202, 802", "1204, 804", "2400, 1600", "300, 200"})
    void areAsGoodOfAWebp(int width, int height) {
        Assumptions.assumeTrue(Codec.writesPlanes(ImageFormat.WEBP), "the machine has libwebp");
        Image picture = Pictures.photograph(width, height);
        byte[] file = Codec.encode(picture, EncodeOptions.of(ImageFormat.WEBP).withQuality(95));
        for (String output : List.of(WEBP, "\"format\": \"jpeg\", \"subsampling\": \"4:2:0\"")) {
            for (int to : new int[] {250, 199, 133, 64}) {
                ImageSize size = new ImageSize(to, to * 2 / 3);
                Image ideal = picture.resize(size, Filter.LANCZOS);
                Image made = rendition(file, pipeline(output, size.width(), size.height(), Kernel.LANCZOS3, false));
                Image byRgb = rendition(file, pipeline(output, size.width(), size.height(), Kernel.LANCZOS3, true));
                assertThat(Pictures.psnr(made, ideal))
                        .as("%s at %s", output, size)
                        .isGreaterThan(Pictures.psnr(byRgb, ideal) - MOST_LOSS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kernel.class, mode = EnumSource.Mode.EXCLUDE, names = "NEAREST")
    void areAsGoodWithEveryKernel(Kernel kernel) {
        assertAsGood(file(ChromaSubsampling.HALF), PICTURE, 333, 222, kernel);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void lieAsTheirOrientationSays(int orientation) {
        byte[] file = Pictures.withOrientation(file(ChromaSubsampling.HALF), orientation);
        Image upright = Turn.ofExif(orientation).applyTo(PICTURE);
        for (int side : new int[] {200, 201}) {
            assertAsGood(file, upright, side, side + 2, Kernel.LANCZOS3);
            assertAsGood(file, upright, side, side - 1, Kernel.LANCZOS3);
        }
    }

    @Test
    void areMadeSoOnlyIfAllThatIsWantedCanBe() {
        byte[] file = file(ChromaSubsampling.HALF);
        Pipeline small = pipeline(200, 100, Kernel.LANCZOS3, false);
        for (String other : List.of(
                "{\"operations\":[{\"op\":\"scale\",\"width\":90}],\"output\":{\"format\":\"png\"}}",
                "{\"operations\":[{\"op\":\"scale\",\"width\":90}],\"output\":{\"format\":\"webp\",\"lossless\":true}}",
                "{\"operations\":[{\"op\":\"scale\",\"width\":90},{\"op\":\"blur\",\"sigma\":1}],\"output\":{\"format\":\"jpeg\"}}",
                "{\"operations\":[{\"op\":\"scale\",\"width\":90},{\"op\":\"scale\",\"width\":50}],\"output\":{\"format\":\"jpeg\"}}",
                "{\"operations\":[{\"op\":\"scale\",\"width\":90}],\"output\":{\"format\":\"jpeg\",\"subsampling\":\"4:4:4\"}}",
                "{\"operations\":[{\"op\":\"scale\",\"width\":90,\"kernel\":\"nearest\"}],\"output\":{\"format\":\"jpeg\"}}",
                "{\"operations\":[],\"output\":{\"format\":\"jpeg\"}}")) {
            SourcePlan plan = ENGINE.plan(Source.of(file), List.of(small, PipelineParser.parse(other)));
            try (DecodedSource decoded = plan.decode()) {
                assertThat(decoded).as(other).isInstanceOf(DecodedPictures.class);
            }
        }
    }

    @Test
    void keepAPlaceForWhatIsRefused() {
        byte[] file = file(ChromaSubsampling.HALF);
        Pipeline outside = PipelineParser.parse(
                "{\"operations\":[{\"op\":\"crop\",\"x\":5000,\"y\":0,\"width\":9,\"height\":9}],\"output\":{\"format\":\"jpeg\"}}");
        List<Outcome> outcomes =
                ENGINE.render(Source.of(file), List.of(outside, pipeline(200, 100, Kernel.LANCZOS3, false)));
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Rendered.class);
    }

    @Test
    void loseNextToNothingInCompany() {
        byte[] file = file(ChromaSubsampling.HALF);
        List<Pipeline> pipelines = List.of(700, 500, 350, 200, 101, 50).stream()
                .map(width -> pipeline(width, width * 2 / 3, Kernel.LANCZOS3, false))
                .toList();
        List<Outcome> all = ENGINE.render(Source.of(file), pipelines);
        for (int i = 0; i < pipelines.size(); i++) {
            Image made = Pictures.decode(Rendering.bytes(all.get(i)));
            Image ideal = PICTURE.resize(made.size(), Filter.LANCZOS);
            assertThat(Pictures.psnr(made, ideal))
                    .as(pipelines.get(i).canonical())
                    .isGreaterThan(Pictures.psnr(rendition(file, pipelines.get(i)), ideal) - MOST_LOSS);
        }
    }
}
