package dev.imagemill.benchmark.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of the report: both sides with one format and so many clients.
 *
 * @param sources where ipx has its sources
 */
record Cell(String sources, String format, int clients, Tally ours, Tally theirs) {
    private static final String HEAD = """
            | ipx reads from | format | clients | requests/s | ipx | ratio | p50, ms | ipx | p99, ms | ipx | ms CPU a request | and of S3 | ipx | and of S3 |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;
    private static final double P99 = 0.99;

    static String table(List<Cell> cells) {
        return HEAD + cells.stream().map(Cell::row).collect(Collectors.joining("\n"));
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %.2f | %.0f | %.0f | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f |",
                sources,
                format,
                clients,
                ours.medianPerSecond(),
                theirs.medianPerSecond(),
                speed(),
                ours.millis(0.5),
                theirs.millis(0.5),
                ours.millis(P99),
                theirs.millis(P99),
                ours.cpuMillis(),
                ours.helpersCpuMillis(),
                theirs.cpuMillis(),
                theirs.helpersCpuMillis());
    }

    /** Median over the rounds of ours a second, in times of theirs in the round beside it. */
    double speed() {
        return Tally.quantile(
                IntStream.range(0, ours.perSecond().size())
                        .mapToObj(i ->
                                ours.perSecond().get(i) / theirs.perSecond().get(i))
                        .toList(),
                0.5);
    }

    double p99Ratio() {
        return ours.millis(P99) / theirs.millis(P99);
    }
}
