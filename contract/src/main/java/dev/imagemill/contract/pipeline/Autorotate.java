package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the image upright, as its EXIF orientation says; without it the pixels stay as they are stored.
 *
 * <p>It may only be the first operation, because the orientation speaks of the image as it is stored.
 */
public record Autorotate() implements Operation {
    static final OperationType TYPE = new OperationType(
            "autorotate",
            "Turns the image upright as its EXIF orientation says. Only as the first operation.",
            List.of(),
            _ -> new Autorotate());

    private static final int FIRST_TRANSPOSING_ORIENTATION = 5;

    @Override
    public String op() {
        return TYPE.op();
    }

    /**
     * The size of an image that is stored with the given orientation.
     *
     * @param orientation EXIF orientation, 1..8; from 5 on width and height change places
     */
    public ImageSize resultSize(ImageSize in, int orientation) {
        return orientation >= FIRST_TRANSPOSING_ORIENTATION
                ? new ImageSize(/* width= */ in.height(), /* height= */ in.width())
                : in;
    }

    @Override
    public ObjectNode json() {
        return TYPE.begin();
    }
}
