package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values, their schema and their documentation say the same. */
class ValuesTest {
    private static final Path README = Chart.FOLDER.resolve("README.md");

    @Test
    void areAllDescribed() {
        List<String> silent = new ArrayList<>();
        describe("", ValuesDocumentation.schema(), silent);

        assertThat(silent).isEmpty();
        assertThat(ValuesDocumentation.rows())
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row.description())
                        .as("description of %s", row.path())
                        .endsWith("."));
    }

    @Test
    void areStrictEverywhere() {
        List<String> open = new ArrayList<>();
        strict("", ValuesDocumentation.schema(), open);

        assertThat(open).isEmpty();
    }

    @Test
    void haveADefaultEach() {
        List<String> without = new ArrayList<>();
        defaults("", ValuesDocumentation.schema(), ValuesDocumentation.defaults(), without);

        assertThat(without).containsExactly("global");
    }

    /** To write the table anew: {@code mvn -pl helm test -Dtest=ValuesTest -Dimagemill.write-tables=true}. */
    @Test
    void areListedInTheReadme() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(ValuesDocumentation.BEGIN) + ValuesDocumentation.BEGIN.length();
        int end = readme.indexOf(ValuesDocumentation.END);
        String table = "\n" + ValuesDocumentation.table() + "\n";
        if (Boolean.getBoolean("imagemill.write-tables")) {
            Files.writeString(README, readme.substring(0, begin) + table + readme.substring(end));
            return;
        }

        assertThat(readme.substring(begin, end)).isEqualTo(table);
    }

    private static void describe(String path, JsonNode schema, List<String> silent) {
        schema.path("properties").properties().forEach(entry -> {
            String name = path + "/" + entry.getKey();
            boolean amount = List.of("cpu", "memory", "ephemeral-storage").contains(entry.getKey());
            if (!amount && entry.getValue().path("description").asText().isBlank()) {
                silent.add(name);
            }
            describe(name, entry.getValue(), silent);
        });
    }

    private static void strict(String path, JsonNode schema, List<String> open) {
        if (schema.has("properties") && !schema.path("additionalProperties").isBoolean()) {
            open.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(entry -> strict(path + "/" + entry.getKey(), entry.getValue(), open));
    }

    private static void defaults(String path, JsonNode schema, JsonNode values, List<String> without) {
        schema.path("properties").properties().forEach(entry -> {
            String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            JsonNode value = values.path(entry.getKey());
            boolean amount = List.of("cpu", "memory", "ephemeral-storage").contains(entry.getKey());
            if (value.isMissingNode() && !amount) {
                without.add(name);
            } else if (value.isObject() && !value.isEmpty()) {
                defaults(name, entry.getValue(), value, without);
            }
        });
    }
}
