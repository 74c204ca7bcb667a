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
    private static final long SPARE = 4;

    /**
     * Runs that hold all these frames.
     *
     * @param cheap so many frames are decoded together in any case: they take little memory
     */
    static List<FrameRun> of(NavigableSet<Integer> frames, long cheap) {
        int range = frames.getLast() - frames.getFirst() + 1;
        if (range <= Math.max(SPARE * frames.size(), cheap)) {
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
