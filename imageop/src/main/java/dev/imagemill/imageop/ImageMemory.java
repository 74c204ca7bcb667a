package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of images that are done with, in which results of the same length are made.
 *
 * <p>Java clears every new array, and what is new lies outside the processor's caches: together that takes longer than a flip, a crop or a
 * copy. Work that makes images of the same sizes again and again, such as frames or tiles, can have them made in the memory of earlier ones:
 *
 * <pre>{@code
 * ImageMemory memory = ImageMemory.ofAtMost(64 << 20);
 * for (Image frame : frames) {
 *     Image turned = memory.use(frame::rotate180);
 *     show(turned);
 *     memory.release(turned);
 * }
 * }</pre>
 *
 * <p>{@link Images#create} always takes new memory. An object may be used by many threads.
 */
public final class ImageMemory {
    private static final ScopedValue<ImageMemory> CURRENT = ScopedValue.newInstance();
    private static final int MOST_ARRAYS = 64;

    private final long limit;
    /** The latest one first, which is the likeliest to be in a cache. */
    private final Deque<byte[]> free = new ArrayDeque<>();

    private long held;

    private ImageMemory(long limit) {
        this.limit = limit;
    }

    /**
     * Memory that holds no more than so many bytes, in 64 arrays at most; beyond that it forgets what was released first.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static ImageMemory ofAtMost(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a number of bytes is not negative as " + bytes + " is");
        }
        return new ImageMemory(bytes);
    }

    /** Does work in this thread; the images that operations make meanwhile lie in released memory if any is as long. */
    public <T> T use(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /**
     * Takes the memory of an image that is no longer used, neither by itself nor through a view of it: it will be overwritten. An image
     * that is not over an array of exactly its length, such as a plane, is left alone.
     *
     * @throws IllegalStateException if the memory was released before, and not used since
     */
    public void release(Image image) {
        byte[] array = wholeArray(requireNonNull(image, "image is null").segment());
        if (array != null && array.length <= limit) {
            keep(array);
        }
    }

    private static byte @Nullable [] wholeArray(MemorySegment segment) {
        HeapBytes heap = HeapBytes.of(segment);
        return heap != null && heap.array().length == segment.byteSize() ? heap.array() : null;
    }

    private synchronized void keep(byte[] array) {
        for (byte[] other : free) {
            if (other == array) {
                throw new IllegalStateException("this image's memory was released before");
            }
        }
        free.addFirst(array);
        held += array.length;
        while (held > limit || free.size() > MOST_ARRAYS) {
            held -= free.removeLast().length;
        }
    }

    private synchronized byte @Nullable [] take(int length) {
        for (Iterator<byte[]> arrays = free.iterator(); arrays.hasNext(); ) {
            byte[] array = arrays.next();
            if (array.length == length) {
                arrays.remove();
                held -= length;
                return array;
            }
        }
        return null;
    }

    /** A released array of the memory that this thread uses, whatever is in it, or null if there is none. */
    static byte @Nullable [] released(int length) {
        return CURRENT.isBound() ? CURRENT.get().take(length) : null;
    }
}
