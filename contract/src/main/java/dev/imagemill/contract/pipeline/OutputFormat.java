package dev.imagemill.contract.pipeline;

/** The formats that a pipeline's result can be encoded in. */
public enum OutputFormat implements Choice {
    JPEG("jpeg", "image/jpeg", "jpg", 65_500),
    PNG("png", "image/png", "png", 65_500),
    WEBP("webp", "image/webp", "webp", 16_383),
    AVIF("avif", "image/avif", "avif", 16_384),
    GIF("gif", "image/gif", "gif", 65_500),
    TIFF("tiff", "image/tiff", "tiff", 65_500),
    /** A NumPy array of rows, columns and channels. */
    NPY("npy", "application/x-npy", "npy", 65_500),
    /** The samples alone, rows from the top, little-endian; the media type's parameters say mode, width and height. */
    RAW("raw", "application/vnd.imagemill.raw", "raw", 65_500);

    private final String id;
    private final String mediaType;
    private final String extension;
    private final int maxSide;

    OutputFormat(String id, String mediaType, String extension, int maxSide) {
        this.id = id;
        this.mediaType = mediaType;
        this.extension = extension;
        this.maxSide = maxSide;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The usual file name extension, without a dot. */
    public String extension() {
        return extension;
    }

    /** Whether it holds several frames: over time, or as pages in TIFF. Of several the others take the first. */
    public boolean holdsFrames() {
        return this == GIF || this == WEBP || this == TIFF;
    }

    /** The greatest width and height that the format can hold, in pixels. */
    public int maxSide() {
        return maxSide;
    }
}
