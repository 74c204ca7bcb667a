package dev.imagemill.benchmark.pillow;

import dev.imagemill.benchmark.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows as Markdown: a summary, what is slower than Pillow, what is compared with a plain copy, and a table for each group. */
final class Report {
    private static final double MEAN_TARGET = 2;
    private static final double COPY_TARGET = 0.6;

    private final List<Row> rows;

    Report(List<Row> rows) {
        this.rows = rows;
    }

    String markdown() {
        return Stream.of(verdicts(), summary(), slower(), different(), againstCopy(), tables())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** Those that are compared with Pillow; the plain copy is there to be measured against. */
    private List<Row> compared() {
        return rows.stream()
                .filter(row -> row.theirs() != null && !row.operation().isCopy())
                .toList();
    }

    private String verdicts() {
        List<Row> compared = compared();
        if (compared.isEmpty()) {
            return "";
        }
        int slower = (int) compared.stream().filter(row -> row.ratio() < 1).count();
        return Verdict.table(List.of(
                Verdict.atLeast("geometric mean of the ratio", MEAN_TARGET, geometricMean(compared, Row::ratio), ""),
                Verdict.atMost("comparisons of " + compared.size() + " that are slower than in Pillow", 0, slower, ""),
                Verdict.atMost(
                        "comparisons of " + moving().size() + " with a plain copy that are below 60 % of it",
                        0,
                        belowCopy(),
                        "")));
    }

    private String summary() {
        List<Row> compared = compared();
        if (compared.isEmpty()) {
            return "";
        }
        Map<String, List<Row>> groups = byGroup(compared);
        String lines = groups.entrySet().stream()
                .map(group -> summary(group.getKey(), group.getValue()))
                .collect(Collectors.joining("\n"));
        String head =
                "| | comparisons | geometric mean of the ratio | by wall clock | in new arrays | lowest |\n|---|---|---|---|---|---|\n";
        return head + lines + "\n" + summary("**all**", compared);
    }

    private static String summary(String name, List<Row> rows) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %.2f |",
                name,
                rows.size(),
                geometricMean(rows, Row::ratio),
                geometricMean(rows, Row::wallRatio),
                geometricMean(rows, Row::ratioAnew),
                rows.stream().mapToDouble(Row::ratio).min().orElseThrow());
    }

    private static Map<String, List<Row>> byGroup(List<Row> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(row -> row.operation().group(), LinkedHashMap::new, Collectors.toList()));
    }

    static double geometricMean(List<Row> rows, ToDoubleFunction<Row> ratio) {
        return Math.exp(rows.stream()
                .mapToDouble(row -> Math.log(ratio.applyAsDouble(row)))
                .average()
                .orElse(Double.NaN));
    }

    private String slower() {
        List<Row> compared = compared();
        List<Row> slower = compared.stream().filter(row -> row.ratio() < 1).toList();
        return slower.isEmpty()
                ? "Nothing is slower than in Pillow."
                : "Slower than in Pillow, " + slower.size() + " of " + compared.size() + ":\n\n"
                        + table(slower, "", row -> format("%.2f", row.ratio()));
    }

    private String different() {
        List<Row> different = rows.stream().filter(row -> !row.same()).toList();
        return different.isEmpty()
                ? ""
                : different.stream()
                        .map(Row::title)
                        .collect(Collectors.joining("; ", "**Not the same result**: ", "."));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    /** How near operations that only move bytes come to the bandwidth of a plain copy of the same image. */
    private String againstCopy() {
        List<Row> moving = moving();
        if (moving.isEmpty()) {
            return "";
        }
        String head =
                "Bandwidth as a part of a plain copy's (" + belowCopy() + " of " + moving.size() + " below 60 %):\n\n";
        return head + table(moving, "", row -> format("%.0f %%", 100 * ofCopy(row)));
    }

    private List<Row> moving() {
        return rows.stream()
                .filter(row -> row.operation().onlyMoves() && !row.operation().isCopy())
                .toList();
    }

    private int belowCopy() {
        return (int) moving().stream().filter(row -> ofCopy(row) < COPY_TARGET).count();
    }

    private double ofCopy(Row row) {
        return rows.stream()
                .filter(copy -> copy.operation().isCopy()
                        && copy.operation().mode().equals(row.operation().mode())
                        && copy.scale() == row.scale())
                .mapToDouble(copy -> row.bandwidth() / copy.bandwidth())
                .findFirst()
                .orElse(Double.NaN);
    }

    private String tables() {
        return byGroup(rows).entrySet().stream()
                .map(group ->
                        "### " + group.getKey() + "\n\n" + table(group.getValue(), " ms, Pillow, ratio", Report::cell))
                .collect(Collectors.joining("\n\n"));
    }

    private static String cell(Row row) {
        if (row.theirs() == null) {
            return millis(row.ours());
        }
        return millis(row.ours()) + ", " + millis(row.theirs()) + ", "
                + format(row.ratio() < 1 ? "**%.2f**" : "%.2f", row.ratio());
    }

    /** Three digits, no more than are certain. */
    private static String millis(Timing timing) {
        double millis = timing.cpu() / 1e6;
        return format(millis < 1 ? "%.3f" : millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
    }

    private static String table(List<Row> rows, String unit, Function<Row, String> cell) {
        Map<String, Map<Scale, String>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            lines.computeIfAbsent(
                            "| " + row.operation().name() + " | "
                                    + row.operation().mode() + " |",
                            key -> new LinkedHashMap<>())
                    .put(row.scale(), cell.apply(row));
        }
        String head = Arrays.stream(Scale.values())
                .map(scale -> " " + scale.title() + unit + " |")
                .collect(Collectors.joining("", "| operation | source |", "\n|---|---|---|---|---|\n"));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + cells(line.getValue()))
                .collect(Collectors.joining("\n", head, ""));
    }

    private static String cells(Map<Scale, String> cells) {
        return Arrays.stream(Scale.values())
                .map(scale -> " " + cells.getOrDefault(scale, "") + " |")
                .collect(Collectors.joining());
    }
}
