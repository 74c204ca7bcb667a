package dev.imagemill.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the frames of an image follow one another.
 *
 * @param delays how long each frame is shown, in milliseconds; of pages, which have no time, {@value #USUAL_DELAY} each
 * @param loop how often all is shown, 0 for ever
 */
public record Animation(List<Integer> delays, int loop) {
    /** What a frame is shown for, in milliseconds, if nothing says how long. */
    public static final int USUAL_DELAY = 100;

    public Animation {
        delays = List.copyOf(delays);
        if (delays.isEmpty()) {
            throw new IllegalArgumentException("an animation has at least one frame");
        }
    }

    /** Pages. */
    static Animation ofPages(int count) {
        return new Animation(Collections.nCopies(count, USUAL_DELAY), 0);
    }

    /** Number of frames or pages. */
    public int frames() {
        return delays.size();
    }

    /** Some of the frames, each shown as long as it was. */
    public Animation select(int... frames) {
        List<Integer> selected = new ArrayList<>(frames.length);
        for (int frame : frames) {
            selected.add(delays.get(frame));
        }
        return new Animation(selected, loop);
    }
}
