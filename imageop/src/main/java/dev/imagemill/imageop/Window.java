package dev.imagemill.imageop;

/**
 * The lines of a source that the next line of a result is made of. Lines go through it in order: each is unpacked once, when it is put, and forgotten
 * when those that need it are weighed.
 *
 * <p>Lines lie in a ring. Its slots are listed twice over, so that as many as it holds follow one another from any slot on.
 */
abstract sealed class Window permits Window8, Window16, Window32 {
    final Weights weights;
    final int capacity;
    private int samples;
    private int end;

    Window(Weights weights) {
        this.weights = weights;
        this.capacity = (weights.longest() + Weights.GROUP - 1) / Weights.GROUP * Weights.GROUP;
    }

    /** Begins anew with the first line that counts, of lines of {@code lineSamples} samples. */
    final void restart(int lineSamples) {
        samples = lineSamples;
        end = weights.first(0);
    }

    /** How many samples the lines have. */
    final int samples() {
        return samples;
    }

    /** The number of the source's line that is to be put next. */
    final int end() {
        return end;
    }

    /** Whether all lines are there that the output line is made of. */
    final boolean holds(int output) {
        return weights.end(output) <= end;
    }

    /** Takes the next line in, packed as in an image. */
    final void put(byte[] from, int at) {
        unpack(from, at, end % capacity);
        end++;
    }

    /** Writes an output line, packed as in an image. The window {@link #holds} it, and output lines are weighed in order. */
    final void weigh(int output, byte[] to, int at) {
        weigh(output, weights.first(output) % capacity, to, at);
    }

    abstract void unpack(byte[] from, int at, int slot);

    abstract void weigh(int output, int firstSlot, byte[] to, int at);
}
