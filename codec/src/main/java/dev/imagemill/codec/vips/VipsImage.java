package dev.imagemill.codec.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An image that libvips knows how to compute; its pixels come to be when they are asked for. It belongs to a {@link VipsScope}. */
public final class VipsImage {
    private final VipsScope scope;
    private final Native functions;
    private final MemorySegment pointer;

    VipsImage(VipsScope scope, MemorySegment pointer) {
        this.scope = scope;
        this.functions = scope.functions();
        this.pointer = pointer;
    }

    /** Pixels in a row. */
    public int width() {
        return Invoke.integer(functions.imageGetWidth, pointer);
    }

    /** Rows. */
    public int height() {
        return Invoke.integer(functions.imageGetHeight, pointer);
    }

    /** Components of a pixel, alpha included. */
    public int bands() {
        return Invoke.integer(functions.imageGetBands, pointer);
    }

    /** Number type of a component. */
    public BandFormat format() {
        return BandFormat.of(Invoke.integer(functions.imageGetFormat, pointer));
    }

    /** What the components mean. */
    public Interpretation interpretation() {
        return Interpretation.of(Invoke.integer(functions.imageGetInterpretation, pointer));
    }

    /** Whether the last band is alpha. */
    public boolean hasAlpha() {
        return Invoke.integer(functions.imageHasAlpha, pointer) != 0;
    }

    /** A whole number of the image's metadata. */
    public OptionalInt number(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment field = call.allocateFrom(name);
            MemorySegment number = call.allocate(ValueLayout.JAVA_INT);
            boolean found = has(field) && Invoke.integer(functions.imageGetInt, pointer, field, number) == 0;
            return found ? OptionalInt.of(number.get(ValueLayout.JAVA_INT, 0)) : OptionalInt.empty();
        }
    }

    /** A copy of a piece of the image's metadata. */
    @SuppressWarnings("restricted") // libvips gives the length beside the pointer
    public Optional<byte[]> blob(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment field = call.allocateFrom(name);
            MemorySegment data = call.allocate(ValueLayout.ADDRESS);
            MemorySegment length = call.allocate(ValueLayout.JAVA_LONG);
            if (!has(field) || Invoke.integer(functions.imageGetBlob, pointer, field, data, length) != 0) {
                return Optional.empty();
            }
            return Optional.of(data.get(ValueLayout.ADDRESS, 0)
                    .reinterpret(length.get(ValueLayout.JAVA_LONG, 0))
                    .toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /** Pieces of metadata that are text and whose name begins so, by name. */
    public Map<String, String> texts(String prefix) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : fields()) {
            if (name.startsWith(prefix)) {
                text(name).ifPresent(text -> texts.put(name, text));
            }
        }
        return texts;
    }

    @SuppressWarnings("restricted") // an array of C strings ends with a null pointer
    private List<String> fields() {
        List<String> names = new ArrayList<>();
        MemorySegment array = Invoke.pointer(functions.imageGetFields, pointer);
        try {
            MemorySegment strings = array.reinterpret(Long.MAX_VALUE);
            for (long i = 0; ; i++) {
                MemorySegment name = strings.getAtIndex(ValueLayout.ADDRESS, i);
                if (name.equals(MemorySegment.NULL)) {
                    return names;
                }
                names.add(VipsLibrary.string(name));
            }
        } finally {
            Invoke.run(functions.freeStrings, array);
        }
    }

    private Optional<String> text(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment field = call.allocateFrom(name);
            MemorySegment text = call.allocate(ValueLayout.ADDRESS);
            if (Invoke.integer(functions.imageGetString, pointer, field, text) != 0) {
                // Not a text; libvips has noted an error that nobody is to find later.
                scope.failure(name);
                return Optional.empty();
            }
            return Optional.of(VipsLibrary.string(text.get(ValueLayout.ADDRESS, 0)));
        }
    }

    /** The same pixels, and metadata of their own. */
    public VipsImage copy() {
        return operation("copy").image("out");
    }

    /** Sets a piece of metadata; only for a {@link #copy} that nothing was made of yet. */
    public void put(String name, String text) {
        try (Arena call = Arena.ofConfined()) {
            Invoke.run(functions.imageSetString, pointer, call.allocateFrom(name), call.allocateFrom(text));
        }
    }

    /** Sets a piece of metadata; only for a {@link #copy} that nothing was made of yet. */
    public void put(String name, int number) {
        try (Arena call = Arena.ofConfined()) {
            Invoke.run(functions.imageSetInt, pointer, call.allocateFrom(name), number);
        }
    }

    /** Sets a piece of metadata; only for a {@link #copy} that nothing was made of yet. */
    public void put(String name, byte[] content) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment bytes = call.allocateFrom(ValueLayout.JAVA_BYTE, content);
            Invoke.run(functions.imageSetBlobCopy, pointer, call.allocateFrom(name), bytes, bytes.byteSize());
        }
    }

    /** The same pixels with a piece of metadata more. */
    public VipsImage withBlob(String name, byte[] content) {
        VipsImage image = copy();
        image.put(name, content);
        return image;
    }

    /** A list of whole numbers of the image's metadata. */
    @SuppressWarnings("restricted") // libvips gives the length beside the pointer
    public Optional<int[]> numbers(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment field = call.allocateFrom(name);
            MemorySegment data = call.allocate(ValueLayout.ADDRESS);
            MemorySegment count = call.allocate(ValueLayout.JAVA_INT);
            if (!has(field) || Invoke.integer(functions.imageGetArrayInt, pointer, field, data, count) != 0) {
                return Optional.empty();
            }
            return Optional.of(data.get(ValueLayout.ADDRESS, 0)
                    .reinterpret((long) count.get(ValueLayout.JAVA_INT, 0) * Integer.BYTES)
                    .toArray(ValueLayout.JAVA_INT));
        }
    }

    /** The same pixels with a list of whole numbers more in the metadata. */
    public VipsImage withNumbers(String name, int... numbers) {
        VipsImage image = operation("copy").image("out");
        try (Arena call = Arena.ofConfined()) {
            MemorySegment list = call.allocateFrom(ValueLayout.JAVA_INT, numbers);
            Invoke.run(functions.imageSetArrayInt, image.pointer, call.allocateFrom(name), list, numbers.length);
        }
        return image;
    }

    /** The same pixels with a whole number more in the metadata. */
    public VipsImage withNumber(String name, int number) {
        VipsImage image = operation("copy").image("out");
        try (Arena call = Arena.ofConfined()) {
            Invoke.run(functions.imageSetInt, image.pointer, call.allocateFrom(name), number);
        }
        return image;
    }

    /** Whether there is metadata of this name. */
    public boolean has(String name) {
        try (Arena call = Arena.ofConfined()) {
            return has(call.allocateFrom(name));
        }
    }

    /** Computes the pixels, row by row without padding, into memory that the arena owns. */
    @SuppressWarnings("restricted") // libvips gives the length, and g_free is its deallocator
    public MemorySegment pixels(Arena owner) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment length = call.allocate(ValueLayout.JAVA_LONG);
            MemorySegment pixels =
                    VipsStop.computing(pointer, () -> Invoke.pointer(functions.imageWriteToMemory, pointer, length));
            if (pixels.equals(MemorySegment.NULL)) {
                throw scope.failure("vips_image_write_to_memory");
            }
            return pixels.reinterpret(
                    length.get(ValueLayout.JAVA_LONG, 0), owner, memory -> Invoke.run(functions.free, memory));
        }
    }

    /** The operation with this nickname applied to this image as its {@code in}. */
    public VipsOperation operation(String nickname) {
        return scope.operation(nickname).with("in", this);
    }

    MemorySegment pointer() {
        return pointer;
    }

    private boolean has(MemorySegment field) {
        return Invoke.wide(functions.imageGetTypeof, pointer, field) != 0;
    }
}
