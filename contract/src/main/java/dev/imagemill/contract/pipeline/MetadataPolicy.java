package dev.imagemill.contract.pipeline;

/** What a result says of its picture beyond pixels. Orientation is told in no case twice: what is upright is marked upright. */
public enum MetadataPolicy implements Choice {
    /** Nothing, but for the profile of colours that are not sRGB. */
    STRIP("strip"),
    /** EXIF, XMP and IPTC of the source, as far as the format holds them, without the thumbnail. */
    KEEP("keep"),
    /** Artist and copyright of the source, from EXIF or IPTC, and nothing else. */
    COPYRIGHT("copyright");

    private final String id;

    MetadataPolicy(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
