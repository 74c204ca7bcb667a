package dev.imagemill.contract.pipeline;

/** The resampling function of a scale operation; the functions are those of Pillow's filters of the same names. */
public enum Kernel implements Choice {
    NEAREST("nearest"),
    BOX("box"),
    BILINEAR("bilinear"),
    HAMMING("hamming"),
    BICUBIC("bicubic"),
    LANCZOS3("lanczos3");

    private final String id;

    Kernel(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
