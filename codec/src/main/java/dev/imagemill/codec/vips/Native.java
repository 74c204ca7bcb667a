package dev.imagemill.codec.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.imagemill.codec.machine.CFunctions;
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

    Native(SymbolLookup symbols) {
        CFunctions library = new CFunctions(symbols);
        vipsInit = library.function("vips_init", JAVA_INT, ADDRESS);
        vipsVersionString = library.function("vips_version_string", ADDRESS);
        vipsBlockUntrustedSet = library.procedure("vips_block_untrusted_set", JAVA_INT);
        vipsOperationBlockSet = library.procedure("vips_operation_block_set", ADDRESS, JAVA_INT);
        vipsConcurrencySet = library.procedure("vips_concurrency_set", JAVA_INT);
        vipsCacheSetMax = library.procedure("vips_cache_set_max", JAVA_INT);
        vipsErrorBufferCopy = library.function("vips_error_buffer_copy", ADDRESS);
        vipsTrackedGetMem = library.function("vips_tracked_get_mem", JAVA_LONG);
        vipsTrackedGetAllocs = library.function("vips_tracked_get_allocs", JAVA_INT);
        setEnvironment = library.function("g_setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);

        operationNew = library.function("vips_operation_new", ADDRESS, ADDRESS);
        operationBuild = library.function("vips_cache_operation_buildp", JAVA_INT, ADDRESS);
        unrefOutputs = library.procedure("vips_object_unref_outputs", ADDRESS);
        objectRef = library.function("g_object_ref", ADDRESS, ADDRESS);
        objectUnref = library.procedure("g_object_unref", ADDRESS);
        objectSetProperty = library.procedure("g_object_set_property", ADDRESS, ADDRESS, ADDRESS);
        objectGetProperty = library.procedure("g_object_get_property", ADDRESS, ADDRESS, ADDRESS);
        tryMalloc = library.function("g_try_malloc", ADDRESS, JAVA_LONG);
        free = library.procedure("g_free", ADDRESS);

        valueInit = library.function("g_value_init", ADDRESS, ADDRESS, JAVA_LONG);
        valueUnset = library.procedure("g_value_unset", ADDRESS);
        valueSetInt = library.procedure("g_value_set_int", ADDRESS, JAVA_INT);
        valueSetBoolean = library.procedure("g_value_set_boolean", ADDRESS, JAVA_INT);
        valueSetDouble = library.procedure("g_value_set_double", ADDRESS, JAVA_DOUBLE);
        valueSetString = library.procedure("g_value_set_string", ADDRESS, ADDRESS);
        valueSetObject = library.procedure("g_value_set_object", ADDRESS, ADDRESS);
        valueSetBoxed = library.procedure("g_value_set_boxed", ADDRESS, ADDRESS);
        valueGetObject = library.function("g_value_get_object", ADDRESS, ADDRESS);
        valueGetBoxed = library.function("g_value_get_boxed", ADDRESS, ADDRESS);

        blobNew = library.function("vips_blob_new", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        blobGet = library.function("vips_blob_get", ADDRESS, ADDRESS, ADDRESS);
        areaUnref = library.procedure("vips_area_unref", ADDRESS);
        arrayDoubleNew = library.function("vips_array_double_new", ADDRESS, ADDRESS, JAVA_INT);
        blobType = library.function("vips_blob_get_type", JAVA_LONG);
        arrayDoubleType = library.function("vips_array_double_get_type", JAVA_LONG);
        imageType = library.function("vips_image_get_type", JAVA_LONG);

        imageNewFromMemory = library.function(
                "vips_image_new_from_memory", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        imageWriteToMemory = library.function("vips_image_write_to_memory", ADDRESS, ADDRESS, ADDRESS);
        imageGetWidth = library.function("vips_image_get_width", JAVA_INT, ADDRESS);
        imageGetHeight = library.function("vips_image_get_height", JAVA_INT, ADDRESS);
        imageGetBands = library.function("vips_image_get_bands", JAVA_INT, ADDRESS);
        imageGetFormat = library.function("vips_image_get_format", JAVA_INT, ADDRESS);
        imageGetInterpretation = library.function("vips_image_get_interpretation", JAVA_INT, ADDRESS);
        imageHasAlpha = library.function("vips_image_hasalpha", JAVA_INT, ADDRESS);
        imageGetTypeof = library.function("vips_image_get_typeof", JAVA_LONG, ADDRESS, ADDRESS);
        imageGetInt = library.function("vips_image_get_int", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        imageGetBlob = library.function("vips_image_get_blob", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        imageSetBlobCopy = library.procedure("vips_image_set_blob_copy", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        imageGetArrayInt = library.function("vips_image_get_array_int", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        imageSetArrayInt = library.procedure("vips_image_set_array_int", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        imageSetInt = library.procedure("vips_image_set_int", ADDRESS, ADDRESS, JAVA_INT);
        imageSetKill = library.procedure("vips_image_set_kill", ADDRESS, JAVA_INT);
        imageSetString = library.procedure("vips_image_set_string", ADDRESS, ADDRESS, ADDRESS);
        imageGetString = library.function("vips_image_get_string", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        imageGetFields = library.function("vips_image_get_fields", ADDRESS, ADDRESS);
        freeStrings = library.procedure("g_strfreev", ADDRESS);
    }
}
