package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the result is encoded. An option that the format does not have is at its default.
 *
 * @param format the format
 * @param quality 1..100, for lossy JPEG, WebP and AVIF; default 80
 * @param lossless for WebP and AVIF
 * @param effort how hard the encoder tries to be small: JPEG 0..2 (default 1), PNG 0..9 (default 6), WebP 0..6 (default 4), AVIF
 *     0..9 (default 4), GIF 1..10 (default 7), TIFF 1..9 (default 6); 0 for formats without it
 * @param progressive for JPEG, PNG and GIF: in several passes
 * @param subsampling for JPEG and AVIF
 * @param background for JPEG, which holds no alpha: the opaque colour that lies under transparent pixels; default white
 * @param depth bits a sample: 8 or 16 for PNG, TIFF, NPY and raw, 8, 10 or 12 for AVIF; null for the picture's own
 * @param metadata for JPEG, PNG, WebP, AVIF and TIFF; default strip
 */
public record Output(
        OutputFormat format,
        int quality,
        boolean lossless,
        int effort,
        boolean progressive,
        Subsampling subsampling,
        Color background,
        @Nullable Integer depth,
        MetadataPolicy metadata) {

    public Output {
        requireNonNull(format, "format is null");
        requireNonNull(subsampling, "subsampling is null");
        requireNonNull(background, "background is null");
        requireNonNull(metadata, "metadata is null");
        OutputOptions.of(format)
                .check(quality, lossless, effort, progressive, subsampling, background, depth, metadata);
    }

    /** In the picture's own depth and without metadata. */
    public Output(
            OutputFormat format,
            int quality,
            boolean lossless,
            int effort,
            boolean progressive,
            Subsampling subsampling,
            Color background) {
        this(format, quality, lossless, effort, progressive, subsampling, background, null, MetadataPolicy.STRIP);
    }

    /** The format with all options at their defaults. */
    public static Output of(OutputFormat format) {
        return OutputOptions.of(format).defaults();
    }

    public static Output of(OutputFormat format, int quality) {
        Output defaults = of(format);
        return new Output(
                format,
                quality,
                defaults.lossless,
                defaults.effort,
                defaults.progressive,
                defaults.subsampling,
                defaults.background);
    }

    /** The same, with samples of so many bits; null for the picture's own. */
    public Output withDepth(@Nullable Integer bits) {
        return new Output(format, quality, lossless, effort, progressive, subsampling, background, bits, metadata);
    }

    /** The same, with other metadata. */
    public Output withMetadata(MetadataPolicy policy) {
        return new Output(format, quality, lossless, effort, progressive, subsampling, background, depth, policy);
    }

    /** The canonical form: {@code format} and the options that are not at their defaults, in alphabetical order. */
    public ObjectNode json() {
        return OutputOptions.of(format).write(this);
    }
}
