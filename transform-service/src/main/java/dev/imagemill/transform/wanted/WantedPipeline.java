package dev.imagemill.transform.wanted;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.pipeline.Pipeline;

/**
 * One thing that is wanted of an image.
 *
 * @param name what it is called: the full name of a preset's rendition, or {@code p} and 12 digits of the pipeline's digest
 * @param pipeline what is to be done
 * @param fixed whether the same words will always mean this pipeline; a preset may be changed, and an image that is named by its id
 */
public record WantedPipeline(String name, Pipeline pipeline, boolean fixed) {
    public WantedPipeline {
        requireNonNull(name, "name is null");
        requireNonNull(pipeline, "pipeline is null");
    }
}
