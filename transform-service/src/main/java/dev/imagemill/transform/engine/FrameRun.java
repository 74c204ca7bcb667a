package dev.imagemill.transform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Frames that follow one another, to be decoded together.
 *
 * @param first number of the first, from 0
 * @param count how many
 */
record FrameRun(int first, int count) {
    /** For each frame that is wanted so many may be decoded that are not, rather than to begin anew: a frame is drawn upon those before it. */
    private static final int SPARE = 4;

    /** Runs that hold all these frames. */
    static List<FrameRun> of(NavigableSet<Integer> frames) {
        int range = frames.getLast() - frames.getFirst() + 1;
        if (range <= SPARE * frames.size()) {
            return List.of(new FrameRun(frames.getFirst(), range));
        }
        List<FrameRun> runs = new ArrayList<>();
        for (int frame : frames) {
            FrameRun last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && frame == last.first + last.count) {
                runs.set(runs.size() - 1, new FrameRun(last.first, last.count + 1));
            } else {
                runs.add(new FrameRun(frame, 1));
            }
        }
        return runs;
    }
}
