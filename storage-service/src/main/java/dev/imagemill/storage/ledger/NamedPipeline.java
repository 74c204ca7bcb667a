package dev.imagemill.storage.ledger;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.pipeline.Pipeline;

/**
 * A pipeline under the full name its rendition has on an image. The digest and the length are kept beside it because they are
 * needed once an image.
 *
 * @param name as {@code thumbnails.w400}
 * @param pipeline what to do
 * @param digest the pipeline's digest
 * @param length characters of the pipeline's canonical form
 */
public record NamedPipeline(String name, Pipeline pipeline, String digest, int length) {
    public NamedPipeline {
        requireNonNull(name, "name is null");
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(digest, "digest is null");
    }

    public static NamedPipeline of(String name, Pipeline pipeline) {
        return new NamedPipeline(
                name, pipeline, pipeline.digest(), pipeline.canonical().length());
    }
}
