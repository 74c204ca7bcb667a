package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Lanes;
import java.util.List;

/** Takes runs of pixels over the steps of a route. Its arrays stay in the first-level cache, and are all that a conversion needs but its result. */
final class Workbench {
    private static final int LONGEST_RUN = 2048;
    private static final int GROUP = 8;
    private static final int QUAD = 4;
    private static final int SLACK = 64;

    private final int depth;
    private final int run;
    private final Lanes lanes;
    private final byte[] odd;
    private final byte[] even;

    /**
     * @param depth bits of the samples that are computed with, 8 or 16
     * @param pixels how many there are to be taken over the steps one after the other
     */
    Workbench(int depth, int pixels) {
        this.depth = depth;
        this.run = Math.min(LONGEST_RUN, (pixels + GROUP - 1) / GROUP * GROUP);
        this.lanes = new Lanes(depth, run);
        this.odd = array();
        this.even = array();
    }

    /** The longest run, in pixels; a multiple of 8, so that runs part neither groups nor pixels that share their chroma. */
    int run() {
        return run;
    }

    /** What the steps compute in, for a loop between two of them. */
    Lanes lanes() {
        return lanes;
    }

    /** An array for a run of any pixels, and for what a step may read or write beyond it. */
    byte[] array() {
        return new byte[run * QUAD * depth / Byte.SIZE + SLACK];
    }

    /** Takes a run from one array to another. A few bytes beyond it may be read and written. */
    void apply(List<Step> steps, byte[] from, int at, byte[] to, int toAt, int pixels) {
        byte[] in = from;
        int inAt = at;
        int last = steps.size() - 1;
        for (int i = 0; i < last; i++) {
            byte[] out = in == odd ? even : odd;
            steps.get(i).run(in, inAt, out, 0, pixels, lanes);
            in = out;
            inAt = 0;
        }
        steps.get(last).run(in, inAt, to, toAt, pixels, lanes);
    }
}
