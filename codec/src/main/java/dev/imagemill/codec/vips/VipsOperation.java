package dev.imagemill.codec.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One call of a libvips operation: arguments are set by name, then {@link #image} or {@link #bytes} runs it and takes its output.
 * What may fail for a reason of its input throws {@link VipsException}.
 *
 * <p>This is the C API's own way to call what it has no typed function for ({@code vips_operation_new}, properties, build, outputs),
 * and it needs no variadic call.
 */
public final class VipsOperation {
    // GLib's fundamental types, numbered in gtype.h and shifted by two.
    private static final long TYPE_BOOLEAN = 5 << 2;
    private static final long TYPE_INT = 6 << 2;
    private static final long TYPE_DOUBLE = 15 << 2;
    private static final long TYPE_STRING = 16 << 2;

    /** A {@code GValue}: a type and two words. */
    private static final long VALUE_BYTES = 24;

    private final VipsScope scope;
    private final Native functions;
    private final String nickname;
    private MemorySegment operation;
    private MemorySegment input = MemorySegment.NULL;

    VipsOperation(VipsScope scope, String nickname) {
        this.scope = scope;
        this.functions = scope.functions();
        this.nickname = nickname;
        try (Arena call = Arena.ofConfined()) {
            operation = Invoke.pointer(functions.operationNew, call.allocateFrom(nickname));
        }
        if (operation.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("this libvips was built without the operation " + nickname);
        }
    }

    /** Sets an integer or an enumeration's value. */
    public VipsOperation with(String name, int value) {
        return set(name, TYPE_INT, target -> Invoke.run(functions.valueSetInt, target, value));
    }

    /** Sets a floating-point number. */
    public VipsOperation with(String name, double value) {
        return set(name, TYPE_DOUBLE, target -> Invoke.run(functions.valueSetDouble, target, value));
    }

    /** Sets a switch. */
    public VipsOperation with(String name, boolean value) {
        return set(name, TYPE_BOOLEAN, target -> Invoke.run(functions.valueSetBoolean, target, value ? 1 : 0));
    }

    /** Sets a text. */
    public VipsOperation with(String name, String value) {
        return set(
                name,
                TYPE_STRING,
                target -> Invoke.run(
                        functions.valueSetString, target, scope.arena().allocateFrom(value)));
    }

    /** Sets an input image. */
    public VipsOperation with(String name, VipsImage value) {
        input = value.pointer();
        return set(
                name,
                Invoke.wide(functions.imageType),
                target -> Invoke.run(functions.valueSetObject, target, value.pointer()));
    }

    /** Sets a list of numbers. */
    public VipsOperation with(String name, double... values) {
        MemorySegment numbers = scope.arena().allocateFrom(ValueLayout.JAVA_DOUBLE, values);
        MemorySegment array = Invoke.pointer(functions.arrayDoubleNew, numbers, values.length);
        return boxed(name, Invoke.wide(functions.arrayDoubleType), array);
    }

    /** Sets bytes in native memory, which must outlive the scope. */
    public VipsOperation with(String name, MemorySegment bytes) {
        MemorySegment blob = Invoke.pointer(functions.blobNew, MemorySegment.NULL, bytes, bytes.byteSize());
        return boxed(name, Invoke.wide(functions.blobType), blob);
    }

    /** Runs the operation and gives its output image, which the scope owns. */
    public VipsImage image(String output) {
        return run(output, Invoke.wide(functions.imageType), value -> {
            MemorySegment image = Invoke.pointer(functions.valueGetObject, value);
            return scope.own(Invoke.pointer(functions.objectRef, image));
        });
    }

    /** Runs the operation and gives a copy of its output bytes. */
    @SuppressWarnings("restricted") // libvips gives the length beside the pointer
    public byte[] bytes(String output) {
        return run(output, Invoke.wide(functions.blobType), value -> {
            MemorySegment length = scope.arena().allocate(ValueLayout.JAVA_LONG);
            MemorySegment blob = Invoke.pointer(functions.valueGetBoxed, value);
            MemorySegment data = Invoke.pointer(functions.blobGet, blob, length);
            return data.reinterpret(length.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
        });
    }

    private VipsOperation boxed(String name, long type, MemorySegment area) {
        try {
            return set(name, type, target -> Invoke.run(functions.valueSetBoxed, target, area));
        } finally {
            Invoke.run(functions.areaUnref, area);
        }
    }

    private VipsOperation set(String name, long type, ValueSetter setter) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment value = value(call, type);
            setter.set(value);
            Invoke.run(functions.objectSetProperty, operation, call.allocateFrom(name), value);
            Invoke.run(functions.valueUnset, value);
        }
        return this;
    }

    private <T> T run(String output, long type, ValueGetter<T> getter) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment pointer = call.allocateFrom(ValueLayout.ADDRESS, operation);
            int failed = build(pointer);
            // Building may have put an equal operation in this one's place.
            operation = pointer.get(ValueLayout.ADDRESS, 0);
            if (failed != 0) {
                throw scope.failure(nickname);
            }
            return output(call, output, type, getter);
        } finally {
            Invoke.run(functions.unrefOutputs, operation);
            Invoke.run(functions.objectUnref, operation);
        }
    }

    /** Operations that write pixels compute those of their input. */
    private int build(MemorySegment pointer) {
        return input.equals(MemorySegment.NULL)
                ? Invoke.integer(functions.operationBuild, pointer)
                : VipsStop.computing(input, () -> Invoke.integer(functions.operationBuild, pointer));
    }

    private <T> T output(Arena call, String name, long type, ValueGetter<T> getter) {
        MemorySegment value = value(call, type);
        Invoke.run(functions.objectGetProperty, operation, call.allocateFrom(name), value);
        try {
            return getter.get(value);
        } finally {
            Invoke.run(functions.valueUnset, value);
        }
    }

    private MemorySegment value(Arena call, long type) {
        return Invoke.pointer(functions.valueInit, call.allocate(VALUE_BYTES, Long.BYTES), type);
    }

    private interface ValueSetter {
        void set(MemorySegment value);
    }

    private interface ValueGetter<T> {
        T get(MemorySegment value);
    }
}
