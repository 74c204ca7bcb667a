package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Lanes;

/** One step of a conversion: a loop over samples or pixels from one array to another. */
@FunctionalInterface
interface Step {
    /**
     * Takes samples or pixels over the step.
     *
     * @param at index of the first byte to read
     * @param toAt index of the first byte to write
     */
    void run(byte[] from, int at, byte[] to, int toAt, int count, Lanes lanes);

    /** The same loop over pixels of that many samples, if this one is over samples. */
    default Step times(int samples) {
        return samples == 1
                ? this
                : (from, at, to, toAt, count, lanes) -> run(from, at, to, toAt, count * samples, lanes);
    }
}
