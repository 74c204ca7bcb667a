package dev.imagemill.transform.engine;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.ChromaSubsampling;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageMetadata;
import dev.imagemill.codec.YccPlanes;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Subsampling;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline's output: the picture brought to a mode that the format holds, and encoded.
 *
 * <p>Where the format holds no alpha the picture is laid onto the output's background. Where it holds only 8 bits, or only 8 are
 * asked for, 16 are rounded to 8. Grey becomes colour where the format knows no grey.
 */
final class Encoding {
    private static final int BYTE = 8;

    private Encoding() {}

    /**
     * Encodes a picture.
     *
     * @param metadata of the source, with the profile that the picture is in
     * @param orientation that the picture's pixels still need, an EXIF orientation
     */
    static byte[] encode(Image picture, Output output, ImageMetadata metadata, int orientation) {
        ImageFormat format = format(output.format());
        return Codec.encode(
                held(picture, format, output),
                options(format, output).withMetadata(written(output, metadata, orientation)));
    }

    /** The same of a picture without metadata, in sRGB. */
    static byte[] encode(Image picture, Output output) {
        return encode(picture, output, ImageMetadata.NONE, 1);
    }

    /** The same of one that has halved colour. */
    static byte[] encode(YccPlanes picture, Output output) {
        return Codec.encode(picture, options(format(output.format()), output));
    }

    /** Whether a picture that has halved colour is stored as it is. */
    static boolean storesPlanes(Output output) {
        return Codec.writesPlanes(format(output.format()));
    }

    /** Several frames of one size, for a format that holds them. */
    static byte[] encode(
            List<Image> frames, Animation animation, Output output, ImageMetadata metadata, int orientation) {
        ImageFormat format = format(output.format());
        List<Image> held =
                frames.stream().map(frame -> held(frame, format, output)).toList();
        return Codec.encode(
                held, animation, options(format, output).withMetadata(written(output, metadata, orientation)));
    }

    private static Image held(Image picture, ImageFormat format, Output output) {
        Image opaque = losesAlpha(picture.mode(), format) ? Mount.flatten(picture, output.background()) : picture;
        Mode held = deep(format.nearest(opaque.mode()), output.depth());
        return held == opaque.mode() ? opaque : opaque.convert(held);
    }

    /** The picture without a profile that is none of its pixels, and as sRGB where the format cannot hold its profile. */
    static Picture inHeldColours(Picture picture, Output output) {
        Mode mode = picture.pixels().mode();
        if (picture.profile().isEmpty()) {
            return picture;
        }
        if (!picture.profile().get().fits(mode)) {
            return picture.inProfile(picture.pixels(), Optional.empty());
        }
        boolean ink = mode == Mode.CMYK || mode == Mode.CMYK64;
        boolean grey = mode == Mode.L || mode == Mode.L16 || mode == Mode.LA || mode == Mode.LA32;
        boolean held = switch (output.format()) {
            case JPEG, TIFF, NPY, RAW -> true;
            case PNG -> !ink;
            case WEBP, AVIF -> !ink && !grey;
            case GIF -> false;
        };
        return held
                ? picture
                : picture.inProfile(
                        Codec.convert(picture.pixels(), picture.profile(), ColorProfile.Space.SRGB), Optional.empty());
    }

    /** The media type of a result; that of raw samples says how to read them. */
    static String mediaType(Image picture, Output output) {
        String type = output.format().mediaType();
        if (output.format() != OutputFormat.RAW) {
            return type;
        }
        return type + ";mode=" + deep(picture.mode(), output.depth()) + ";width="
                + picture.size().width() + ";height=" + picture.size().height();
    }

    private static ImageMetadata written(Output output, ImageMetadata metadata, int orientation) {
        return switch (output.metadata()) {
            case STRIP -> ImageMetadata.NONE.withProfile(metadata.profile());
            case KEEP -> metadata.withOrientation(orientation);
            case COPYRIGHT ->
                metadata.copyrightOnly().withOrientation(orientation).withProfile(metadata.profile());
        };
    }

    /** The mode with samples of as many bits as are asked for, which are 8 or, in memory, 16. */
    private static Mode deep(Mode mode, @Nullable Integer depth) {
        if (depth == null) {
            return mode;
        }
        boolean shallow = depth == BYTE;
        return switch (mode) {
            case L, L16, L32 -> shallow ? Mode.L : Mode.L16;
            case LA, LA32 -> shallow ? Mode.LA : Mode.LA32;
            case RGB, RGB48 -> shallow ? Mode.RGB : Mode.RGB48;
            case RGBA, RGBA64 -> shallow ? Mode.RGBA : Mode.RGBA64;
            case CMYK, CMYK64 -> shallow ? Mode.CMYK : Mode.CMYK64;
            case YV12, JPEG_YV12 -> shallow ? mode : Mode.RGB48;
        };
    }

    private static boolean losesAlpha(Mode mode, ImageFormat format) {
        return mode.hasAlpha() && !format.nearest(mode).hasAlpha();
    }

    private static EncodeOptions options(ImageFormat format, Output output) {
        EncodeOptions defaults = EncodeOptions.of(format);
        return switch (output.format()) {
            case JPEG ->
                defaults.withQuality(output.quality())
                        .withEffort(output.effort())
                        .withProgressive(output.progressive())
                        .withSubsampling(subsampling(output.subsampling()));
            case PNG, GIF -> defaults.withEffort(output.effort()).withProgressive(output.progressive());
            case WEBP ->
                defaults.withQuality(output.quality())
                        .withLossless(output.lossless())
                        .withEffort(output.effort());
            case AVIF -> avif(defaults, output);
            case TIFF -> defaults.withLossless(true).withEffort(output.effort());
            case NPY, RAW -> defaults;
        };
    }

    private static EncodeOptions avif(EncodeOptions defaults, Output output) {
        EncodeOptions options = defaults.withQuality(output.quality())
                .withLossless(output.lossless())
                .withEffort(output.effort())
                .withSubsampling(subsampling(output.subsampling()));
        Integer depth = output.depth();
        return depth == null || depth == BYTE ? options : options.withDeepBits(depth);
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
            case NPY -> ImageFormat.NPY;
            case RAW -> ImageFormat.RAW;
        };
    }
}
