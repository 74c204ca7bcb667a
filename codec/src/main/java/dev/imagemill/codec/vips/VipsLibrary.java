package dev.imagemill.codec.vips;

import dev.imagemill.codec.machine.MachineLibrary;
import dev.imagemill.codec.machine.NativeMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one libvips of this process, loaded and initialised at first use. */
public final class VipsLibrary {
    private final Native functions;

    private VipsLibrary(Native functions) {
        this.functions = functions;
    }

    /**
     * The library.
     *
     * @throws VipsUnavailable if it could not be loaded; the cause of the first attempt is kept, and no second one is made
     */
    public static VipsLibrary get() {
        @Nullable VipsLibrary library = Attempt.MADE.library();
        if (library == null) {
            throw new VipsUnavailable(remedy(), Attempt.MADE.failure());
        }
        return library;
    }

    /** {@code "8.18.7"}. */
    public String version() {
        return string(Invoke.pointer(functions.vipsVersionString));
    }

    /** Bytes of pixel memory that libvips holds now. */
    public long trackedBytes() {
        return Invoke.wide(functions.vipsTrackedGetMem);
    }

    /** Pieces of pixel memory that libvips holds now. */
    public int trackedAllocations() {
        return Invoke.integer(functions.vipsTrackedGetAllocs);
    }

    /**
     * Memory whose content is undefined until it is written to, unlike what an arena gives; it lives as long as the arena.
     *
     * @throws OutOfMemoryError if there is none
     */
    public MemorySegment allocate(long bytes, Arena owner) {
        MemorySegment memory = Invoke.pointer(functions.tryMalloc, Math.max(1, bytes));
        return NativeMemory.owned(memory, bytes, owner, freed -> Invoke.run(functions.free, freed));
    }

    Native functions() {
        return functions;
    }

    @SuppressWarnings("restricted") // a C string ends at its null byte
    static String string(MemorySegment pointer) {
        return pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /**
     * What went wrong last, as libvips tells it; reading empties the buffer. Only the last line: those before it are what libvips tried
     * and got over.
     */
    String takeError() {
        MemorySegment text = Invoke.pointer(functions.vipsErrorBufferCopy);
        try {
            return string(text).strip().lines().reduce("", (before, line) -> line);
        } finally {
            Invoke.run(functions.free, text);
        }
    }

    private static VipsLibrary load() {
        Optional<String> named = NativeLibraryFile.named();
        Native functions = new Native(named.map(MachineLibrary::lookup).orElseGet(VipsLibrary::bundled));
        VipsLibrary library = new VipsLibrary(functions);
        library.initialise();
        return library;
    }

    @SuppressWarnings("restricted") // the build chose this library
    private static SymbolLookup bundled() {
        return SymbolLookup.libraryLookup(NativeLibraryFile.bundled(), Arena.global());
    }

    /**
     * One thread an image, because many images go at once; no operation cache, because no two calls are alike; and none of the loaders
     * that libvips calls untrusted, but for SVG, which reads from memory only and under limits of its own.
     */
    private void initialise() {
        try (Arena arena = Arena.ofConfined()) {
            // Warnings would go to standard error; what matters comes as an error.
            Invoke.integer(functions.setEnvironment, arena.allocateFrom("VIPS_WARNING"), arena.allocateFrom("1"), 1);
            if (Invoke.integer(functions.vipsInit, arena.allocateFrom("imagemill")) != 0) {
                throw new UnsatisfiedLinkError("vips_init failed: " + takeError());
            }
            Invoke.run(functions.vipsConcurrencySet, 1);
            Invoke.run(functions.vipsCacheSetMax, 0);
            Invoke.run(functions.vipsBlockUntrustedSet, 1);
            Invoke.run(functions.vipsOperationBlockSet, arena.allocateFrom("VipsForeignLoadSvg"), 0);
        }
    }

    private static String remedy() {
        return "libvips could not be loaded. Give the JVM --enable-native-access=ALL-UNNAMED; if this build holds no libvips for "
                + NativeLibraryFile.platform() + ", install libvips 8.15 or newer and set the system property "
                + NativeLibraryFile.PROPERTY + " or the environment variable " + NativeLibraryFile.VARIABLE
                + " to its file (such as libvips.so.42); if the folder for temporary files is read-only or mounted noexec, set "
                + NativeLibraryFile.CACHE_PROPERTY + " to one that is not";
    }

    /** What came of loading, once and for all. */
    private record Attempt(
            @Nullable VipsLibrary library, @Nullable Throwable failure) {
        private static final Attempt MADE = make();

        private static Attempt make() {
            try {
                return new Attempt(load(), null);
            } catch (LinkageError | RuntimeException e) {
                return new Attempt(null, e);
            }
        }
    }
}
