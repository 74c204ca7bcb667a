package dev.imagemill.codec.vips;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Owns everything that libvips makes while one image is read or written: closing it gives back every reference, the last first. For
 * one thread.
 */
public final class VipsScope implements AutoCloseable {
    private final VipsLibrary library;
    private final Arena arena = Arena.ofConfined();
    private final Deque<MemorySegment> objects = new ArrayDeque<>();

    /** An empty scope; loads libvips if need be. */
    public VipsScope() {
        library = VipsLibrary.get();
    }

    /** A copy of these bytes in native memory, which lives as long as the scope. */
    public MemorySegment copy(byte[] bytes) {
        return toNative(MemorySegment.ofArray(bytes));
    }

    /** Memory that lives as long as the scope; its content is undefined until it is written to. */
    public MemorySegment allocate(long bytes) {
        return library.allocate(bytes, arena);
    }

    /** The same memory if it is native, otherwise a copy. */
    public MemorySegment toNative(MemorySegment bytes) {
        return bytes.isNative() ? bytes : allocate(bytes.byteSize()).copyFrom(bytes);
    }

    /** A call of the operation with this nickname, to be given its arguments. */
    public VipsOperation operation(String nickname) {
        return new VipsOperation(this, nickname);
    }

    /** An image over pixels in native memory, which must outlive the scope. */
    public VipsImage image(MemorySegment pixels, ImageSize size, int bands, BandFormat format) {
        MemorySegment image = Invoke.pointer(
                functions().imageNewFromMemory,
                pixels,
                pixels.byteSize(),
                size.width(),
                size.height(),
                bands,
                format.code());
        if (image.equals(MemorySegment.NULL)) {
            throw failure("vips_image_new_from_memory");
        }
        return own(image);
    }

    @Override
    public void close() {
        try {
            while (!objects.isEmpty()) {
                Invoke.run(functions().objectUnref, objects.pop());
            }
        } finally {
            arena.close();
        }
    }

    Native functions() {
        return library.functions();
    }

    /** Memory that lives as long as the scope. */
    public Arena arena() {
        return arena;
    }

    /** Takes over one reference to an image. */
    VipsImage own(MemorySegment image) {
        objects.push(requireNonNull(image, "image is null"));
        return new VipsImage(this, image);
    }

    VipsException failure(String what) {
        String reason = library.takeError();
        return new VipsException(reason.isEmpty() ? what + " failed" : reason);
    }
}
