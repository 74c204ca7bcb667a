package dev.imagemill.codec.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** Memory that a library's own allocator gave: undefined until it is written to, unlike an arena's, which is cleared first. */
public final class NativeMemory {
    private NativeMemory() {}

    /**
     * Hands memory over to an arena, which frees it when it is closed.
     *
     * @param memory what the allocator gave for at least so many bytes
     * @param free the allocator's counterpart
     * @throws OutOfMemoryError if it gave none
     */
    @SuppressWarnings("restricted") // the length is the one that was asked for
    public static MemorySegment owned(MemorySegment memory, long bytes, Arena owner, Consumer<MemorySegment> free) {
        if (memory.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError(bytes + " bytes of native memory");
        }
        return memory.reinterpret(bytes, owner, free);
    }
}
