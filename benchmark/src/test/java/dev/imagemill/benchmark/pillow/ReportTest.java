package dev.imagemill.benchmark.pillow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagemill.imageop.Image;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Operation COPY = Operation.copy("L", "im.copy()");
    private static final Operation CONVERSION = Operation.onImage("Conversion", "to L", "RGB", Image::copy, "im");
    private static final Operation CROP =
            Operation.onImage("Crop", "crop", "L", Image::copy, "im").comparedWithCopy();

    private static Row row(Operation operation, Scale scale, double ours, @Nullable Timing theirs, long bytes) {
        Timing anew = new Timing(2 * ours, 2 * ours);
        return new Row(operation, scale, new Timing(ours, ours), anew, theirs, bytes, /* same= */ true);
    }

    private static Timing took(double nanos) {
        return new Timing(nanos, nanos);
    }

    @Test
    void summarisesByTheGeometricMeanAndNamesWhatIsSlower() {
        String report = new Report(List.of(
                        row(CONVERSION, Scale.SMALL, 1e6, took(4e6), 1),
                        row(CONVERSION, Scale.LARGE, 2e6, took(1e6), 1)))
                .markdown();
        assertThat(report)
                .contains("| Conversion | 2 | 1.41 | 1.41 | 0.71 | 0.50 |")
                .contains("Slower than in Pillow, 1 of 2:")
                .contains("| to L | RGB |  |  | 0.50 |")
                .contains("| to L | RGB | 1.00, 4.00, 4.00 |  | 2.00, 1.00, **0.50** |")
                .doesNotContain("Not the same result");
    }

    @Test
    void comparesMovesWithTheCopyOfTheSameSource() {
        String report = new Report(List.of(
                        row(COPY, Scale.SMALL, 1e6, took(1e3), 1000),
                        row(COPY, Scale.MEDIUM, 5e6, took(1e6), 1000),
                        row(CROP, Scale.SMALL, 1e6, took(1e6), 500),
                        row(CROP, Scale.MEDIUM, 2e6, took(2e6), 500)))
                .markdown();
        assertThat(report)
                .contains("(1 of 2 below 60 %)")
                .contains("| crop | L | 50 % | 125 % |  |")
                .contains("| **all** | 2 | 1.00 |")
                .contains("Nothing is slower than in Pillow.");
    }

    @Test
    void namesWhatIsNotThePeersResult() {
        Row different = new Row(CONVERSION, Scale.SMALL, took(1), took(1), took(1), 1, /* same= */ false);
        assertThat(new Report(List.of(different)).markdown()).contains("**Not the same result**: to L, RGB, 0.3 Mpx.");
    }

    @Test
    void leavesOutWhatPillowHasNot() {
        String report = new Report(List.of(row(CROP, Scale.SMALL, 1e6, null, 500))).markdown();
        assertThat(report).contains("| crop | L | 1.00 |").doesNotContain("geometric mean");
    }

    @Test
    void takesTheMeanOfRatiosGeometrically() {
        List<Row> rows =
                List.of(row(CONVERSION, Scale.SMALL, 1, took(8), 1), row(CONVERSION, Scale.SMALL, 1, took(0.5), 1));
        assertThat(Report.geometricMean(rows, Row::ratio)).isEqualTo(2, within(1e-9));
    }
}
