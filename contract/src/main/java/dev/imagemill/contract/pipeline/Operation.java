package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.imageop.ImageSize;
import tools.jackson.databind.node.ObjectNode;

/** One step of a pipeline, as pure description. */
public sealed interface Operation
        permits Autorotate,
                Scale,
                Crop,
                Slice,
                Rotate,
                Flip,
                Transpose,
                Pad,
                Trim,
                Convert,
                Colorspace,
                Alpha,
                Flatten,
                Clip,
                Split,
                Gamma,
                Normalize,
                Matrix,
                MapValues,
                Blur,
                Sharpen,
                Watermark,
                Frames {
    /** The operation's word in a pipeline document. */
    String op();

    /**
     * The size that the operation makes of an image of the given size: the same, unless an operation says otherwise.
     *
     * @throws ProblemException {@code operation-out-of-bounds} if it cannot be done on an image of this size; the
     *     pointer is relative to the operation
     */
    default ImageSize resultSize(ImageSize in) {
        return in;
    }

    /**
     * Whether pixels decide on the size of the result; then {@link #resultSize} is the largest it can have, and an operation that comes
     * after it may turn out to be impossible only once there are pixels.
     */
    default boolean sizeDependsOnPixels() {
        return false;
    }

    /**
     * Whether the operation can change anything about an image of the given size; false means it may be left out. True where the size does not
     * tell, but the image's mode or its pixels.
     */
    default boolean hasEffect(ImageSize in) {
        return true;
    }

    /** The canonical form: {@code op} first, then the parameters that are not at their defaults, in alphabetical order. */
    ObjectNode json();
}
