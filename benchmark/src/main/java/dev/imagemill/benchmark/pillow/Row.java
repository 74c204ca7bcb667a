package dev.imagemill.benchmark.pillow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operation on one source, measured.
 *
 * @param ours with results made in the memory of earlier ones, as Pillow's are
 * @param anew with every result in a new array
 * @param theirs null if Pillow has no such operation
 * @param resultBytes how many bytes of pixels were made
 * @param same whether both results were the same, as far as they have to be
 */
record Row(
        Operation operation,
        Scale scale,
        Timing ours,
        Timing anew,
        @Nullable Timing theirs,
        long resultBytes,
        boolean same) {
    String title() {
        return operation.title(scale);
    }

    /** How many times as much CPU time Pillow takes; NaN if there is no such operation in Pillow. */
    double ratio() {
        return theirs == null ? Double.NaN : theirs.cpu() / ours.cpu();
    }

    /** The same by the clock on the wall. */
    double wallRatio() {
        return theirs == null ? Double.NaN : theirs.wall() / ours.wall();
    }

    /** The same if we make every result in a new array. */
    double ratioAnew() {
        return theirs == null ? Double.NaN : theirs.cpu() / anew.cpu();
    }

    /** Bytes of the result a nanosecond; as many were read. */
    double bandwidth() {
        return resultBytes / ours.cpu();
    }

    @Override
    public String toString() {
        String our = String.format(Locale.ROOT, "%s: %.3f ms", title(), ours.cpu() / 1e6);
        return theirs == null ? our : our + String.format(Locale.ROOT, ", Pillow %.2f times as long", ratio());
    }
}
