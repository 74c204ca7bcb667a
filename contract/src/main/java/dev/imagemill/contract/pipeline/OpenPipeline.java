package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A pipeline as it may come with a request: like any other, but its format may be {@code "auto"}, to be settled when the picture and
 * what the caller accepts are known. Jobs and presets have no caller to ask, so {@link PipelineParser} refuses it.
 *
 * <p>With {@code auto} go {@code quality}, {@code background} and {@code metadata}; what the format does not have of them is left out.
 */
public final class OpenPipeline {
    /** The word that stands for a format to be settled. */
    public static final String AUTO = "auto";

    private final List<Operation> operations;
    private final @Nullable Output fixed;
    private final OutputOptions.Wishes wishes;

    private OpenPipeline(List<Operation> operations, @Nullable Output fixed, OutputOptions.Wishes wishes) {
        this.operations = operations;
        this.fixed = fixed;
        this.wishes = wishes;
    }

    /**
     * Reads the JSON text of a pipeline whose format may be open.
     *
     * @throws ProblemException {@code invalid-pipeline}
     */
    public static OpenPipeline parse(String json) {
        JsonNode node = StrictJson.read(json, ProblemType.INVALID_PIPELINE);
        JsonNode output = node.path(PipelineParser.OUTPUT);
        if (!output.path(OutputOptions.FORMAT_NAME).asString("").equals(AUTO)) {
            Pipeline pipeline = PipelineParser.parse(node);
            return new OpenPipeline(pipeline.operations(), pipeline.output(), OutputOptions.Wishes.NONE);
        }
        List<Operation> operations = PipelineParser.operations(node, "");
        return new OpenPipeline(operations, null, OutputOptions.readWishes(output, "/" + PipelineParser.OUTPUT));
    }

    /** Whether the format is still to be settled. */
    public boolean isOpen() {
        return fixed == null;
    }

    /** What is to be done before encoding. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * The pipeline, its format settled.
     *
     * @param format what {@link FormatNegotiation} chose; of no account if the format was not open
     */
    public Pipeline settled(OutputFormat format) {
        requireNonNull(format, "format is null");
        return new Pipeline(operations, fixed == null ? OutputOptions.of(format).fulfil(wishes) : fixed);
    }
}
