package dev.imagemill.codec;

import dev.imagemill.codec.plain.IconEntry;
import dev.imagemill.codec.plain.PlainFiles;
import dev.imagemill.codec.plain.PlainFormatException;
import dev.imagemill.codec.plain.PlainPicture;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decodes the formats that are read in Java. The header is held to the limits, and to the bytes that are there at all, before memory is
 * taken for pixels, which is native as it is for libvips. Whatever goes wrong is a {@link CodecException}.
 */
final class PlainDecoder {
    private final ImageFormat format;
    private final MemorySegment file;
    private final Limits limits;

    private PlainDecoder(ImageFormat format, MemorySegment file, Limits limits) {
        this.format = format;
        this.file = file;
        this.limits = limits;
    }

    /** The decoder for a file; empty if that is libvips. */
    static Optional<PlainDecoder> of(MemorySegment file, Limits limits) {
        limits.checkBytes(file.byteSize());
        ImageFormat format = EncodedImage.format(file);
        return switch (format) {
            case BMP, TGA, HDR, PSD, ICO, PNM, NPY -> Optional.of(new PlainDecoder(format, file, limits));
            case JPEG, PNG, WEBP, AVIF, GIF, TIFF, SVG, RAW -> Optional.empty();
        };
    }

    Optional<ColorProfile> profile() {
        return guarded(() -> switch (page(0)) {
            case IconEntry.Png _ -> Optional.empty();
            case IconEntry.Stored stored -> stored.picture().profile().flatMap(ColorProfile::unlessSrgb);
        });
    }

    ImageInfo probe() {
        return guarded(() -> switch (page(0)) {
            case IconEntry.Png png -> asIcon(Decoder.probeByVips(png.file(), limits));
            case IconEntry.Stored stored -> info(stored.picture());
        });
    }

    DecodedImage decode(DecodeOptions options) {
        return guarded(() -> switch (page(options.page())) {
            case IconEntry.Png png -> decode(png, options.withPage(0));
            case IconEntry.Stored stored -> decode(stored.picture(), options);
        });
    }

    private DecodedImage decode(IconEntry.Png png, DecodeOptions options) {
        DecodedImage decoded = Decoder.decodeByVips(png.file(), options);
        return decoded.withInfo(asIcon(decoded.info()));
    }

    private DecodedImage decode(PlainPicture picture, DecodeOptions options) {
        ImageInfo info = info(picture);
        if (file.byteSize() < picture.leastBytes()) {
            throw new CorruptImage(
                    CorruptImage.Stage.PIXELS,
                    "the image's pixels cannot be decoded: the file has " + file.byteSize() + " bytes, and "
                            + info.size() + " take at least " + picture.leastBytes(),
                    null);
        }
        Optional<IccProfile> profile = picture.profile().map(IccProfile::new);
        boolean managed = options.toSrgb()
                && profile.map(present -> !present.isSrgb())
                        .orElse(PixelLayout.of(picture.mode()).color() == PixelLayout.Color.CMYK);
        if (!managed) {
            return read(picture, info);
        }
        return Decoder.converted(read(picture, info), profile)
                // The profile does not fit: what is known of the mode has to do, as for every other format.
                .or(() -> Decoder.converted(read(picture, info), Optional.empty()))
                .orElseThrow(() -> new UnsupportedImage("the image's colours cannot be brought to sRGB"));
    }

    private static DecodedImage read(PlainPicture picture, ImageInfo info) {
        Arena memory = Arena.ofShared();
        try {
            Mode mode = picture.mode();
            MemorySegment pixels = memory.allocate(mode.length(picture.size()), Long.BYTES);
            picture.read(pixels);
            Image image = Images.wrap(mode, picture.size(), pixels);
            return new DecodedImage(image, info, memory);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    private ImageInfo info(PlainPicture picture) {
        int pages = pages().size();
        limits.checkHeader(picture.size().width(), picture.size().height(), pages);
        return new ImageInfo(
                format,
                picture.size(),
                PixelLayout.of(picture.mode()).mode(true),
                pages,
                1,
                picture.mode().hasAlpha(),
                picture.profile().isPresent(),
                false);
    }

    private ImageInfo asIcon(ImageInfo png) {
        limits.checkHeader(png.size().width(), png.size().height(), pages().size());
        return new ImageInfo(
                format,
                png.size(),
                png.mode(),
                pages().size(),
                1,
                png.hasAlpha(),
                png.hasIccProfile(),
                png.interlaced());
    }

    private IconEntry page(int page) {
        List<IconEntry> pages = pages();
        if (page >= pages.size()) {
            throw new UnsupportedImage(
                    "page " + page + " was asked for, counting from 0, and the image has " + pages.size());
        }
        return pages.get(page);
    }

    private List<IconEntry> pages() {
        return switch (format) {
            case BMP -> one(PlainFiles.bmp(file));
            case TGA -> one(PlainFiles.tga(file));
            case HDR -> one(PlainFiles.hdr(file));
            case PSD -> one(PlainFiles.psd(file));
            case PNM -> one(PlainFiles.pnm(file));
            case NPY -> one(NpyPicture.of(file));
            case ICO -> PlainFiles.ico(file);
            case JPEG, PNG, WEBP, AVIF, GIF, TIFF, SVG, RAW -> throw new AssertionError(format + " is for libvips");
        };
    }

    private static List<IconEntry> one(PlainPicture picture) {
        return List.of(new IconEntry.Stored(picture));
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (PlainFormatException e) {
            throw switch (e.fault()) {
                case HEADER ->
                    new CorruptImage(
                            CorruptImage.Stage.HEADER, "the image's header cannot be read: " + e.getMessage(), e);
                case PIXELS ->
                    new CorruptImage(
                            CorruptImage.Stage.PIXELS, "the image's pixels cannot be decoded: " + e.getMessage(), e);
                case UNSUPPORTED -> new UnsupportedImage(e.getMessage() == null ? "unsupported" : e.getMessage());
            };
        }
    }
}
