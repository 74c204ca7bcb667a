package dev.imagemill.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The table of all values in the chart's README, made of the schema's descriptions and the defaults. */
final class ValuesDocumentation {
    static final String BEGIN = "<!-- values: made from values.yaml and values.schema.json -->\n";
    static final String END = "<!-- end of values -->\n";

    /** One value. */
    record Row(String path, JsonNode value, JsonNode schema) {
        String description() {
            return schema.path("description").asText();
        }
    }

    private ValuesDocumentation() {}

    static String table() {
        StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
        for (Row row : rows()) {
            table.append("| `%s` | %s | %s |\n"
                    .formatted(row.path(), shown(row.value()), row.description().replace("|", "\\|")));
        }
        return table.toString();
    }

    /** Every value that is not made of others, in the order of values.yaml. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        collect("", defaults(), schema(), rows);
        return rows;
    }

    static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode defaults() {
        try {
            return Values.parse(Files.readString(Chart.FOLDER.resolve("values.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String path, JsonNode value, JsonNode schema, List<Row> rows) {
        if (!path.isEmpty() && !schema.has("properties")) {
            rows.add(new Row(path, value, schema));
            return;
        }
        if (isAmounts(schema)) {
            rows.add(new Row(path, value, schema));
            return;
        }
        value.properties()
                .forEach(entry -> collect(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                        entry.getValue(),
                        schema.path("properties").path(entry.getKey()),
                        rows));
    }

    private static boolean isAmounts(JsonNode schema) {
        return schema.path("properties").has("cpu");
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual()
                ? value.asText()
                : value.toString().replace("\"", "").replace(",", ", ");
        return text.isEmpty() || text.equals("{}") || text.equals("[]") ? "" : "`" + text + "`";
    }
}
