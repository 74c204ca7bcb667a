package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.pillow.MedianCut.Box;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of boxes, that with the most pixels on top. Among equals the order is that of the algorithm, and part of median cut's result,
 * so a library's queue will not do: a new box rises past smaller ones only, and when the top goes, the last box sinks past equal ones too.
 */
final class BoxHeap {
    /** From index 1 on; the children of box k are 2 k and 2 k + 1. */
    private final @Nullable Box[] boxes;

    private int size;

    BoxHeap(int capacity) {
        boxes = new Box[capacity + 2];
    }

    void add(Box box) {
        int at = ++size;
        while (at > 1 && box.pixels() > pixels(at / 2)) {
            boxes[at] = boxes[at / 2];
            at /= 2;
        }
        boxes[at] = box;
    }

    /** The box on top, or null if there is none. */
    @Nullable
    Box remove() {
        if (size == 0) {
            return null;
        }
        Box top = boxes[1];
        long sinking = pixels(size);
        Box last = boxes[size--];
        int at = 1;
        while (2 * at <= size) {
            int child = 2 * at;
            if (child < size && pixels(child) < pixels(child + 1)) {
                child++;
            }
            if (sinking > pixels(child)) {
                break;
            }
            boxes[at] = boxes[child];
            at = child;
        }
        boxes[at] = last;
        return top;
    }

    private long pixels(int at) {
        Box box = boxes[at];
        return box == null ? 0 : box.pixels();
    }
}
