package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ResultSizeTest {
    private static final ImageSize LANDSCAPE = new ImageSize(3000, 2000);
    private static final ImageSize PORTRAIT = new ImageSize(2000, 3000);

    @ParameterizedTest
    @CsvFileSource(resources = "scale-sizes.csv")
    void scalesToTheSizesOfSharp(
            int width,
            int height,
            @Nullable Integer wantedWidth,
            @Nullable Integer wantedHeight,
            String fit,
            boolean enlarge,
            int resultWidth,
            int resultHeight) {
        Scale scale = new Scale(
                wantedWidth,
                wantedHeight,
                null,
                Fit.valueOf(fit.toUpperCase(Locale.ROOT)),
                Kernel.LANCZOS3,
                enlarge,
                Gravity.CENTER,
                Color.BLACK);

        assertThat(scale.resultSize(new ImageSize(width, height))).isEqualTo(new ImageSize(resultWidth, resultHeight));
    }

    @ParameterizedTest
    @CsvSource({
        "center, 13, 7",
        "north, 13, 0",
        "northeast, 25, 0",
        "east, 25, 7",
        "southeast, 25, 13",
        "south, 13, 13",
        "southwest, 0, 13",
        "west, 0, 7",
        "northwest, 0, 0"
    })
    void cutsByGravity(String gravity, int left, int top) {
        // One side fits exactly with cover, so each axis is looked at by itself.
        assertThat(cover(25, 0, gravity).left()).isEqualTo(left);
        assertThat(cover(0, 13, gravity).top()).isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({
        "center, 12, 6",
        "north, 12, 0",
        "northeast, 25, 0",
        "east, 25, 6",
        "southeast, 25, 13",
        "south, 12, 13",
        "southwest, 0, 13",
        "west, 0, 6",
        "northwest, 0, 0"
    })
    void addsBackgroundByGravity(String gravity, int left, int top) {
        assertThat(contain(25, 0, gravity).left()).isEqualTo(-left);
        assertThat(contain(0, 13, gravity).top()).isEqualTo(-top);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "0.5, 0.5, 400, 0",
        "0.45, 1, 310, 0",
        "0.2, 0.3, 0, 0",
        "0.2784, 0.3, 1, 0",
        "1, 1, 800, 0"
    })
    void coverKeepsAFocusNearTheMiddle(double x, double y, int left, int top) {
        Layout layout = focused(1000, 1000, x, y).layout(new ImageSize(1800, 1000));
        assertThat(layout.left()).isEqualTo(left);
        assertThat(layout.top()).isEqualTo(top);
        Layout upright = focused(1000, 1000, y, x).layout(new ImageSize(1000, 1800));
        assertThat(upright.left()).isEqualTo(top);
        assertThat(upright.top()).isEqualTo(left);
    }

    private static Scale focused(int width, int height, double x, double y) {
        return new Scale(
                width, height, null, Fit.COVER, Kernel.BOX, false, Gravity.CENTER, new Focus(x, y), Color.BLACK);
    }

    @Test
    void knowsTheSizeOfWhatThePixelsPlace() {
        for (Gravity gravity : Gravity.values()) {
            assertThat(new Scale(300, 300, null, Fit.COVER, Kernel.BOX, false, gravity, Color.BLACK)
                            .resultSize(LANDSCAPE))
                    .isEqualTo(new ImageSize(300, 300));
        }
    }

    private static Layout cover(int spareX, int spareY, String gravity) {
        return fit(Fit.COVER, gravity, 100, 100).layout(new ImageSize(100 + spareX, 100 + spareY));
    }

    private static Layout contain(int spareX, int spareY, String gravity) {
        return fit(Fit.CONTAIN, gravity, 100 + spareX, 100 + spareY).layout(new ImageSize(100, 100));
    }

    private static Scale fit(Fit fit, String gravity, int width, int height) {
        return new Scale(
                width,
                height,
                null,
                fit,
                Kernel.BOX,
                false,
                Gravity.valueOf(gravity.toUpperCase(Locale.ROOT)),
                Color.BLACK);
    }

    @Test
    void scalesByFactorRoundingHalvesUp() {
        assertThat(Scale.by(0.5).resultSize(new ImageSize(3, 1))).isEqualTo(new ImageSize(2, 1));
        assertThat(Scale.by(0.001).resultSize(new ImageSize(100, 100))).isEqualTo(new ImageSize(1, 1));
        assertThat(Scale.by(2).resultSize(LANDSCAPE)).isEqualTo(new ImageSize(6000, 4000));
    }

    @Test
    void hasNoEffectWhereNothingWouldChange() {
        assertThat(Scale.inside(3000, 3000).hasEffect(LANDSCAPE)).isFalse();
        assertThat(Scale.inside(2999, 3000).hasEffect(LANDSCAPE)).isTrue();
        assertThat(Scale.to(3000, 1000, Fit.COVER).hasEffect(LANDSCAPE)).isTrue();
        assertThat(new Crop(0, 0, 3000, 2000).hasEffect(LANDSCAPE)).isFalse();
        assertThat(new Crop(0, 1, 3000, 1999).hasEffect(LANDSCAPE)).isTrue();
        assertThat(new Rotate(0).hasEffect(LANDSCAPE)).isFalse();
        assertThat(new Rotate(180).hasEffect(LANDSCAPE)).isTrue();
        assertThat(new Flip(Direction.HORIZONTAL).hasEffect(new ImageSize(1, 9)))
                .isFalse();
        assertThat(new Flip(Direction.VERTICAL).hasEffect(new ImageSize(1, 9))).isTrue();
        assertThat(new Convert(Mode.L).hasEffect(LANDSCAPE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1, 0, 0, 3000, 2000",
        "0.25, 0.1, 0.5, 0.75, 750, 200, 1500, 1500",
        "0.1, 0.7, 0.2, 0.3, 300, 1400, 600, 600",
        "0.0001, 0, 0.0001, 0.00025, 0, 0, 1, 1",
        "0.9999, 0.99999, 0.0001, 0.00001, 2999, 1999, 1, 1",
        "1, 0, 1e-9, 1, refused, 0, 0, 0",
        "0.5, 0.5, 0.5, 0.5000001, refused, 0, 0, 0"
    })
    void roundsFractionsToPixels(
            double x, double y, double width, double height, String left, int top, int columns, int rows) {
        Crop crop = new Crop(x, y, width, height, Measure.FRACTION);
        if (left.equals("refused")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> crop.resultSize(LANDSCAPE))
                    .satisfies(e -> assertThat(e.problem().type()).isEqualTo(ProblemType.OPERATION_OUT_OF_BOUNDS));
        } else {
            assertThat(crop.region(LANDSCAPE)).isEqualTo(new Rectangle(Integer.parseInt(left), top, columns, rows));
            assertThat(crop.resultSize(LANDSCAPE)).isEqualTo(new ImageSize(columns, rows));
        }
    }

    @Test
    void partsInFractionsMeetInPixels() {
        for (int side : new int[] {1, 2, 3, 7, 1000, 65_499}) {
            int end = 0;
            for (int part = 0; part < 10; part++) {
                Rectangle tile = new Crop(part / 10.0, 0, 0.1, 1, Measure.FRACTION).region(new ImageSize(side, 1));
                if (side >= 10) {
                    assertThat(tile.x()).isEqualTo(end);
                }
                end = tile.x() + tile.width();
            }
            assertThat(end).isEqualTo(side);
        }
        assertThat(new Crop(0, 0, 1, 1, Measure.FRACTION).hasEffect(LANDSCAPE)).isFalse();
        assertThat(new Crop(0, 0, 0.5, 1, Measure.FRACTION).hasEffect(LANDSCAPE))
                .isTrue();
    }

    @Test
    void rotatesSizesByQuarters() {
        assertThat(new Rotate(90).resultSize(LANDSCAPE)).isEqualTo(PORTRAIT);
        assertThat(new Rotate(180).resultSize(LANDSCAPE)).isEqualTo(LANDSCAPE);
        assertThat(new Rotate(270).resultSize(LANDSCAPE)).isEqualTo(PORTRAIT);
    }

    @Test
    void rotatesSizesByAnyAngleSoThatEverythingShows() {
        assertThat(new Rotate(45).resultSize(new ImageSize(300, 200))).isEqualTo(new ImageSize(354, 354));
        assertThat(new Rotate(-330).resultSize(new ImageSize(300, 200))).isEqualTo(new ImageSize(360, 324));
        assertThat(new Rotate(-90)).isEqualTo(new Rotate(270));
        assertThat(new Rotate(360).hasEffect(LANDSCAPE)).isFalse();
    }

    @Test
    void countsWhatASliceSelects() {
        Slice slice =
                new Slice(dev.imagemill.imageop.Slice.parse("::-2"), dev.imagemill.imageop.Slice.parse("-100:1990:3"));
        assertThat(slice.resultSize(LANDSCAPE)).isEqualTo(new ImageSize(1500, 30));
        assertThat(slice.hasEffect(new ImageSize(1, 1))).isFalse();
        assertThat(slice.hasEffect(LANDSCAPE)).isTrue();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> slice(":", "7:").resultSize(new ImageSize(5, 1)))
                .withMessageContaining("selects nothing");
    }

    private static Slice slice(String x, String y) {
        return new Slice(dev.imagemill.imageop.Slice.parse(x), dev.imagemill.imageop.Slice.parse(y));
    }

    @Test
    void addsBorders() {
        assertThat(new Pad(1, 20, 300, 4000, Extend.COPY, Color.BLACK).resultSize(LANDSCAPE))
                .isEqualTo(new ImageSize(7020, 2301));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Pad(0, 65500, 0, 0, Extend.COPY, Color.BLACK).resultSize(LANDSCAPE));
    }

    @ParameterizedTest
    @CsvSource({"1, 400, 267", "2, 400, 267", "3, 400, 267", "4, 400, 267", "5, 267, 400", "6, 267, 400", "8, 267, 400"
    })
    void followsTheOrientationOfTheSource(int orientation, int width, int height) {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.WEBP), new Autorotate(), Scale.inside(400, 400));

        assertThat(pipeline.resultSize(LANDSCAPE, orientation)).isEqualTo(new ImageSize(width, height));
    }

    @Test
    void leavesTheOrientationAloneWithoutAutorotate() {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.WEBP), Scale.inside(400, 400));

        assertThat(pipeline.resultSize(LANDSCAPE, 6)).isEqualTo(new ImageSize(400, 267));
    }

    @Test
    void refusesACropThatReachesOutside() {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.PNG), Scale.inside(100, 100), new Crop(50, 0, 51, 10));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> pipeline.resultSize(LANDSCAPE, 1))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.OPERATION_OUT_OF_BOUNDS);
                    assertThat(e.problem().pointer()).isEqualTo("/operations/1");
                    assertThat(e.problem().detail()).contains("51 x 10", "100 x 67");
                });
    }

    @Test
    void refusesAResultThatNoImageCanHave() {
        Scale scale = new Scale(1, 65_500, null, Fit.OUTSIDE, Kernel.BOX, true, Gravity.CENTER, Color.BLACK);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> Pipeline.of(Output.of(OutputFormat.PNG), scale).resultSize(new ImageSize(65_500, 1), 1))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.SIDE_TOO_LONG);
                    assertThat(e.problem().pointer()).isEqualTo("/operations/0");
                });
    }

    @Test
    void refusesAResultThatTheFormatCannotHold() {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.WEBP));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> pipeline.resultSize(new ImageSize(16_384, 10), 1))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.SIDE_TOO_LONG);
                    assertThat(e.problem().pointer()).isEqualTo("/output/format");
                });
    }
}
