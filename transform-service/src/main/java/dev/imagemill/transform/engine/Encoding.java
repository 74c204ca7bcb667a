package dev.imagemill.transform.engine;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.ChromaSubsampling;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Subsampling;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.List;

/**
 * A pipeline's output: the picture brought to a mode that the format holds, and encoded.
 *
 * <p>Where the format holds no alpha the picture is laid onto the output's background. Where it holds only 8 bits, 16 are
 * rounded to 8. Grey becomes colour where the format knows no grey.
 */
final class Encoding {
    private Encoding() {}

    static byte[] encode(Image picture, Output output) {
        ImageFormat format = format(output.format());
        return Codec.encode(held(picture, format, output), options(format, output));
    }

    /** Several frames of one size, for a format that holds them. */
    static byte[] encode(List<Image> frames, Animation animation, Output output) {
        ImageFormat format = format(output.format());
        List<Image> held =
                frames.stream().map(frame -> held(frame, format, output)).toList();
        return Codec.encode(held, animation, options(format, output));
    }

    private static Image held(Image picture, ImageFormat format, Output output) {
        Image opaque = losesAlpha(picture.mode(), format) ? Mount.flatten(picture, output.background()) : picture;
        Mode held = format.nearest(opaque.mode());
        return held == opaque.mode() ? opaque : opaque.convert(held);
    }

    private static boolean losesAlpha(Mode mode, ImageFormat format) {
        return mode.hasAlpha() && !format.nearest(mode).hasAlpha();
    }

    private static EncodeOptions options(ImageFormat format, Output output) {
        EncodeOptions defaults = EncodeOptions.of(format);
        return switch (output.format()) {
            case JPEG ->
                defaults.withQuality(output.quality())
                        .withProgressive(output.progressive())
                        .withSubsampling(subsampling(output.subsampling()));
            case PNG, GIF -> defaults.withEffort(output.effort());
            case WEBP ->
                defaults.withQuality(output.quality())
                        .withLossless(output.lossless())
                        .withEffort(output.effort());
            case AVIF ->
                defaults.withQuality(output.quality())
                        .withLossless(output.lossless())
                        .withEffort(output.effort())
                        .withSubsampling(subsampling(output.subsampling()));
            case TIFF -> defaults.withLossless(true);
        };
    }

    private static ChromaSubsampling subsampling(Subsampling subsampling) {
        return switch (subsampling) {
            case HALF -> ChromaSubsampling.HALF;
            case FULL -> ChromaSubsampling.NONE;
        };
    }

    private static ImageFormat format(OutputFormat format) {
        return switch (format) {
            case JPEG -> ImageFormat.JPEG;
            case PNG -> ImageFormat.PNG;
            case WEBP -> ImageFormat.WEBP;
            case AVIF -> ImageFormat.AVIF;
            case GIF -> ImageFormat.GIF;
            case TIFF -> ImageFormat.TIFF;
        };
    }
}
