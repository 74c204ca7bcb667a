package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PipelineVocabularyTest {
    static List<ObjectNode> operations() {
        return PipelineVocabulary.operations();
    }

    @Test
    void listsEveryOperationInTheOrderOfTheDocumentation() {
        assertThat(operations())
                .extracting(operation -> operation.get("op").stringValue())
                .containsExactlyElementsOf(
                        OperationTypes.ALL.stream().map(OperationType::op).toList());
    }

    /** An operation with a parameter that must be given states its example with {@link OperationType#like}. */
    @ParameterizedTest
    @MethodSource("operations")
    void givesAnExampleThatIsAPipelinesOperation(ObjectNode operation) {
        Pipeline pipeline = PipelineParser.parse(
                "{\"operations\":[" + operation.get("example") + "],\"output\":{\"format\":\"png\"}}");

        assertThat(pipeline.operations().getFirst().op())
                .isEqualTo(operation.get("op").stringValue());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesEveryParameterOfTheSchema(ObjectNode operation) {
        List<String> names = operation
                .get("schema")
                .get("properties")
                .propertyStream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> !name.equals("op"))
                .toList();

        assertThat(operation
                        .get("parameters")
                        .valueStream()
                        .map(node -> node.get("name").stringValue()))
                .containsExactlyElementsOf(names);
        assertThat(operation.get("description").stringValue()).endsWith(".");
    }

    @Test
    void tellsRangeDefaultAndUnit() {
        assertThat(parameter("pad", "top").toString())
                .isEqualTo("{\"name\":\"top\",\"description\":\"Pixels to add above the image.\","
                        + "\"value\":\"an integer from 0 to 65500\",\"required\":false,\"unit\":\"pixels\","
                        + "\"minimum\":0,\"maximum\":65500,\"default\":0}");
        assertThat(parameter("normalize", "upper").get("unit").stringValue()).isEqualTo("per-cent");
        assertThat(parameter("flip", "direction").get("enum").toString()).isEqualTo("[\"horizontal\",\"vertical\"]");
        assertThat(parameter("flip", "direction").get("required").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void listsTheOptionsOfEachFormat(OutputFormat format) {
        assertThat(PipelineVocabulary.options(format).valueStream())
                .extracting(option -> option.get("name").stringValue())
                .containsExactlyElementsOf(OutputOptions.of(format).parameters().stream()
                        .map(Parameter::name)
                        .toList());
    }

    private static JsonNode parameter(String op, String name) {
        return operations().stream()
                .filter(operation -> operation.get("op").stringValue().equals(op))
                .flatMap(operation -> operation.get("parameters").valueStream())
                .filter(parameter -> parameter.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
