package dev.imagemill.codec.turbojpeg;

import dev.imagemill.codec.machine.CFunctions;
import dev.imagemill.codec.machine.MachineLibrary;
import dev.imagemill.codec.machine.NativeMemory;
import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.turbojpeg.TurboJpegException.Stage;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The machine's TurboJPEG library (libjpeg-turbo 2.0 or later), loaded at first use if there is one. Whether there is, is found out
 * once and never again. The system property {@code imagemill.turbojpeg} or the environment variable {@code IMAGEMILL_TURBOJPEG} may name another, or {@code off}.
 */
public final class TurboJpeg {
    private static final MachineLibrary FILE = new MachineLibrary(
            "imagemill.turbojpeg", "IMAGEMILL_TURBOJPEG", "libturbojpeg.so.0", "libturbojpeg.0.dylib");

    private static final int WARNING = 0;

    private final Functions functions;
    private final String name;

    private TurboJpeg(Functions functions, String name) {
        this.functions = functions;
        this.name = name;
    }

    /** The library, or why there is none. */
    public static Presence<TurboJpeg> presence() {
        return Remembered.PRESENCE;
    }

    /** The name or path by which it was found. */
    public String name() {
        return name;
    }

    /** A scope to read one picture in. */
    public JpegDecompressor decompressor() {
        return new JpegDecompressor(this);
    }

    /** A scope to write one picture in. */
    public JpegCompressor compressor() {
        return new JpegCompressor(this);
    }

    /**
     * Memory whose content is undefined until it is written to, unlike what an arena gives; it lives as long as the arena.
     *
     * @throws OutOfMemoryError if there is none
     */
    public MemorySegment allocate(long bytes, Arena owner) {
        if (bytes > Integer.MAX_VALUE) {
            return owner.allocate(bytes);
        }
        return NativeMemory.owned(functions.tjAlloc((int) Math.max(1, bytes)), bytes, owner, functions::tjFree);
    }

    Functions functions() {
        return functions;
    }

    MemorySegment handle(MemorySegment made) {
        if (made.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("native memory for a TurboJPEG handle");
        }
        return made;
    }

    @SuppressWarnings("restricted") // a C string ends at its null byte
    TurboJpegException failure(MemorySegment handle, Stage stage) {
        boolean warning = functions.tjGetErrorCode(handle) == WARNING;
        String text =
                functions.tjGetErrorStr2(handle).reinterpret(Long.MAX_VALUE).getString(0);
        return new TurboJpegException(stage, warning, text);
    }

    /** Loads a library by name or path, the usual one if none is named. */
    static Presence<TurboJpeg> load(@Nullable String named) {
        return FILE.load(named, TurboJpeg::bind);
    }

    private static TurboJpeg bind(SymbolLookup symbols, String name) {
        TurboJpeg library = new TurboJpeg(new Functions(symbols), name);
        library.requireScales();
        library.fitHuffmanTables();
        return library;
    }

    /** Makes sure that pictures can be decoded at 1/2, 1/4 and 1/8 of their size. */
    @SuppressWarnings("restricted") // the library gives the count beside the pointer to pairs of numbers
    private void requireScales() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment count = call.allocate(ValueLayout.JAVA_INT);
            MemorySegment pairs = functions.tjGetScalingFactors(count);
            int numbers = 2 * count.get(ValueLayout.JAVA_INT, 0);
            int[] factors = pairs.reinterpret(numbers * (long) Integer.BYTES).toArray(ValueLayout.JAVA_INT);
            for (int scale = 1; scale <= 8; scale *= 2) {
                if (!contains(factors, scale)) {
                    throw new UnsatisfiedLinkError("it does not scale by 1/" + scale);
                }
            }
        }
    }

    private static boolean contains(int[] factors, int denominator) {
        for (int i = 0; i < factors.length; i += 2) {
            if (factors[i] == 1 && factors[i + 1] == denominator) {
                return true;
            }
        }
        return false;
    }

    /** Version 2 fits Huffman tables only if the environment of the process says so; from version 3 on handles are told. */
    @SuppressWarnings("restricted") // setenv of the C library
    private void fitHuffmanTables() {
        if (functions.hasParameters()) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MemorySegment symbol = linker.defaultLookup()
                .find("setenv")
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no function setenv"));
        MethodHandle setenv = linker.downcallHandle(
                symbol,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena call = Arena.ofConfined()) {
            int unused = (int) setenv.invokeExact(call.allocateFrom("TJ_OPTIMIZE"), call.allocateFrom("1"), 1);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    /** What came of loading, once and for all. */
    private static final class Remembered {
        private static final Presence<TurboJpeg> PRESENCE = FILE.load(TurboJpeg::bind);
    }
}
