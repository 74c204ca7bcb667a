package dev.imagemill.storage.ledger;

import dev.imagemill.contract.pipeline.Pipeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a wish that needs work: one image with the renditions that are not stored yet.
 *
 * @param source the image
 * @param items what is to be made of it, at least one
 * @param traceparent the trace in which it was asked for, or null
 */
public record OpenWork(
        Source source, List<Item> items, @Nullable String traceparent) {
    public OpenWork {
        items = List.copyOf(items);
    }

    /** About how many characters the work takes in an event. */
    int size() {
        return items.stream().mapToInt(Item::size).sum();
    }

    /**
     * One rendition to be made.
     *
     * @param name full name
     * @param key digest of its key
     * @param pipeline what to do
     * @param length characters of the pipeline's canonical form
     */
    public record Item(String name, String key, Pipeline pipeline, int length) {
        private static final int FRAME = 200;

        /** About how many characters the item takes in an event. */
        int size() {
            return FRAME + length;
        }
    }
}
