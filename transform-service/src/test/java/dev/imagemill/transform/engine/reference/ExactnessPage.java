package dev.imagemill.transform.engine.reference;

import static java.util.stream.Collectors.joining;

import dev.imagemill.contract.pipeline.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of {@code docs/exactness.md}. */
final class ExactnessPage {
    private static final String HEAD = """
            | parameters | picture | reference | largest difference | PSNR | tolerance |
            |---|---|---|---|---|---|
            """;
    private static final int LONGEST = 90;
    private static final Pattern FIGURES =
            Pattern.compile("\\| [0-9.]+ \\| ([0-9.]+ dB)? \\|(?= [0-9.]+(, as shown)? \\|$)", Pattern.MULTILINE);

    private ExactnessPage() {}

    /** One comparison and how it turned out. */
    record Line(Comparison comparison, double most, double psnr) {
        static Line of(Comparison comparison) {
            Measured measured = comparison.measure();
            return new Line(comparison, measured.most(), measured.psnr());
        }

        private Operation operation() {
            return comparison.operations().getLast();
        }

        private String text() {
            Tolerance tolerance = comparison.tolerance();
            return "| " + parameters() + " | " + picture() + " | " + comparison.reference() + " | "
                    + number(most) + " | "
                    + (most == 0 ? "" : String.format(Locale.ROOT, "%.1f dB", psnr)) + " | "
                    + number(tolerance.most()) + (tolerance.shown() ? ", as shown" : "") + " |\n";
        }

        private String parameters() {
            String json = operation().json().toString().replaceAll("[0-9a-f]{64}", "...");
            int from = json.indexOf(',');
            String parameters = from < 0 ? "" : json.substring(from + 1, json.length() - 1);
            return parameters.isEmpty()
                    ? ""
                    : "`" + (parameters.length() > LONGEST ? parameters.substring(0, LONGEST) + "..." : parameters)
                            + "`";
        }

        private String picture() {
            return comparison.original().name()
                    + comparison.operationsBefore().stream()
                            .map(before -> ", `" + before.json().toString().replaceAll("[{}\"]|op:", "") + "`")
                            .collect(joining());
        }

        private static String number(double value) {
            return value == 0 ? "0" : String.format(Locale.ROOT, "%.2f", value);
        }
    }

    static String text(List<Line> lines) {
        Map<String, List<Line>> byOperation = lines.stream()
                .collect(Collectors.groupingBy(line -> line.operation().op(), LinkedHashMap::new, Collectors.toList()));
        return byOperation.entrySet().stream()
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .collect(joining("\n", "\n", "\n"));
    }

    /** What does not depend on the machine: another Little CMS may differ in the last places. */
    static String withoutFigures(String text) {
        return FIGURES.matcher(text).replaceAll("|||");
    }

    private static String section(String operation, List<Line> lines) {
        String table = lines.stream().map(Line::text).collect(joining("", HEAD, ""));
        String reasons = lines.stream()
                .map(line -> line.comparison().tolerance())
                .filter(tolerance -> !tolerance.reason().isEmpty())
                .map(tolerance -> "- " + Line.number(tolerance.most()) + ": " + tolerance.reason() + ".\n")
                .distinct()
                .collect(joining());
        return "### `" + operation + "`\n\n" + table + (reasons.isEmpty() ? "" : "\n" + reasons);
    }
}
