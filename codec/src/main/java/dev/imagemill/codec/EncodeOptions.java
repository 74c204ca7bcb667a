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
 * @param deepBits bits a sample that AVIF keeps of a 16-bit mode, 10 or 12
 * @param metadata to be written along, as far as the format holds it: JPEG, PNG, WebP, AVIF and TIFF do
 */
public record EncodeOptions(
        ImageFormat format,
        int quality,
        boolean lossless,
        int effort,
        boolean progressive,
        ChromaSubsampling subsampling,
        int deepBits,
        ImageMetadata metadata) {

    private static final int MOST_DEEP_BITS = 12;

    public EncodeOptions {
        requireNonNull(format, "format is null");
        requireNonNull(subsampling, "subsampling is null");
        requireNonNull(metadata, "metadata is null");
        if (deepBits != 10 && deepBits != MOST_DEEP_BITS) {
            throw new IllegalArgumentException("deep samples have 10 or 12 bits, not " + deepBits);
        }
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
                format,
                format.defaultQuality(),
                false,
                format.effort().usual(),
                false,
                ChromaSubsampling.AUTO,
                MOST_DEEP_BITS,
                ImageMetadata.NONE);
    }

    /** The same options at another quality. */
    public EncodeOptions withQuality(int newQuality) {
        return new EncodeOptions(format, newQuality, lossless, effort, progressive, subsampling, deepBits, metadata);
    }

    /** The same options, lossless or not. */
    public EncodeOptions withLossless(boolean keepEveryPixel) {
        return new EncodeOptions(format, quality, keepEveryPixel, effort, progressive, subsampling, deepBits, metadata);
    }

    /** The same options with another effort. */
    public EncodeOptions withEffort(int newEffort) {
        return new EncodeOptions(format, quality, lossless, newEffort, progressive, subsampling, deepBits, metadata);
    }

    /** The same options, progressive or not. */
    public EncodeOptions withProgressive(boolean inPasses) {
        return new EncodeOptions(format, quality, lossless, effort, inPasses, subsampling, deepBits, metadata);
    }

    /** The same options with another colour resolution. */
    public EncodeOptions withSubsampling(ChromaSubsampling newSubsampling) {
        return new EncodeOptions(format, quality, lossless, effort, progressive, newSubsampling, deepBits, metadata);
    }

    /** The same options, keeping 10 or 12 bits of 16. */
    public EncodeOptions withDeepBits(int bits) {
        return new EncodeOptions(format, quality, lossless, effort, progressive, subsampling, bits, metadata);
    }

    /** The same options, with metadata to be written along. */
    public EncodeOptions withMetadata(ImageMetadata toWrite) {
        return new EncodeOptions(format, quality, lossless, effort, progressive, subsampling, deepBits, toWrite);
    }
}
