package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the page to what the code says; run with {@code -Dimagemill.docs=write} it writes the operations' tables there. */
class PipelineDocsTest {
    private static final Path DOCS = Path.of("../docs/pipelines.md");
    private static final List<String> HEAD =
            List.of("| operation | field | value | default | meaning |", "|---|---|---|---|---|");
    private static final boolean WRITE = "write".equals(System.getProperty("imagemill.docs"));

    static Stream<OperationType> operations() {
        return OperationTypes.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void listsEveryParameterOfTheOperation(OperationType type) throws IOException {
        List<String> page = new ArrayList<>(Files.readAllLines(DOCS));
        List<String> table = table(type);
        if (WRITE) {
            write(type, table, page);
            Files.write(DOCS, page);
        }
        List<String> section = page.subList(start(type, page), end(type, page));
        assertThat(section).contains(type.description());
        assertThat(section.stream().filter(line -> line.startsWith("| `" + type.op() + "` |") || HEAD.contains(line)))
                .containsExactlyElementsOf(table);
    }

    @Test
    void listsEveryOptionOfEveryFormat() throws IOException {
        List<String> rows = Arrays.stream(OutputFormat.values())
                .map(OutputOptions::of)
                .flatMap(options -> options.parameters().stream()
                        .map(parameter -> row(options.format().id(), parameter)))
                .toList();

        assertThat(Files.readAllLines(DOCS)).containsSubsequence(rows);
    }

    private static void write(OperationType type, List<String> table, List<String> page) {
        if (!page.contains(heading(type))) {
            page.addAll(page.indexOf("## Output"), List.of(heading(type), "", type.description(), ""));
        }
        int start = start(type, page);
        page.subList(start, end(type, page))
                .removeIf(line -> line.startsWith("| `" + type.op() + "` |") || HEAD.contains(line));
        int end = end(type, page);
        while (page.get(end - 1).isEmpty()) {
            page.remove(--end);
        }
        page.addAll(
                end,
                Stream.of(List.of(""), table, List.of("")).flatMap(List::stream).toList());
        if (table.isEmpty()) {
            page.remove(end);
        }
    }

    private static String heading(OperationType type) {
        return "### `" + type.op() + "`";
    }

    private static int start(OperationType type, List<String> page) {
        assertThat(page).contains(heading(type));
        return page.indexOf(heading(type));
    }

    private static int end(OperationType type, List<String> page) {
        int end = start(type, page) + 1;
        while (!page.get(end).startsWith("##")) {
            end++;
        }
        return end;
    }

    private static List<String> table(OperationType type) {
        List<String> rows = new ArrayList<>();
        type.parameters().forEach(parameter -> rows.add(row(type.op(), parameter)));
        return rows.isEmpty()
                ? rows
                : Stream.concat(HEAD.stream(), rows.stream()).toList();
    }

    private static <T> String row(String owner, Parameter<T> parameter) {
        T fallback = parameter.fallback();
        String otherwise = fallback == null
                ? parameter.required() ? "required" : "none"
                : "`" + parameter.type().writer().apply(fallback) + "`";
        return "| `" + owner + "` | `" + parameter.name() + "` | "
                + parameter.type().expected() + " | " + otherwise + " | " + parameter.description() + " |";
    }
}
