package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.ProblemException;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches Jackson to write pipelines, renditions and presets in their canonical form and to read pipelines and
 * renditions strictly.
 *
 * <p>What is read so throws {@link ProblemException} with pointers relative to the pipeline or rendition.
 */
public final class PipelineModule extends SimpleModule {
    public PipelineModule() {
        super("imagemill-pipeline");
        addSerializer(Pipeline.class, new TreeSerializer<>(Pipeline::json));
        addSerializer(RenditionSpec.class, new TreeSerializer<>(RenditionSpec::json));
        addSerializer(Preset.class, new TreeSerializer<>(Preset::json));
        addDeserializer(Pipeline.class, new TreeDeserializer<>(PipelineParser::parse));
        addDeserializer(RenditionSpec.class, new TreeDeserializer<>(PresetParser::rendition));
    }

    private static final class TreeSerializer<T> extends ValueSerializer<T> {
        private final Function<T, JsonNode> writer;

        TreeSerializer(Function<T, JsonNode> writer) {
            this.writer = writer;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeTree(writer.apply(value));
        }
    }

    private static final class TreeDeserializer<T> extends ValueDeserializer<T> {
        private final Function<JsonNode, T> reader;

        TreeDeserializer(Function<JsonNode, T> reader) {
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return reader.apply(context.readTree(parser));
        }
    }
}
