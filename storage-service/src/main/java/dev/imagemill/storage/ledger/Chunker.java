package dev.imagemill.storage.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts work into chunks of whole images: each about as long as wanted, and small enough to be one event. An image that is
 * over a limit by itself is a chunk of its own.
 */
final class Chunker {
    /** Well below what a Kafka message may have. */
    private static final int MOST_CHARACTERS = 400_000;

    private final Duration longest;
    private final int mostItems;

    /**
     * @param longest estimated work after which a chunk is full
     * @param mostItems how many items a chunk may hold
     */
    Chunker(Duration longest, int mostItems) {
        this.longest = longest;
        this.mostItems = mostItems;
    }

    List<List<OpenWork>> cut(List<OpenWork> work) {
        List<List<OpenWork>> chunks = new ArrayList<>();
        List<OpenWork> chunk = new ArrayList<>();
        Duration length = Duration.ZERO;
        int items = 0;
        int size = 0;
        for (OpenWork image : work) {
            Duration more = WorkEstimate.of(image);
            boolean full = length.plus(more).compareTo(longest) > 0
                    || items + image.items().size() > mostItems
                    || size + image.size() > MOST_CHARACTERS;
            if (full && !chunk.isEmpty()) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                length = Duration.ZERO;
                items = 0;
                size = 0;
            }
            chunk.add(image);
            length = length.plus(more);
            items += image.items().size();
            size += image.size();
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }
}
