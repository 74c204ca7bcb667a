package dev.imagemill.storage.ledger;

import dev.imagemill.contract.pipeline.Pipeline;
import java.util.List;

/**
 * The part of a wish that needs work: one image with the renditions that are not stored yet.
 *
 * @param source the image
 * @param items what is to be made of it, at least one
 */
public record OpenWork(Source source, List<Item> items) {
    public OpenWork {
        items = List.copyOf(items);
    }

    /**
     * One rendition to be made.
     *
     * @param name full name
     * @param key digest of its key
     * @param pipeline what to do
     */
    public record Item(String name, String key, Pipeline pipeline) {}
}
