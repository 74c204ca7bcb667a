package dev.imagemill.contract.pipeline;

/** Where a mark lies on an image. */
public enum Place implements Choice {
    TOP_LEFT("top-left", -1, -1),
    TOP("top", 0, -1),
    TOP_RIGHT("top-right", 1, -1),
    LEFT("left", -1, 0),
    CENTER("center", 0, 0),
    RIGHT("right", 1, 0),
    BOTTOM_LEFT("bottom-left", -1, 1),
    BOTTOM("bottom", 0, 1),
    BOTTOM_RIGHT("bottom-right", 1, 1);

    private final String id;
    private final int horizontal;
    private final int vertical;

    Place(String id, int horizontal, int vertical) {
        this.id = id;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }

    /** The left edge of a mark of this width; negative where it is too wide. */
    int x(int width, int mark, int margin) {
        return at(horizontal, width, mark, margin);
    }

    /** The top edge of a mark of this height; negative where it is too high. */
    int y(int height, int mark, int margin) {
        return at(vertical, height, mark, margin);
    }

    private static int at(int side, int length, int mark, int margin) {
        return side < 0 ? margin : side > 0 ? length - mark - margin : Math.floorDiv(length - mark, 2);
    }
}
