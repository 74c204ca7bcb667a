package dev.imagemill.codec.turbojpeg;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.imagemill.codec.machine.CFunctions;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The C functions of {@code turbojpeg.h} that the binding calls, under their own names. {@code unsigned long} is 64 bits on every
 * platform that has the library here.
 */
final class Functions {
    private final MethodHandle initDecompress;
    private final MethodHandle decompressHeader;
    private final MethodHandle decompress;
    private final MethodHandle decompressToPlanes;
    private final MethodHandle getScalingFactors;
    private final MethodHandle initCompress;
    private final MethodHandle compress;
    private final MethodHandle compressFromPlanes;
    private final MethodHandle destroy;
    private final MethodHandle getErrorString;
    private final MethodHandle getErrorCode;
    private final MethodHandle alloc;
    private final MethodHandle free;

    /** Only from version 3 on. */
    private final @Nullable MethodHandle set;

    Functions(SymbolLookup symbols) {
        CFunctions library = new CFunctions(symbols);
        initDecompress = library.function("tjInitDecompress", ADDRESS);
        decompressHeader = library.function(
                "tjDecompressHeader3", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        decompress = library.function(
                "tjDecompress2",
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_LONG,
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT);
        decompressToPlanes = library.function(
                "tjDecompressToYUVPlanes",
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_LONG,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                JAVA_INT);
        getScalingFactors = library.function("tjGetScalingFactors", ADDRESS, ADDRESS);
        initCompress = library.function("tjInitCompress", ADDRESS);
        compress = library.function(
                "tjCompress2",
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT);
        compressFromPlanes = library.function(
                "tjCompressFromYUVPlanes",
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                JAVA_INT);
        destroy = library.function("tjDestroy", JAVA_INT, ADDRESS);
        getErrorString = library.function("tjGetErrorStr2", ADDRESS, ADDRESS);
        getErrorCode = library.function("tjGetErrorCode", JAVA_INT, ADDRESS);
        alloc = library.function("tjAlloc", ADDRESS, JAVA_INT);
        free = library.procedure("tjFree", ADDRESS);
        set = library.has("tj3Set") ? library.function("tj3Set", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT) : null;
    }

    MemorySegment tjInitDecompress() {
        try {
            return (MemorySegment) initDecompress.invokeExact();
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int tjDecompressHeader3(
            MemorySegment handle,
            MemorySegment file,
            long length,
            MemorySegment width,
            MemorySegment height,
            MemorySegment subsampling,
            MemorySegment colorspace) {
        try {
            return (int) decompressHeader.invokeExact(handle, file, length, width, height, subsampling, colorspace);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int tjDecompress2(
            MemorySegment handle,
            MemorySegment file,
            long length,
            MemorySegment pixels,
            int width,
            int pitch,
            int height,
            int format,
            int flags) {
        try {
            return (int) decompress.invokeExact(handle, file, length, pixels, width, pitch, height, format, flags);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int tjDecompressToYUVPlanes(
            MemorySegment handle,
            MemorySegment file,
            long length,
            MemorySegment planes,
            int width,
            MemorySegment strides,
            int height,
            int flags) {
        try {
            return (int) decompressToPlanes.invokeExact(handle, file, length, planes, width, strides, height, flags);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    MemorySegment tjGetScalingFactors(MemorySegment count) {
        try {
            return (MemorySegment) getScalingFactors.invokeExact(count);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    MemorySegment tjInitCompress() {
        try {
            return (MemorySegment) initCompress.invokeExact();
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int tjCompress2(
            MemorySegment handle,
            MemorySegment pixels,
            int width,
            int pitch,
            int height,
            int format,
            MemorySegment file,
            MemorySegment length,
            int subsampling,
            int quality,
            int flags) {
        try {
            return (int) compress.invokeExact(
                    handle, pixels, width, pitch, height, format, file, length, subsampling, quality, flags);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int tjCompressFromYUVPlanes(
            MemorySegment handle,
            MemorySegment planes,
            int width,
            MemorySegment strides,
            int height,
            int subsampling,
            MemorySegment file,
            MemorySegment length,
            int quality,
            int flags) {
        try {
            return (int) compressFromPlanes.invokeExact(
                    handle, planes, width, strides, height, subsampling, file, length, quality, flags);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int tjDestroy(MemorySegment handle) {
        try {
            return (int) destroy.invokeExact(handle);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    MemorySegment tjGetErrorStr2(MemorySegment handle) {
        try {
            return (MemorySegment) getErrorString.invokeExact(handle);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int tjGetErrorCode(MemorySegment handle) {
        try {
            return (int) getErrorCode.invokeExact(handle);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    MemorySegment tjAlloc(int bytes) {
        try {
            return (MemorySegment) alloc.invokeExact(bytes);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    void tjFree(MemorySegment memory) {
        try {
            free.invokeExact(memory);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    /** Whether the library is of version 3 or later, whose handles have parameters. */
    boolean hasParameters() {
        return set != null;
    }

    int tj3Set(MemorySegment handle, int parameter, int value) {
        if (set == null) {
            throw new IllegalStateException("this library has no tj3Set");
        }
        try {
            return (int) set.invokeExact(handle, parameter, value);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }
}
