package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineDocsTest {
    private static final Path DOCS = Path.of("../docs/pipelines.md");

    @Test
    void listsEveryParameterOfEveryOperation() throws IOException {
        List<String> rows = new ArrayList<>();
        for (OperationType type : OperationTypes.ALL) {
            type.parameters().forEach(parameter -> rows.add(row(type.op(), parameter)));
        }

        assertThat(documented()).containsSubsequence(rows);
        assertThat(documented()).contains("### `autorotate`");
    }

    @Test
    void listsEveryOptionOfEveryFormat() throws IOException {
        List<String> rows = Arrays.stream(OutputFormat.values())
                .map(OutputOptions::of)
                .flatMap(options -> options.parameters().stream()
                        .map(parameter -> row(options.format().id(), parameter)))
                .toList();

        assertThat(documented()).containsSubsequence(rows);
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(DOCS);
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
