package dev.imagemill.codec;

import dev.imagemill.codec.vips.BandFormat;
import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.codec.vips.VipsOperation;
import dev.imagemill.codec.vips.VipsScope;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Writes one image in one format. */
final class Encoder {
    // Values of libvips' enumerations.
    private static final int KEEP_NO_METADATA = 0;
    private static final int KEEP_EXIF = 1;
    private static final int KEEP_XMP = 2;
    private static final int KEEP_IPTC = 4;
    private static final int KEEP_PROFILE = 8;
    private static final int PNG_ALL_FILTERS = 0xf8;
    private static final int PNG_NO_FILTER = 0x08;
    private static final int HEIF_AV1 = 4;
    private static final int TIFF_DEFLATE = 2;
    private static final int TIFF_HORIZONTAL_DIFFERENCE = 2;

    /** From here on filters are tried for every row of a PNG, which costs more than compressing harder does. */
    private static final int PNG_FILTER_EFFORT = 3;

    private final VipsScope scope;
    private final EncodeOptions options;

    private Encoder(VipsScope scope, EncodeOptions options) {
        this.scope = scope;
        this.options = options;
    }

    static byte[] encode(Image image, EncodeOptions options, ShortWays ways) {
        requireHeld(image, options.format());
        if (options.format() == ImageFormat.NPY) {
            return Samples.npy(image);
        }
        if (options.format() == ImageFormat.RAW) {
            return Samples.raw(image);
        }
        return ways.encode(image, options).orElseGet(() -> encode(image, options));
    }

    static byte[] encode(YccPlanes planes, EncodeOptions options, ShortWays ways) {
        return ways.encode(planes, options).orElseGet(() -> encode(planes.toRgb(), options, ways));
    }

    private static byte[] encode(Image image, EncodeOptions options) {
        try (VipsScope scope = new VipsScope()) {
            return new Encoder(scope, options).encode(image);
        }
    }

    private static void requireHeld(Image image, ImageFormat format) {
        Mode mode = image.mode();
        if (!format.holds(mode)) {
            throw new UnsupportedImage(
                    format.id() + " does not hold mode " + mode + "; the nearest it holds is " + format.nearest(mode));
        }
        int side = Math.max(image.size().width(), image.size().height());
        if (side > format.maxSide()) {
            throw new UnsupportedImage(
                    format.id() + " holds at most " + format.maxSide() + " pixels a side, and the image has " + side);
        }
    }

    static byte[] encode(List<Image> frames, Animation animation, EncodeOptions options) {
        Image first = frames.getFirst();
        requireHeld(first, options.format());
        if (!options.format().holdsFrames() || frames.size() != animation.frames()) {
            throw new IllegalArgumentException(
                    frames.size() + " frames cannot be " + options.format() + " of " + animation.frames());
        }
        try (VipsScope scope = new VipsScope()) {
            return new Encoder(scope, options).encode(frames, animation);
        }
    }

    private byte[] encode(List<Image> frames, Animation animation) {
        Image first = frames.getFirst();
        long bytes = first.segment().byteSize();
        MemorySegment column = scope.allocate(bytes * frames.size());
        for (int i = 0; i < frames.size(); i++) {
            Image frame = frames.get(i);
            if (frame.mode() != first.mode() || !frame.size().equals(first.size())) {
                throw new IllegalArgumentException("frames are of one mode and size, not " + first + " and " + frame);
            }
            MemorySegment.copy(frame.segment(), 0, column, i * bytes, bytes);
        }
        ImageSize size = new ImageSize(
                first.size().width(), Math.multiplyExact(first.size().height(), frames.size()));
        return save(pixels(column, size, first.mode())
                .withNumber("page-height", first.size().height())
                .withNumber("loop", animation.loop())
                .withNumbers(
                        "delay",
                        animation.delays().stream().mapToInt(Integer::intValue).toArray()));
    }

    private byte[] encode(Image image) {
        return save(pixels(scope.toNative(image.segment()), image.size(), image.mode()));
    }

    private byte[] save(VipsImage image) {
        VipsOperation saver = switch (options.format()) {
            case JPEG -> jpeg(image);
            case PNG -> png(image);
            case WEBP -> webp(image);
            case AVIF -> avif(image);
            case GIF -> gif(image);
            case TIFF -> tiff(image);
            case SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW ->
                throw new AssertionError(options.format() + " is not written");
        };
        boolean bare = options.metadata().isEmpty();
        return saver.with("keep", bare ? KEEP_NO_METADATA : KEEP_EXIF | KEEP_XMP | KEEP_IPTC | KEEP_PROFILE)
                .bytes("buffer");
    }

    private VipsImage pixels(MemorySegment pixels, ImageSize size, Mode mode) {
        VipsImage bare = scope.image(pixels, size, mode.components(), PixelMode.format(mode));
        VipsImage meant = bare.operation("copy")
                .with("interpretation", PixelMode.interpretation(mode).code())
                .image("out");
        return options.metadata().isEmpty() ? meant : options.metadata().on(meant);
    }

    private VipsOperation jpeg(VipsImage image) {
        boolean thorough = options.effort() > 1;
        return image.operation("jpegsave_buffer")
                .with("Q", options.quality())
                .with("optimize_coding", options.effort() > 0)
                .with("trellis_quant", thorough)
                .with("overshoot_deringing", thorough)
                .with("optimize_scans", thorough && options.progressive())
                .with("interlace", options.progressive())
                .with("subsample_mode", subsampling());
    }

    private VipsOperation png(VipsImage image) {
        return image.operation("pngsave_buffer")
                .with("compression", options.effort())
                .with("filter", options.effort() < PNG_FILTER_EFFORT ? PNG_NO_FILTER : PNG_ALL_FILTERS)
                .with("interlace", options.progressive());
    }

    private VipsOperation webp(VipsImage image) {
        return image.operation("webpsave_buffer")
                .with("Q", options.quality())
                .with("lossless", options.lossless())
                .with("exact", options.lossless())
                .with("smart_subsample", options.subsampling() == ChromaSubsampling.NONE)
                .with("effort", options.effort());
    }

    private VipsOperation avif(VipsImage image) {
        return image.operation("heifsave_buffer")
                .with("compression", HEIF_AV1)
                .with("Q", options.quality())
                .with("lossless", options.lossless())
                .with("effort", options.effort())
                .with("subsample_mode", subsampling())
                .with("bitdepth", image.format() == BandFormat.UCHAR ? 8 : options.deepBits());
    }

    private VipsOperation gif(VipsImage image) {
        return image.operation("gifsave_buffer")
                .with("effort", options.effort())
                .with("interlace", options.progressive());
    }

    private VipsOperation tiff(VipsImage image) {
        return image.operation("tiffsave_buffer")
                .with("compression", TIFF_DEFLATE)
                .with("level", options.effort())
                .with("predictor", TIFF_HORIZONTAL_DIFFERENCE);
    }

    /** The value of {@code VipsForeignSubsample}: by quality, always, never. */
    private int subsampling() {
        return switch (options.subsampling()) {
            case AUTO -> 0;
            case HALF -> 1;
            case NONE -> 2;
        };
    }
}
