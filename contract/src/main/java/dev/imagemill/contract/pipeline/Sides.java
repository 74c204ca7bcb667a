package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;

/** The size that an operation arrives at, held to the longest side. */
final class Sides {
    private Sides() {}

    /** The size, each side at least 1; {@code side-too-long} above {@link Pipeline#MAX_SIDE}. */
    static ImageSize size(long width, long height) {
        if (Math.max(width, height) > Pipeline.MAX_SIDE) {
            throw Problem.at(
                            ProblemType.SIDE_TOO_LONG,
                            "",
                            "the result would be " + width + " x " + height + " pixels, and a side has at most "
                                    + Pipeline.MAX_SIDE)
                    .exception();
        }
        return new ImageSize((int) Math.max(1, width), (int) Math.max(1, height));
    }
}
