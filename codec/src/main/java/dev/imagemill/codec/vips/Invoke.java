package dev.imagemill.codec.vips;

import dev.imagemill.codec.machine.CFunctions;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls a {@link Native} function, one method a signature: {@code invokeExact} wants the exact types in the source, and declares every
 * {@code Throwable} although C throws none.
 */
final class Invoke {
    private Invoke() {}

    static MemorySegment pointer(MethodHandle function) {
        try {
            return (MemorySegment) function.invokeExact();
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static MemorySegment pointer(MethodHandle function, long a) {
        try {
            return (MemorySegment) function.invokeExact(a);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static MemorySegment pointer(MethodHandle function, MemorySegment a) {
        try {
            return (MemorySegment) function.invokeExact(a);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static MemorySegment pointer(MethodHandle function, MemorySegment a, MemorySegment b) {
        try {
            return (MemorySegment) function.invokeExact(a, b);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static MemorySegment pointer(MethodHandle function, MemorySegment a, int b) {
        try {
            return (MemorySegment) function.invokeExact(a, b);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static MemorySegment pointer(MethodHandle function, MemorySegment a, long b) {
        try {
            return (MemorySegment) function.invokeExact(a, b);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static MemorySegment pointer(MethodHandle function, MemorySegment a, MemorySegment b, long c) {
        try {
            return (MemorySegment) function.invokeExact(a, b, c);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static MemorySegment pointer(MethodHandle function, MemorySegment a, long b, int c, int d, int e, int f) {
        try {
            return (MemorySegment) function.invokeExact(a, b, c, d, e, f);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static int integer(MethodHandle function) {
        try {
            return (int) function.invokeExact();
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static int integer(MethodHandle function, MemorySegment a) {
        try {
            return (int) function.invokeExact(a);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static int integer(MethodHandle function, MemorySegment a, MemorySegment b, int c) {
        try {
            return (int) function.invokeExact(a, b, c);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static int integer(MethodHandle function, MemorySegment a, MemorySegment b, MemorySegment c) {
        try {
            return (int) function.invokeExact(a, b, c);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static int integer(MethodHandle function, MemorySegment a, MemorySegment b, MemorySegment c, MemorySegment d) {
        try {
            return (int) function.invokeExact(a, b, c, d);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static long wide(MethodHandle function) {
        try {
            return (long) function.invokeExact();
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static long wide(MethodHandle function, MemorySegment a, MemorySegment b) {
        try {
            return (long) function.invokeExact(a, b);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, int a) {
        try {
            function.invokeExact(a);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a) {
        try {
            function.invokeExact(a);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a, int b) {
        try {
            function.invokeExact(a, b);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a, double b) {
        try {
            function.invokeExact(a, b);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a, MemorySegment b) {
        try {
            function.invokeExact(a, b);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a, MemorySegment b, MemorySegment c) {
        try {
            function.invokeExact(a, b, c);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a, MemorySegment b, MemorySegment c, long d) {
        try {
            function.invokeExact(a, b, c, d);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a, MemorySegment b, int c) {
        try {
            function.invokeExact(a, b, c);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }

    static void run(MethodHandle function, MemorySegment a, MemorySegment b, MemorySegment c, int d) {
        try {
            function.invokeExact(a, b, c, d);
        } catch (Throwable thrown) {
            throw CFunctions.unexpected(thrown);
        }
    }
}
