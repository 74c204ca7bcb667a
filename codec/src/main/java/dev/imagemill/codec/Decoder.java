package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsException;
import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.codec.vips.VipsScope;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes one page of one image: opens it, shrinks it towards the hint, brings its colour to the mode, and computes the pixels. */
final class Decoder {
    private final EncodedImage file;
    private final DecodeOptions options;

    private Decoder(EncodedImage file, DecodeOptions options) {
        this.file = file;
        this.options = options;
    }

    static ImageInfo probe(MemorySegment bytes, Limits limits, ShortWays ways) {
        return jpeg(bytes, limits).flatMap(ways.jpeg()::probe).orElseGet(() -> probe(bytes, limits));
    }

    private static ImageInfo probe(MemorySegment bytes, Limits limits) {
        return PlainDecoder.of(bytes, limits).map(PlainDecoder::probe).orElseGet(() -> probeByVips(bytes, limits));
    }

    static ImageMetadata metadata(MemorySegment bytes, Limits limits) {
        Optional<PlainDecoder> plain = PlainDecoder.of(bytes, limits);
        if (plain.isPresent()) {
            return ImageMetadata.NONE.withProfile(plain.get().profile());
        }
        try (VipsScope scope = new VipsScope()) {
            return ImageMetadata.of(
                    EncodedImage.of(scope, bytes, limits).header(0).image());
        }
    }

    static ImageInfo probeByVips(MemorySegment bytes, Limits limits) {
        try (VipsScope scope = new VipsScope()) {
            return EncodedImage.of(scope, bytes, limits).header(0).info();
        }
    }

    static DecodedImage decode(MemorySegment bytes, DecodeOptions options, ShortWays ways) {
        Optional<JpegHeader> jpeg = jpeg(bytes, options.limits());
        jpeg.ifPresent(JpegHeader::requireDecodable);
        return jpeg.flatMap(header -> decode(header, options, ways)).orElseGet(() -> decode(bytes, options));
    }

    static Optional<DecodedPlanes> decodePlanes(MemorySegment bytes, DecodeOptions options, ShortWays ways) {
        Optional<JpegHeader> jpeg = jpeg(bytes, options.limits());
        jpeg.ifPresent(JpegHeader::requireDecodable);
        return jpeg.isPresent()
                ? ways.jpeg().decodePlanes(jpeg.get(), options)
                : ways.webp().decodePlanes(bytes, options);
    }

    /** Decodes a JPEG directly, if it can be, and has its colour converted, if it must be. */
    private static Optional<DecodedImage> decode(JpegHeader header, DecodeOptions options, ShortWays ways) {
        Optional<IccProfile> profile =
                options.toSrgb() ? header.profile().filter(present -> !present.isSrgb()) : Optional.empty();
        Optional<DecodedImage> decoded = ways.jpeg().decode(header, options);
        return profile.isEmpty() ? decoded : decoded.flatMap(stored -> converted(stored, profile));
    }

    /** Pixels that are there already, brought to sRGB; empty if the profile does not fit them. The stored ones are closed. */
    static Optional<DecodedImage> converted(DecodedImage stored, Optional<IccProfile> profile) {
        try (stored;
                VipsScope scope = new VipsScope()) {
            Image image = stored.image();
            Mode mode = image.mode();
            PixelLayout layout = PixelLayout.of(mode);
            VipsImage pixels = scope.image(image.segment(), image.size(), mode.components(), PixelMode.format(mode))
                    .operation("copy")
                    .with("interpretation", PixelMode.interpretation(mode).code())
                    .image("out");
            VipsImage tagged = profile.map(present -> pixels.withBlob(Header.PROFILE, present.toArray()))
                    .orElse(pixels);
            VipsImage managed = new ColorConversion(layout, true).apply(tagged);
            return Optional.of(compute(managed, layout.mode(true), stored.info()));
        } catch (VipsException unfit) {
            return Optional.empty();
        }
    }

    private static DecodedImage decode(MemorySegment bytes, DecodeOptions options) {
        return PlainDecoder.of(bytes, options.limits())
                .map(plain -> plain.decode(options))
                .orElseGet(() -> decodeByVips(bytes, options));
    }

    static DecodedImage decodeByVips(MemorySegment bytes, DecodeOptions options) {
        try (VipsScope scope = new VipsScope()) {
            return new Decoder(EncodedImage.of(scope, bytes, options.limits()), options).decode();
        }
    }

    /** The header of a file that begins like a JPEG, if its size is within the limits. */
    private static Optional<JpegHeader> jpeg(MemorySegment bytes, Limits limits) {
        limits.checkBytes(bytes.byteSize());
        return Sniffer.isJpeg(bytes) ? Optional.of(JpegHeader.read(bytes, limits)) : Optional.empty();
    }

    private DecodedImage decode() {
        Header header = file.header(options.page());
        try {
            PixelLayout layout = PixelLayout.of(header.image());
            VipsImage shrunk = shrink(header);
            VipsImage managed = new ColorConversion(layout, options.toSrgb()).apply(shrunk);
            return compute(managed, layout.mode(options.toSrgb()), header.info());
        } catch (VipsException e) {
            throw new CorruptImage(
                    CorruptImage.Stage.PIXELS, "the image's pixels cannot be decoded: " + e.getMessage(), e);
        }
    }

    private VipsImage shrink(Header header) {
        @Nullable ImageSize atLeast = options.atLeast();
        if (atLeast == null) {
            return header.image();
        }
        Optional<LoaderShrink> byLoader = LoaderShrink.of(header.info(), atLeast);
        return byLoader.map(shrink -> file.shrunk(options.page(), shrink))
                .orElseGet(() -> BoxShrink.towards(atLeast, header.image()));
    }

    private static DecodedImage compute(VipsImage source, Mode mode, ImageInfo info) {
        Arena memory = Arena.ofShared();
        try {
            MemorySegment pixels = source.pixels(memory);
            Image image = Images.wrap(mode, new ImageSize(source.width(), source.height()), pixels);
            return new DecodedImage(image, info, memory);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }
}
