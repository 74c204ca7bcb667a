package dev.imagemill.contract.pipeline;

/** Where the content keeps to when a scale operation cuts off or adds. */
public enum Gravity implements Choice {
    CENTER("center", 0, 0),
    NORTH("north", 0, -1),
    NORTHEAST("northeast", 1, -1),
    EAST("east", 1, 0),
    SOUTHEAST("southeast", 1, 1),
    SOUTH("south", 0, 1),
    SOUTHWEST("southwest", -1, 1),
    WEST("west", -1, 0),
    NORTHWEST("northwest", -1, -1),
    /** Where the eye goes first: details, skin and strong colours. The pixels decide, and only with {@link Fit#COVER}. */
    ATTENTION("attention", 0, 0),
    /** Where most is to be seen: the part with the least foreseeable details. The pixels decide, and only with {@link Fit#COVER}. */
    ENTROPY("entropy", 0, 0);

    private final String id;
    private final int horizontal;
    private final int vertical;

    Gravity(String id, int horizontal, int vertical) {
        this.id = id;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }

    /** Whether the pixels decide, so that only they tell where a window lies. */
    public boolean dependsOnPixels() {
        return this == ATTENTION || this == ENTROPY;
    }

    /** -1 for left, 0 for the middle, 1 for right. */
    int horizontal() {
        return horizontal;
    }

    /** -1 for top, 0 for the middle, 1 for bottom. */
    int vertical() {
        return vertical;
    }
}
