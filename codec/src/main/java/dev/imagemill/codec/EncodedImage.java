package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsException;
import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.codec.vips.VipsOperation;
import dev.imagemill.codec.vips.VipsScope;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An image file in native memory whose format is known and whose bytes are within the limits; opens it with the format's own loader. */
record EncodedImage(VipsScope scope, ImageFormat format, MemorySegment bytes, Limits limits) {
    /** Larger SVG files are text to render for a long time, or something else in disguise. */
    static final long MAX_SVG_BYTES = 10L << 20;

    private static final String READ = Arrays.stream(ImageFormat.values())
            .filter(ImageFormat::canRead)
            .map(ImageFormat::id)
            .collect(Collectors.joining(", "));

    // VipsAccess and VipsFailOn
    private static final int SEQUENTIAL = 1;
    private static final int FAIL_ON_WARNING = 3;

    /** Names the format by content and checks what can be checked before libvips sees the bytes. */
    static EncodedImage of(VipsScope scope, MemorySegment bytes, Limits limits) {
        limits.checkBytes(bytes.byteSize());
        MemorySegment file = scope.toNative(bytes);
        ImageFormat format = format(file);
        if (format == ImageFormat.SVG) {
            limits.withMaxBytes(Math.min(limits.maxBytes(), MAX_SVG_BYTES)).checkBytes(bytes.byteSize());
        }
        if (format == ImageFormat.AVIF) {
            AvifHeader.check(file, limits);
        }
        MemorySegment sound =
                format == ImageFormat.JPEG ? JpegHeader.read(file, limits).sound(scope.arena()) : file;
        return new EncodedImage(scope, format, sound, limits);
    }

    /** The page's header; no pixel is decoded until one is asked for. */
    Header header(int page) {
        if (page > 0) {
            header(0).requirePage(page);
        }
        return Header.of(format, open(loader(page)), limits);
    }

    /** The page, already shrunk by the loader itself. */
    VipsImage shrunk(int page, LoaderShrink shrink) {
        VipsOperation loader = loader(page);
        return open(shrink.isScale() ? loader.with("scale", shrink.scale()) : loader.with("shrink", shrink.factor()));
    }

    /** Some pages, all of one size, one below the other. */
    VipsImage frames(int first, int count) {
        return open(loader(first).with("n", count));
    }

    private VipsOperation loader(int page) {
        VipsOperation loader = scope.operation(
                        switch (format) {
                            case JPEG -> "jpegload_buffer";
                            case PNG -> "pngload_buffer";
                            case WEBP -> "webpload_buffer";
                            case AVIF -> "heifload_buffer";
                            case GIF -> "gifload_buffer";
                            case TIFF -> "tiffload_buffer";
                            case SVG -> "svgload_buffer";
                            case BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW ->
                                throw new AssertionError(format + " is not for libvips");
                        })
                .with("buffer", bytes)
                .with("access", SEQUENTIAL)
                .with("fail_on", FAIL_ON_WARNING);
        return switch (format) {
            case WEBP, AVIF, GIF, TIFF -> loader.with("page", page);
            case JPEG, PNG, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> loader;
        };
    }

    private static VipsImage open(VipsOperation loader) {
        try {
            return loader.image("out");
        } catch (VipsException e) {
            throw new CorruptImage(
                    CorruptImage.Stage.HEADER, "the image's header cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The format, by content.
     *
     * @throws NotAnImage if it is none
     * @throws UnsupportedImage if it is one that is known and not read
     */
    static ImageFormat format(MemorySegment file) {
        byte[] prefix =
                file.asSlice(0, Math.min(file.byteSize(), Sniffer.PREFIX)).toArray(ValueLayout.JAVA_BYTE);
        return Sniffer.format(prefix).orElseThrow(() -> refusal(prefix));
    }

    private static CodecException refusal(byte[] prefix) {
        return Sniffer.unreadable(prefix)
                .<CodecException>map(name -> new UnsupportedImage(name + " images are not read"))
                .orElseGet(() -> new NotAnImage("the content is no image of a format that is read: " + READ));
    }
}
