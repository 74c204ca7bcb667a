package dev.imagemill.benchmark.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * CPU time of all threads of this process, in nanoseconds: the collector's and the compiler's too. Read from {@code clock_gettime} of 64-bit
 * Linux, because the platform's bean counts in hundredths of a second.
 */
public final class ProcessClock {
    private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    private static final long NANOS = 1_000_000_000;

    private final MethodHandle gettime;
    private final MemorySegment time = Arena.global().allocate(JAVA_LONG, 2);

    /** Finds the function. */
    @SuppressWarnings("restricted") // the process is started with access to native functions
    public ProcessClock() {
        Linker linker = Linker.nativeLinker();
        gettime = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }

    /** Since the process started. */
    public long nanos() {
        int failure;
        try {
            failure = (int) gettime.invokeExact(CLOCK_PROCESS_CPUTIME_ID, time);
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime could not be called", e);
        }
        if (failure != 0) {
            throw new IllegalStateException("the system has no CPU clock for a process");
        }
        return time.getAtIndex(JAVA_LONG, 0) * NANOS + time.getAtIndex(JAVA_LONG, 1);
    }
}
