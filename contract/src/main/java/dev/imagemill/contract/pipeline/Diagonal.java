package dev.imagemill.contract.pipeline;

/** A diagonal of an image. */
public enum Diagonal implements Choice {
    /** From the top left to the bottom right. */
    MAIN("main"),
    /** From the top right to the bottom left. */
    ANTI("anti");

    private final String id;

    Diagonal(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
