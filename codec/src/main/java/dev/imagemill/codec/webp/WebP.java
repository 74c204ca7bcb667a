package dev.imagemill.codec.webp;

import dev.imagemill.codec.machine.MachineLibrary;
import dev.imagemill.codec.machine.NativeMemory;
import dev.imagemill.codec.machine.Presence;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import org.jspecify.annotations.Nullable;

/**
 * The machine's libwebp (1.1 or later), loaded at first use if there is one. Whether there is, is found out once and never again. The system property
 * {@code imagemill.webp} or the environment variable {@code IMAGEMILL_WEBP} may name another, or {@code off}.
 */
public final class WebP {
    private static final MachineLibrary FILE =
            new MachineLibrary("imagemill.webp", "IMAGEMILL_WEBP", "libwebp.so.7", "libwebp.7.dylib");

    private final Functions functions;
    private final String name;

    private WebP(Functions functions, String name) {
        this.functions = functions;
        this.name = name;
    }

    /** The library, or why there is none. */
    public static Presence<WebP> presence() {
        return Remembered.PRESENCE;
    }

    /** The name or path by which it was found. */
    public String name() {
        return name;
    }

    /**
     * Reads one picture.
     *
     * @param file in native memory
     */
    public WebPDecoder decoder(MemorySegment file) {
        return new WebPDecoder(functions, file);
    }

    /**
     * A scope to write one picture in, with colour of a quarter of the samples.
     *
     * @param quality 0..100
     * @param effort 0..6, libwebp's method
     */
    public WebPEncoder encoder(int quality, int effort) {
        return new WebPEncoder(functions, quality, effort);
    }

    /**
     * Memory whose content is undefined until it is written to, unlike what an arena gives; it lives as long as the arena.
     *
     * @throws OutOfMemoryError if there is none
     */
    public MemorySegment allocate(long bytes, Arena owner) {
        return NativeMemory.owned(functions.webPMalloc(Math.max(1, bytes)), bytes, owner, functions::webPFree);
    }

    /** Loads a library by name or path, the usual one if none is named. */
    static Presence<WebP> load(@Nullable String named) {
        return FILE.load(named, WebP::bind);
    }

    private static WebP bind(SymbolLookup symbols, String name) {
        return new WebP(new Functions(symbols), name);
    }

    /** What came of loading, once and for all. */
    private static final class Remembered {
        private static final Presence<WebP> PRESENCE = FILE.load(WebP::bind);
    }
}
