package dev.imagemill.imageop.array;

import dev.imagemill.imageop.kernel.Transposing;
import java.lang.foreign.MemorySegment;

/**
 * Copies an array into one of the same shape and the other axis order: a transposition of the first and the last axis for every index of
 * those between.
 */
final class Relaying {
    private Relaying() {}

    /** @param to over a {@code byte[]} of its own */
    static void copy(NumberArray from, NumberArray to) {
        byte[] target = (byte[]) to.segment().heapBase().orElseThrow();
        byte[] source = new byte[target.length];
        MemorySegment.copy(
                from.segment(),
                from.type().layout(from.byteOrder()),
                0,
                MemorySegment.ofArray(source),
                to.type().layout(to.byteOrder()),
                0,
                from.elements());
        if (target.length == 0 || from.axes() == 1) {
            System.arraycopy(source, 0, target, 0, source.length);
            return;
        }
        int last = from.axes() - 1;
        int bytes = from.type().bytes();
        long[] steps = from.strides();
        long[] toSteps = to.strides();
        // The axis that is slow in the source and fast in the target, and the other way round.
        int slow = from.axisOrder() == AxisOrder.C ? 0 : last;
        int fast = last - slow;
        for (int i = 0; i < length(from, 1); i++) {
            for (int j = 0; j < length(from, 2); j++) {
                Transposing.transpose(
                        source,
                        (int) (between(steps, i, j) * bytes),
                        (int) (steps[slow] * bytes),
                        from.axis(slow),
                        from.axis(fast),
                        target,
                        (int) (between(toSteps, i, j) * bytes),
                        (int) (toSteps[fast] * bytes),
                        bytes);
            }
        }
    }

    /** The length of an axis between the first and the last, 1 if there is none. */
    private static int length(NumberArray array, int axis) {
        return axis < array.axes() - 1 ? array.axis(axis) : 1;
    }

    private static long between(long[] steps, int i, int j) {
        int last = steps.length - 1;
        return (last > 1 ? i * steps[1] : 0) + (last > 2 ? j * steps[2] : 0);
    }
}
