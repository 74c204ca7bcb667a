package dev.imagemill.codec.webp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.imagemill.codec.machine.CFunctions;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** The C functions of {@code webp/encode.h} and {@code webp/decode.h} that the binding calls, under their own names. */
final class Functions {
    private final MethodHandle initConfig;
    private final MethodHandle initPicture;
    private final MethodHandle importRgb;
    private final MethodHandle encode;
    private final MethodHandle freePicture;
    private final MethodHandle initWriter;
    private final MethodHandle clearWriter;
    private final MemorySegment memoryWrite;
    private final MethodHandle getFeatures;
    private final MethodHandle initDecoderConfig;
    private final MethodHandle decode;
    private final MethodHandle malloc;
    private final MethodHandle free;

    Functions(SymbolLookup symbols) {
        CFunctions library = new CFunctions(symbols);
        initConfig = library.function("WebPConfigInitInternal", JAVA_INT, ADDRESS, JAVA_INT, JAVA_FLOAT, JAVA_INT);
        initPicture = library.function("WebPPictureInitInternal", JAVA_INT, ADDRESS, JAVA_INT);
        importRgb = library.function("WebPPictureImportRGB", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        encode = library.function("WebPEncode", JAVA_INT, ADDRESS, ADDRESS);
        freePicture = library.procedure("WebPPictureFree", ADDRESS);
        initWriter = library.procedure("WebPMemoryWriterInit", ADDRESS);
        clearWriter = library.procedure("WebPMemoryWriterClear", ADDRESS);
        memoryWrite = library.address("WebPMemoryWrite");
        getFeatures = library.function("WebPGetFeaturesInternal", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT);
        initDecoderConfig = library.function("WebPInitDecoderConfigInternal", JAVA_INT, ADDRESS, JAVA_INT);
        malloc = library.function("WebPMalloc", ADDRESS, JAVA_LONG);
        free = library.procedure("WebPFree", ADDRESS);
        decode = library.function("WebPDecode", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS);
    }

    int webPConfigInitInternal(MemorySegment config, int preset, float quality, int version) {
        try {
            return (int) initConfig.invokeExact(config, preset, quality, version);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int webPPictureInitInternal(MemorySegment picture, int version) {
        try {
            return (int) initPicture.invokeExact(picture, version);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int webPPictureImportRgb(MemorySegment picture, MemorySegment pixels, int stride) {
        try {
            return (int) importRgb.invokeExact(picture, pixels, stride);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int webPEncode(MemorySegment config, MemorySegment picture) {
        try {
            return (int) encode.invokeExact(config, picture);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    void webPPictureFree(MemorySegment picture) {
        try {
            freePicture.invokeExact(picture);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    void webPMemoryWriterInit(MemorySegment writer) {
        try {
            initWriter.invokeExact(writer);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    void webPMemoryWriterClear(MemorySegment writer) {
        try {
            clearWriter.invokeExact(writer);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int webPGetFeaturesInternal(MemorySegment file, MemorySegment features, int version) {
        try {
            return (int) getFeatures.invokeExact(file, file.byteSize(), features, version);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int webPInitDecoderConfigInternal(MemorySegment config, int version) {
        try {
            return (int) initDecoderConfig.invokeExact(config, version);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    int webPDecode(MemorySegment file, MemorySegment config) {
        try {
            return (int) decode.invokeExact(file, file.byteSize(), config);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    MemorySegment webPMalloc(long bytes) {
        try {
            return (MemorySegment) malloc.invokeExact(bytes);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    void webPFree(MemorySegment memory) {
        try {
            free.invokeExact(memory);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    /** {@code WebPMemoryWrite}, which the library itself calls. */
    MemorySegment memoryWrite() {
        return memoryWrite;
    }
}
