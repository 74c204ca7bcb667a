package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Clamping;
import java.util.List;

/** Limits components to the intervals of their mode. */
final class Clipping {
    private Clipping() {}

    /** Changes the image itself; only planar modes have values outside their intervals. */
    static void clip(SegmentImage image) {
        if (!image.mode().planar()) {
            return;
        }
        List<Interval> intervals = image.mode().intervals();
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            if (interval.min() > 0 || interval.max() < image.mode().maxValue()) {
                int low = (int) interval.min();
                int high = (int) interval.max();
                Runs.change(
                        image.plane(i).segment(), (bytes, at, length) -> Clamping.clamp(bytes, at, length, low, high));
            }
        }
    }
}
