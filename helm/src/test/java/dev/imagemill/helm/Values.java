package dev.imagemill.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an operator gives to the chart: YAML laid over YAML, the later above the earlier. */
record Values(ObjectNode tree) {
    private static final YAMLMapper YAML = new YAMLMapper();

    static Values none() {
        return new Values(YAML.createObjectNode());
    }

    /** No more than has to be given. */
    static Values minimal() {
        return file("minimal");
    }

    /** An installation over Strimzi and CloudNativePG's neighbour, an own Postgres, with everything an operator would switch on. */
    static Values production() {
        return file("production");
    }

    static Values development() {
        return none().with(read(Chart.FOLDER.resolve("values-dev.yaml")));
    }

    static List<Values> named() {
        return List.of(minimal(), production(), file("everything"), development());
    }

    Values with(String yaml) {
        ObjectNode merged = tree.deepCopy();
        lay(merged, parse(yaml));
        return new Values(merged);
    }

    String yaml() {
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Values file(String name) {
        return none().with(read(Path.of("src/test/resources/values", name + ".yaml")));
    }

    static ObjectNode parse(String yaml) {
        try {
            JsonNode parsed = YAML.readTree(yaml);
            return parsed instanceof ObjectNode object ? object : YAML.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lay(ObjectNode below, ObjectNode above) {
        above.properties().forEach(entry -> {
            if (below.get(entry.getKey()) instanceof ObjectNode target
                    && entry.getValue() instanceof ObjectNode source) {
                lay(target, source);
            } else {
                below.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
