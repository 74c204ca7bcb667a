package dev.imagemill.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {
    private static final JsonNode API = new YAMLMapper().readTree(EventSchemas.resource("asyncapi.yaml"));

    @Test
    void hasAChannelForEveryTopicAndOneForDeadLetters() {
        assertThat(API.get("asyncapi").stringValue()).isEqualTo("3.0.0");
        assertThat(API.get("channels")
                        .valueStream()
                        .map(channel -> channel.get("address").stringValue()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Topics.ALL.stream(), Stream.of(Topics.dlq("{topic}")))
                                .toList());
    }

    @Test
    void hasAMessageForEveryEventAndNoOther() {
        assertThat(API.at("/components/messages")
                        .valueStream()
                        .filter(message -> message.has("name"))
                        .map(message -> message.get("name").stringValue()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::id).toList());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void carriesEveryEventOnItsTopics(EventType type) {
        List<String> addresses = API.get("channels")
                .valueStream()
                .filter(channel -> channel.get("messages")
                        .valueStream()
                        .anyMatch(reference ->
                                target(reference).path("name").stringValue("").equals(type.id())))
                .map(channel -> channel.get("address").stringValue())
                .toList();

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(type.topics());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void refersToTheSchemaOfEveryEvent(EventType type) {
        assertThat(message(type).at("/payload/schema/$ref").stringValue()).isEqualTo(type.schemaResource());
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.contract.event.Examples#all")
    void describesTheHeaders(EventData data) {
        Map<String, byte[]> headers = EventJson.headers(Examples.event(data));
        ObjectNode json = JsonMapper.shared().createObjectNode();
        headers.forEach((name, value) -> json.put(name, new String(value, UTF_8)));
        JsonNode schema = API.at("/components/schemas/cloudEventHeaders");

        assertThat(headersSchema(data.type()).validate(json)).isEmpty();
        assertThat(schema.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(headers.keySet());
        for (JsonNode name : schema.get("required")) {
            ObjectNode without = json.deepCopy();
            without.remove(name.stringValue());
            assertThat(headersSchema(data.type()).validate(without)).isNotEmpty();
        }
    }

    @Test
    void resolvesEveryReference() {
        assertThat(API.findValues("$ref").stream().map(JsonNode::stringValue).collect(Collectors.toSet()))
                .allSatisfy(reference -> {
                    if (reference.startsWith("#")) {
                        assertThat(API.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse();
                    } else {
                        assertThat(EventSchemas.resource(reference)).isNotEmpty();
                    }
                });
    }

    private static Schema headersSchema(EventType type) {
        ObjectNode schema = (ObjectNode) message(type).get("headers").deepCopy();
        schema.putObject("components")
                .putObject("schemas")
                .set("cloudEventHeaders", API.at("/components/schemas/cloudEventHeaders"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static JsonNode message(EventType type) {
        return API.at("/components/messages")
                .valueStream()
                .filter(message -> message.path("name").stringValue("").equals(type.id()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode target(JsonNode reference) {
        return API.at(reference.get("$ref").stringValue().substring(1));
    }
}
