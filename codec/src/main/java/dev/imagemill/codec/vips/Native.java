package dev.imagemill.codec.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The C functions that the binding calls, as method handles; none of them variadic. {@code size_t} and {@code GType} are 64 bits on
 * every platform that has a library here.
 */
final class Native {
    final MethodHandle vipsInit;
    final MethodHandle vipsVersionString;
    final MethodHandle vipsBlockUntrustedSet;
    final MethodHandle vipsOperationBlockSet;
    final MethodHandle vipsConcurrencySet;
    final MethodHandle vipsCacheSetMax;
    final MethodHandle vipsErrorBufferCopy;
    final MethodHandle vipsTrackedGetMem;
    final MethodHandle vipsTrackedGetAllocs;
    final MethodHandle setEnvironment;

    final MethodHandle operationNew;
    final MethodHandle operationBuild;
    final MethodHandle unrefOutputs;
    final MethodHandle objectRef;
    final MethodHandle objectUnref;
    final MethodHandle objectSetProperty;
    final MethodHandle objectGetProperty;
    final MethodHandle tryMalloc;
    final MethodHandle free;

    final MethodHandle valueInit;
    final MethodHandle valueUnset;
    final MethodHandle valueSetInt;
    final MethodHandle valueSetBoolean;
    final MethodHandle valueSetDouble;
    final MethodHandle valueSetString;
    final MethodHandle valueSetObject;
    final MethodHandle valueSetBoxed;
    final MethodHandle valueGetObject;
    final MethodHandle valueGetBoxed;

    final MethodHandle blobNew;
    final MethodHandle blobGet;
    final MethodHandle areaUnref;
    final MethodHandle arrayDoubleNew;
    final MethodHandle blobType;
    final MethodHandle arrayDoubleType;
    final MethodHandle imageType;

    final MethodHandle imageNewFromMemory;
    final MethodHandle imageWriteToMemory;
    final MethodHandle imageGetWidth;
    final MethodHandle imageGetHeight;
    final MethodHandle imageGetBands;
    final MethodHandle imageGetFormat;
    final MethodHandle imageGetInterpretation;
    final MethodHandle imageHasAlpha;
    final MethodHandle imageGetTypeof;
    final MethodHandle imageGetInt;
    final MethodHandle imageGetBlob;
    final MethodHandle imageSetBlobCopy;
    final MethodHandle imageGetArrayInt;
    final MethodHandle imageSetArrayInt;
    final MethodHandle imageSetInt;
    final MethodHandle imageSetKill;
    final MethodHandle imageSetString;
    final MethodHandle imageGetString;
    final MethodHandle imageGetFields;
    final MethodHandle freeStrings;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    Native(SymbolLookup symbols) {
        this.symbols = symbols;
        vipsInit = function("vips_init", JAVA_INT, ADDRESS);
        vipsVersionString = function("vips_version_string", ADDRESS);
        vipsBlockUntrustedSet = procedure("vips_block_untrusted_set", JAVA_INT);
        vipsOperationBlockSet = procedure("vips_operation_block_set", ADDRESS, JAVA_INT);
        vipsConcurrencySet = procedure("vips_concurrency_set", JAVA_INT);
        vipsCacheSetMax = procedure("vips_cache_set_max", JAVA_INT);
        vipsErrorBufferCopy = function("vips_error_buffer_copy", ADDRESS);
        vipsTrackedGetMem = function("vips_tracked_get_mem", JAVA_LONG);
        vipsTrackedGetAllocs = function("vips_tracked_get_allocs", JAVA_INT);
        setEnvironment = function("g_setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);

        operationNew = function("vips_operation_new", ADDRESS, ADDRESS);
        operationBuild = function("vips_cache_operation_buildp", JAVA_INT, ADDRESS);
        unrefOutputs = procedure("vips_object_unref_outputs", ADDRESS);
        objectRef = function("g_object_ref", ADDRESS, ADDRESS);
        objectUnref = procedure("g_object_unref", ADDRESS);
        objectSetProperty = procedure("g_object_set_property", ADDRESS, ADDRESS, ADDRESS);
        objectGetProperty = procedure("g_object_get_property", ADDRESS, ADDRESS, ADDRESS);
        tryMalloc = function("g_try_malloc", ADDRESS, JAVA_LONG);
        free = procedure("g_free", ADDRESS);

        valueInit = function("g_value_init", ADDRESS, ADDRESS, JAVA_LONG);
        valueUnset = procedure("g_value_unset", ADDRESS);
        valueSetInt = procedure("g_value_set_int", ADDRESS, JAVA_INT);
        valueSetBoolean = procedure("g_value_set_boolean", ADDRESS, JAVA_INT);
        valueSetDouble = procedure("g_value_set_double", ADDRESS, JAVA_DOUBLE);
        valueSetString = procedure("g_value_set_string", ADDRESS, ADDRESS);
        valueSetObject = procedure("g_value_set_object", ADDRESS, ADDRESS);
        valueSetBoxed = procedure("g_value_set_boxed", ADDRESS, ADDRESS);
        valueGetObject = function("g_value_get_object", ADDRESS, ADDRESS);
        valueGetBoxed = function("g_value_get_boxed", ADDRESS, ADDRESS);

        blobNew = function("vips_blob_new", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        blobGet = function("vips_blob_get", ADDRESS, ADDRESS, ADDRESS);
        areaUnref = procedure("vips_area_unref", ADDRESS);
        arrayDoubleNew = function("vips_array_double_new", ADDRESS, ADDRESS, JAVA_INT);
        blobType = function("vips_blob_get_type", JAVA_LONG);
        arrayDoubleType = function("vips_array_double_get_type", JAVA_LONG);
        imageType = function("vips_image_get_type", JAVA_LONG);

        imageNewFromMemory = function(
                "vips_image_new_from_memory", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        imageWriteToMemory = function("vips_image_write_to_memory", ADDRESS, ADDRESS, ADDRESS);
        imageGetWidth = function("vips_image_get_width", JAVA_INT, ADDRESS);
        imageGetHeight = function("vips_image_get_height", JAVA_INT, ADDRESS);
        imageGetBands = function("vips_image_get_bands", JAVA_INT, ADDRESS);
        imageGetFormat = function("vips_image_get_format", JAVA_INT, ADDRESS);
        imageGetInterpretation = function("vips_image_get_interpretation", JAVA_INT, ADDRESS);
        imageHasAlpha = function("vips_image_hasalpha", JAVA_INT, ADDRESS);
        imageGetTypeof = function("vips_image_get_typeof", JAVA_LONG, ADDRESS, ADDRESS);
        imageGetInt = function("vips_image_get_int", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        imageGetBlob = function("vips_image_get_blob", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        imageSetBlobCopy = procedure("vips_image_set_blob_copy", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        imageGetArrayInt = function("vips_image_get_array_int", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        imageSetArrayInt = procedure("vips_image_set_array_int", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        imageSetInt = procedure("vips_image_set_int", ADDRESS, ADDRESS, JAVA_INT);
        imageSetKill = procedure("vips_image_set_kill", ADDRESS, JAVA_INT);
        imageSetString = procedure("vips_image_set_string", ADDRESS, ADDRESS, ADDRESS);
        imageGetString = function("vips_image_get_string", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        imageGetFields = function("vips_image_get_fields", ADDRESS, ADDRESS);
        freeStrings = procedure("g_strfreev", ADDRESS);
    }

    private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.of(result, arguments));
    }

    private MethodHandle procedure(String name, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.ofVoid(arguments));
    }

    @SuppressWarnings("restricted") // calling C is what this class is for
    private MethodHandle handle(String name, FunctionDescriptor type) {
        MemorySegment symbol =
                symbols.find(name).orElseThrow(() -> new UnsatisfiedLinkError("the library has no function " + name));
        return linker.downcallHandle(symbol, type);
    }
}
