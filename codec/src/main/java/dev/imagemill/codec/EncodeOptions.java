package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

/**
 * How to encode. Options that a format does not have are ignored by it.
 *
 * @param format one that can be written
 * @param quality of lossy encoding, 1..100
 * @param lossless whether WebP and AVIF keep every pixel; PNG and TIFF always do, JPEG cannot, and GIF keeps 256 colours
 * @param effort on the format's own scale, see {@link ImageFormat#effort()}
 * @param progressive whether JPEG and PNG come in passes, coarse first
 * @param subsampling of colour in JPEG, AVIF and lossy WebP
 */
public record EncodeOptions(
        ImageFormat format,
        int quality,
        boolean lossless,
        int effort,
        boolean progressive,
        ChromaSubsampling subsampling) {

    public EncodeOptions {
        requireNonNull(format, "format is null");
        requireNonNull(subsampling, "subsampling is null");
        if (!format.canWrite()) {
            throw new IllegalArgumentException(format.id() + " is read only");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is " + quality + ", expected 1..100");
        }
        if (!format.effort().contains(effort)) {
            throw new IllegalArgumentException("effort of " + format.id() + " is " + effort + ", expected "
                    + format.effort().least() + ".." + format.effort().most());
        }
    }

    /** The format's defaults. */
    public static EncodeOptions of(ImageFormat format) {
        return new EncodeOptions(
                format, format.defaultQuality(), false, format.effort().usual(), false, ChromaSubsampling.AUTO);
    }

    /** The same options at another quality. */
    public EncodeOptions withQuality(int newQuality) {
        return new EncodeOptions(format, newQuality, lossless, effort, progressive, subsampling);
    }

    /** The same options, lossless or not. */
    public EncodeOptions withLossless(boolean keepEveryPixel) {
        return new EncodeOptions(format, quality, keepEveryPixel, effort, progressive, subsampling);
    }

    /** The same options with another effort. */
    public EncodeOptions withEffort(int newEffort) {
        return new EncodeOptions(format, quality, lossless, newEffort, progressive, subsampling);
    }

    /** The same options, progressive or not. */
    public EncodeOptions withProgressive(boolean inPasses) {
        return new EncodeOptions(format, quality, lossless, effort, inPasses, subsampling);
    }

    /** The same options with another colour resolution. */
    public EncodeOptions withSubsampling(ChromaSubsampling newSubsampling) {
        return new EncodeOptions(format, quality, lossless, effort, progressive, newSubsampling);
    }
}
