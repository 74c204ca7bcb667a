package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.Arena;

/**
 * A picture decoded to luma and colour as they are stored, and the native memory that holds it. Any thread may use and close it; after {@link #close()} its samples are gone.
 */
public final class DecodedPlanes implements AutoCloseable {
    private final YccPlanes planes;
    private final Arena memory;

    DecodedPlanes(YccPlanes planes, Arena memory) {
        this.planes = requireNonNull(planes, "planes is null");
        this.memory = requireNonNull(memory, "memory is null");
    }

    /** The picture, in stored orientation, maybe smaller than the file's where a size hint allowed it. */
    public YccPlanes planes() {
        return planes;
    }

    @Override
    public void close() {
        memory.close();
    }
}
