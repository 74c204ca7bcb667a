package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.imageop.ImageSize;
import java.util.List;

/**
 * A scale operation that makes a smaller picture of the whole source, before anything else touches pixels.
 *
 * @param size what it makes, before any turn
 * @param kernel not {@link Kernel#NEAREST}, which wants the source's own pixels
 * @param reduction by how much the source may be averaged before, a power of two
 */
record WholeScale(ImageSize size, Kernel kernel, int reduction) {
    /**
     * How many times larger in each direction a picture must be to stand in for the source. Resampling damps what is near the limit of
     * the finer grid, and that must lie beyond the limit of the coarser one.
     */
    private static final double LEAST_RATIO = 1.2;

    WholeScale withReduction(int newReduction) {
        return new WholeScale(size, kernel, newReduction);
    }

    /**
     * Whether what the other one makes can stand in for the source: it is large enough, and made by the kernel that keeps the most. For a box it cannot, which
     * ends within pixels.
     */
    boolean mayDescendFrom(WholeScale other) {
        return other.kernel == Kernel.LANCZOS3
                && kernel != Kernel.BOX
                && other.size.width() >= LEAST_RATIO * size.width()
                && other.size.height() >= LEAST_RATIO * size.height();
    }

    /** Whether the steps before a scale operation leave all pixels as they are in the source. */
    static boolean mayFollow(List<Step> steps) {
        return steps.stream().allMatch(step -> step instanceof AutorotateStep || step instanceof TurnStep);
    }
}
