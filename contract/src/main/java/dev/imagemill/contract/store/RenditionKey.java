package dev.imagemill.contract.store;

import static java.util.Objects.requireNonNull;

/**
 * What a rendition is made of, and therefore its identity.
 *
 * @param sourceSha256 digest of the source's bytes
 * @param pipelineDigest digest of the pipeline's canonical form
 * @param engineRevision revision of the engine that makes the pixels
 */
public record RenditionKey(String sourceSha256, String pipelineDigest, String engineRevision) {
    public RenditionKey {
        Sha256.requireDigest(sourceSha256, "sourceSha256");
        Sha256.requireDigest(pipelineDigest, "pipelineDigest");
        requireNonNull(engineRevision, "engineRevision is null");
    }

    /** The key of a rendition made by the current engine. */
    public static RenditionKey of(String sourceSha256, String pipelineDigest) {
        return new RenditionKey(sourceSha256, pipelineDigest, EngineRevision.CURRENT);
    }

    /** SHA-256 of the three parts joined by line feeds. */
    public String digest() {
        return Sha256.of(String.join("\n", sourceSha256, pipelineDigest, engineRevision));
    }
}
