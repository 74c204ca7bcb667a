package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Lanes;
import java.util.List;

/** Takes runs of pixels over the steps of a route. Its arrays stay in the first-level cache, and are all that a conversion needs but its result. */
final class Workbench {
    /** The longest run, in pixels; a multiple of 8, so that runs part neither groups nor pixels that share their chroma. */
    static final int RUN = 2048;

    private static final int LONGEST_PIXEL = 8;
    private static final int SLACK = 64;

    private final Lanes lanes = new Lanes(RUN);
    private final byte[] odd = run();
    private final byte[] even = run();

    /** An array for a run of any pixels, and what a step may read or write beyond it. */
    static byte[] run() {
        return new byte[RUN * LONGEST_PIXEL + SLACK];
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
