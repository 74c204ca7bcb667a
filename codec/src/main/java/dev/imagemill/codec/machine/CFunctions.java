package dev.imagemill.codec.machine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Finds the C functions of a library. Its user calls them with {@code invokeExact}, as only the source of a call has its exact types. */
public final class CFunctions {
    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    public CFunctions(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** Whether the library has a function. */
    public boolean has(String name) {
        return symbols.find(name).isPresent();
    }

    /**
     * A function's address.
     *
     * @throws UnsatisfiedLinkError if the library has none of this name
     */
    public MemorySegment address(String name) {
        return symbols.find(name).orElseThrow(() -> new UnsatisfiedLinkError("the library has no function " + name));
    }

    /** A function with a result. */
    public MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.of(result, arguments));
    }

    /** A function without a result. */
    public MethodHandle procedure(String name, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.ofVoid(arguments));
    }

    @SuppressWarnings("restricted") // calling C is what this class is for
    private MethodHandle handle(String name, FunctionDescriptor type) {
        return linker.downcallHandle(address(name), type);
    }

    /** What a caller throws for what cannot come: {@code invokeExact} declares every {@code Throwable}, although C throws none. */
    public static AssertionError unexpected(Throwable cause) {
        return new AssertionError("a native call threw", cause);
    }
}
