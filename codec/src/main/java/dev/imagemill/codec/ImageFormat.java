package dev.imagemill.codec;

import dev.imagemill.imageop.Mode;
import java.util.Locale;

/** A file format that the codec reads, and writes where {@link #canWrite()} says so. Known by content, never by file name. */
public enum ImageFormat {
    JPEG("image/jpeg", "jpg", 80, new EffortRange(0, 2, 1)),
    PNG("image/png", "png", 100, new EffortRange(0, 9, 6)),
    WEBP("image/webp", "webp", 80, new EffortRange(0, 6, 4)),
    AVIF("image/avif", "avif", 50, new EffortRange(0, 9, 4)),
    GIF("image/gif", "gif", 100, new EffortRange(1, 10, 7)),
    TIFF("image/tiff", "tif", 100, new EffortRange(1, 9, 6)),
    SVG("image/svg+xml", "svg", 100, new EffortRange(0, 0, 0)),
    BMP("image/bmp", "bmp", 100, new EffortRange(0, 0, 0)),
    TGA("image/x-tga", "tga", 100, new EffortRange(0, 0, 0)),
    HDR("image/vnd.radiance", "hdr", 100, new EffortRange(0, 0, 0)),
    PSD("image/vnd.adobe.photoshop", "psd", 100, new EffortRange(0, 0, 0)),
    ICO("image/vnd.microsoft.icon", "ico", 100, new EffortRange(0, 0, 0)),
    PNM("image/x-portable-anymap", "pnm", 100, new EffortRange(0, 0, 0)),
    NPY("application/x-npy", "npy", 100, new EffortRange(0, 0, 0)),
    /** Samples and nothing else, which only a caller who knows the mode and the size can read. */
    RAW("application/vnd.imagemill.raw", "raw", 100, new EffortRange(0, 0, 0));

    private final String mediaType;
    private final String extension;
    private final int defaultQuality;

    @SuppressWarnings("ImmutableEnumChecker") // a record of three ints
    private final EffortRange effort;

    ImageFormat(String mediaType, String extension, int defaultQuality, EffortRange effort) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.defaultQuality = defaultQuality;
        this.effort = effort;
    }

    /**
     * The format with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ImageFormat parse(String id) {
        for (ImageFormat format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        throw new IllegalArgumentException("no image format is called \"" + id + "\"");
    }

    /** Lower-case name, the word used in pipelines and URLs: {@code "jpeg"}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Internet media type: {@code "image/jpeg"}. */
    public String mediaType() {
        return mediaType;
    }

    /** Usual file name extension, without the dot: {@code "jpg"}. */
    public String extension() {
        return extension;
    }

    /** Whether {@link Codec#encode} writes it; the others are only read. */
    public boolean canWrite() {
        return switch (this) {
            case JPEG, PNG, WEBP, AVIF, GIF, TIFF, NPY, RAW -> true;
            case SVG, BMP, TGA, HDR, PSD, ICO, PNM -> false;
        };
    }

    /** Whether {@link Codec#decode} reads it; raw samples do not say what they are. */
    public boolean canRead() {
        return this != RAW;
    }

    /** Most pixels a side that it can be written with. */
    public int maxSide() {
        return switch (this) {
            case JPEG -> 65_500;
            case WEBP -> 16_383;
            case AVIF -> 16_384;
            case GIF -> 65_535;
            case PNG, TIFF, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> 10_000_000;
        };
    }

    /** Whether the encoder has a lossy way to write it, so that quality means something. */
    public boolean hasQuality() {
        return this == JPEG || this == WEBP || this == AVIF;
    }

    /** Quality used when the caller names none, 1..100; 100 for formats without a lossy way. */
    public int defaultQuality() {
        return defaultQuality;
    }

    /** The effort values that its encoder takes, on the format's own scale. */
    public EffortRange effort() {
        return effort;
    }

    /** Whether several frames can be written: over time in GIF and WebP, as pages in TIFF. */
    public boolean holdsFrames() {
        return this == GIF || this == WEBP || this == TIFF;
    }

    /** Whether an image of this mode can be written as it is. What is decoded from it may have another mode with the same colours. */
    public boolean holds(Mode mode) {
        return canWrite() && nearest(mode) == mode;
    }

    /**
     * The mode to convert to before writing an image of this mode: the mode itself if the format holds it, else the held mode that
     * keeps most of it. JPEG drops alpha, so flatten onto a background first where that matters.
     */
    public Mode nearest(Mode mode) {
        return switch (this) {
            case JPEG -> HeldModes.jpeg(mode);
            case PNG, AVIF -> HeldModes.greyOrColour(mode);
            case TIFF -> HeldModes.tiff(mode);
            case WEBP, GIF, SVG, BMP, TGA, HDR, PSD, ICO, PNM -> HeldModes.colour8(mode);
            case NPY -> mode.planar() ? Mode.RGB : mode;
            case RAW -> mode;
        };
    }

    /**
     * The effort values that an encoder takes, all inclusive; less is faster, more is smaller.
     *
     * @param usual what is used when the caller names none
     */
    public record EffortRange(int least, int most, int usual) {
        /** Whether the encoder takes this value. */
        public boolean contains(int effort) {
            return effort >= least && effort <= most;
        }
    }
}
