package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Blur;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescentTest {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final double MOST_LOSS = 0.5;

    private static WholeScale scale(int width, Kernel kernel) {
        return new WholeScale(new ImageSize(width, width / 2), kernel, 1);
    }

    private static WholeScale scale(int width) {
        return scale(width, Kernel.LANCZOS3);
    }

    @Test
    void makesEachOfTheSmallestThatIsLargeEnough() {
        Descent descent = new Descent(List.of(scale(100), scale(1000), scale(600), scale(520), scale(400)));
        assertThat(descent.parent(scale(1000))).isEmpty();
        assertThat(descent.parent(scale(600))).contains(scale(1000));
        assertThat(descent.parent(scale(520))).contains(scale(1000));
        assertThat(descent.parent(scale(400))).contains(scale(520));
        assertThat(descent.parent(scale(100))).contains(scale(400));
        assertThat(descent.shared()).containsExactlyInAnyOrder(scale(1000), scale(520), scale(400));
    }

    @Test
    void makesNothingOfWhatALesserKernelMade() {
        Descent descent = new Descent(List.of(scale(1000, Kernel.BILINEAR), scale(400), scale(200, Kernel.HAMMING)));
        assertThat(descent.parent(scale(400))).isEmpty();
        assertThat(descent.parent(scale(200, Kernel.HAMMING))).contains(scale(400));
    }

    @Test
    void makesABoxOfTheSourceAlone() {
        assertThat(new Descent(List.of(scale(400), scale(200, Kernel.BOX))).parent(scale(200, Kernel.BOX)))
                .isEmpty();
    }

    @Test
    void keepsWhatIsWantedTwice() {
        assertThat(new Descent(List.of(scale(400), scale(400))).shared()).containsExactly(scale(400));
        assertThat(new Descent(List.of(scale(400), scale(390))).shared()).isEmpty();
    }

    private static Image photograph() {
        return Pictures.photograph(1500, 1000);
    }

    private static Pipeline png(Operation... operations) {
        return Pipeline.of(Output.of(OutputFormat.PNG), operations);
    }

    private static byte[] bytes(Outcome outcome) {
        return ((Outcome.Rendered) outcome).bytes();
    }

    @Test
    void losesNextToNothingAgainstRenditionsMadeAlone() {
        Image picture = photograph();
        byte[] jpeg = Pictures.jpeg(picture);
        List<Pipeline> pipelines = List.of(800, 600, 500, 400, 300, 200, 100, 50).stream()
                .map(width -> Pipeline.of(Output.of(OutputFormat.JPEG), new Autorotate(), Scale.inside(width, width)))
                .toList();
        List<Outcome> inCompany = ENGINE.render(Source.of(jpeg), pipelines);
        for (int i = 0; i < pipelines.size(); i++) {
            Outcome alone =
                    ENGINE.render(Source.of(jpeg), List.of(pipelines.get(i))).getFirst();
            assertThat(psnr(inCompany.get(i), picture))
                    .as(pipelines.get(i).canonical())
                    .isGreaterThan(psnr(alone, picture) - MOST_LOSS);
        }
    }

    private static double psnr(Outcome outcome, Image ideal) {
        Image made = Pictures.decode(bytes(outcome));
        return Pictures.psnr(made, ideal.resize(made.size(), Filter.LANCZOS));
    }

    @Test
    void makesTheSameWhateverElseOfTheListIsMade() {
        byte[] jpeg = Pictures.withOrientation(Pictures.jpeg(photograph()), 6);
        List<Pipeline> pipelines = List.of(
                png(new Autorotate(), Scale.inside(120, 120)),
                png(Scale.inside(500, 500)),
                png(new Autorotate(), Scale.inside(250, 250), new Blur(1)),
                png(new Autorotate(), Scale.inside(120, 120), new Crop(0, 0, 20, 20)));
        List<Outcome> all = ENGINE.render(Source.of(jpeg), pipelines);
        for (int i = pipelines.size() - 1; i >= 0; i--) {
            try (DecodedSource decoded = ENGINE.plan(Source.of(jpeg), pipelines).decode()) {
                assertThat(bytes(decoded.render(i))).isEqualTo(bytes(all.get(i)));
            }
        }
    }

    @Test
    void leavesAloneWhatIsNotTheWholePictureOrNoLongerTheSources() {
        byte[] jpeg = Pictures.jpeg(photograph());
        List<Pipeline> apart = List.of(
                png(new Crop(0, 0, 1500, 750), Scale.inside(300, 300)),
                png(new Blur(2), Scale.inside(200, 200)),
                png(Scale.to(200, 200, Fit.COVER)));
        Pipeline whole = png();
        for (Pipeline pipeline : apart) {
            Outcome without =
                    ENGINE.render(Source.of(jpeg), List.of(whole, pipeline)).getLast();
            Outcome with = ENGINE.render(Source.of(jpeg), List.of(whole, png(Scale.inside(900, 900)), pipeline))
                    .getLast();
            assertThat(bytes(with)).as(pipeline.canonical()).isEqualTo(bytes(without));
        }
    }

    @Test
    void countsThePicturesThatItKeeps() {
        byte[] jpeg = Codec.encode(photograph(), EncodeOptions.of(ImageFormat.JPEG));
        long apart = Arrays.stream(new int[] {600, 300})
                .mapToLong(width -> 2L * 3 * width * width * 2 / 3)
                .sum();
        long plan = ENGINE.plan(Source.of(jpeg), List.of(png(Scale.inside(600, 600)), png(Scale.inside(300, 300))))
                .memory();
        assertThat(plan).isEqualTo(2L * jpeg.length + 3L * 1500 * 1000 + apart + 3L * 600 * 400);
    }
}
