package dev.imagemill.transform.transforms;

import dev.imagemill.platform.body.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought: an image, and texts that say what is wanted of it. The image is gone when this is closed, unless it was taken before, by whichever thread.
 */
final class ReceivedImage implements AutoCloseable {
    private final List<String> pipelines = new ArrayList<>();
    private @Nullable Content content;

    void add(String pipeline) {
        pipelines.add(pipeline);
    }

    void add(Content image) {
        content = image;
    }

    boolean hasContent() {
        return content != null;
    }

    /** The texts in the order in which they came. */
    List<String> pipelines() {
        return List.copyOf(pipelines);
    }

    /** The image, to be closed by whoever takes it; empty if there was none, or it was taken. */
    synchronized Optional<Content> take() {
        Optional<Content> taken = Optional.ofNullable(content);
        content = null;
        return taken;
    }

    @Override
    public void close() {
        take().ifPresent(Content::close);
    }
}
