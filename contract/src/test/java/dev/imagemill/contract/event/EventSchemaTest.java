package dev.imagemill.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.imagemill.contract.pipeline.PipelineSchema;
import dev.imagemill.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {
    private static final Path PIPELINE = Path.of("src/main/resources/schema/pipeline.json");

    /** Everything else of an event is required. */
    private static final Map<EventType, List<String>> OPTIONAL = Map.of(
            EventType.IMAGE_UPLOADED, optional("/preset", "/renditions/0/pipeline/operations"),
            EventType.TRANSFORM_REQUESTED, optional("/jobId", "/sources/0/renditions/0/pipeline/operations"),
            EventType.RENDITIONS_COMPLETED, List.of("/jobId"),
            EventType.JOB_COMPLETED, List.of("/preset"));

    @ParameterizedTest
    @EnumSource(EventType.class)
    void describesEveryFieldOfTheData(EventType type) {
        JsonNode schema = JsonMapper.shared().readTree(EventSchemas.resource(type.schemaResource()));

        assertThat(schema.get("$id").stringValue()).isEqualTo(type.schemaUri());
        assertThat(schema.get("title").stringValue()).isEqualTo(type.dataClass().getSimpleName());
        assertThat(new TreeSet<>(schema.get("properties").propertyNames()))
                .isEqualTo(new TreeSet<>(
                        tree(Examples.of(type)).propertyNames().stream().collect(Collectors.toSet())));
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.contract.event.Examples#all")
    void acceptsWhatIsWritten(EventData data) {
        assertThat(EventSchemas.errors(data.type(), tree(data).toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.contract.event.Examples#all")
    void refusesEveryMutationAsTheReaderDoes(EventData data) {
        List<Mutation> mutations = Mutation.of(tree(data));

        assertThat(mutations).hasSizeGreaterThan(20);
        assertThat(mutations.stream().filter(mutation -> reads(data, mutation.json()) != valid(data, mutation)))
                .as("read against the schema, or refused despite it")
                .extracting(Mutation::change)
                .isEmpty();
        assertThat(mutations.stream().filter(mutation -> valid(data, mutation)))
                .as("valid after all")
                .extracting(Mutation::change)
                .containsExactlyInAnyOrderElementsOf(OPTIONAL.getOrDefault(data.type(), List.of()).stream()
                        .map(pointer -> "without " + pointer)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.contract.event.Examples#all")
    void toleratesUnknownFields(EventData data) {
        String json = tree(data).put("addedLater", true).toString();

        assertThat(EventSchemas.errors(data.type(), json)).isEmpty();
        assertThat(EventJson.read(EventJson.headers(Examples.event(data)), json.getBytes(UTF_8))
                        .data())
                .isEqualTo(data);
    }

    /** Run with {@code -Dimagemill.docs=write} it writes the schema to its file. */
    @Test
    void containsThePipelineSchemaAsTheOperationsStateIt() throws IOException {
        String stated = PipelineSchema.json().toPrettyString() + "\n";
        if ("write".equals(System.getProperty("imagemill.docs"))) {
            Files.writeString(PIPELINE, stated);
        }
        assertThat(PIPELINE).hasContent(stated);
    }

    /** A pipeline may have no operations, and its scale has one of width and height. */
    private static List<String> optional(String field, String operations) {
        return List.of(field, operations, operations + "/1/width", operations + "/1/height");
    }

    private static boolean valid(EventData data, Mutation mutation) {
        return EventSchemas.errors(data.type(), mutation.json()).isEmpty();
    }

    private static boolean reads(EventData data, String json) {
        Throwable thrown =
                catchThrowable(() -> EventJson.read(EventJson.headers(Examples.event(data)), json.getBytes(UTF_8)));
        assertThat(thrown == null || thrown instanceof ProblemException)
                .as("problem, not %s", thrown)
                .isTrue();
        return thrown == null;
    }

    private static ObjectNode tree(EventData data) {
        return (ObjectNode) JsonMapper.shared().readTree(EventJson.write(data));
    }
}
