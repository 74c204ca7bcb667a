package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.store.ObjectKeys;

/**
 * One rendition to make.
 *
 * @param item index of the item in its chunk, from 0
 * @param name full name, {@code <preset>.<rendition>}
 * @param key digest of its {@link dev.imagemill.contract.store.RenditionKey}
 * @param pipeline what makes it
 */
public record WantedRendition(int item, String name, String key, Pipeline pipeline) {
    public WantedRendition {
        Require.atLeast(0, item, "item");
        Require.text(name, "name");
        Require.digest(key, "key");
        requireNonNull(pipeline, "pipeline is null");
    }

    /** Where it is to be stored in the bucket. */
    public String objectKey() {
        return ObjectKeys.rendition(key);
    }
}
