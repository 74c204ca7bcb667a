package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.Image;
import java.lang.foreign.Arena;
import java.util.List;

/**
 * Decoded frames and the native memory that holds their pixels. Any thread may use and close it; after {@link #close()} they are
 * gone.
 */
public final class DecodedFrames implements AutoCloseable {
    private final List<Image> frames;
    private final Arena memory;

    DecodedFrames(List<Image> frames, Arena memory) {
        this.frames = List.copyOf(frames);
        this.memory = requireNonNull(memory, "memory is null");
    }

    /** The frames, all of one mode and size, in stored orientation, drawn upon those before as they are shown. */
    public List<Image> frames() {
        return frames;
    }

    @Override
    public void close() {
        memory.close();
    }
}
