package dev.imagemill.contract.pipeline;

/** What lies around an image once it is padded. */
public enum Extend implements Choice {
    /** One colour. */
    BACKGROUND("background"),
    /** The nearest pixel of the edge. */
    COPY("copy"),
    /** The image mirrored at its edge, the edge's pixels twice. */
    MIRROR("mirror"),
    /** The image again. */
    REPEAT("repeat");

    private final String id;

    Extend(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
