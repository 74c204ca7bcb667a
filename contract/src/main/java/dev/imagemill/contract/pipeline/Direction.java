package dev.imagemill.contract.pipeline;

/** What a flip swaps. */
public enum Direction implements Choice {
    /** Left and right. */
    HORIZONTAL("horizontal"),
    /** Top and bottom. */
    VERTICAL("vertical");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
