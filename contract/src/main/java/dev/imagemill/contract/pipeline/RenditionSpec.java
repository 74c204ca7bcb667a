package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rendition that is wanted: a name and the pipeline that makes it.
 *
 * @param name unique in its preset or request; see {@link Names}
 */
public record RenditionSpec(String name, Pipeline pipeline) {
    public RenditionSpec {
        Names.require(name, "a rendition's name");
        requireNonNull(pipeline, "pipeline is null");
    }

    /** A single pipeline that came without a name. */
    public static RenditionSpec unnamed(Pipeline pipeline) {
        return new RenditionSpec(Names.ofPipeline(pipeline), pipeline);
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
        json.set("pipeline", pipeline.json());
        return json;
    }
}
