package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.vips.VipsLibrary;
import dev.imagemill.codec.vips.VipsUnavailable;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads and writes image files. Stateless and safe for any number of threads; each call works on one thread.
 *
 * <p>Every fault of an image is a {@link CodecException}; an installation without libvips is a {@link CodecUnavailable}.
 */
public final class Codec {
    private static final int WHITE = 255;

    private Codec() {}

    /**
     * The format that the first bytes of a file announce, whatever its name says.
     *
     * @param firstBytes the whole file or its beginning; 4,096 bytes are enough for every format
     */
    public static Optional<ImageFormat> sniff(byte[] firstBytes) {
        return Sniffer.format(requireNonNull(firstBytes, "firstBytes is null"));
    }

    /** Reads the header of an encoded image, without decoding pixels. */
    public static ImageInfo probe(byte[] file, Limits limits) {
        return probe(MemorySegment.ofArray(file), limits);
    }

    /** Reads the header of an encoded image, without decoding pixels. */
    public static ImageInfo probe(MemorySegment file, Limits limits) {
        return loaded(() -> Decoder.probe(file, limits, ShortWays.inUse()));
    }

    /** Reads the header of an image file, without decoding pixels. */
    public static ImageInfo probe(Path file, Limits limits) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            return probe(read(file, limits, memory), limits);
        }
    }

    /** Reads what the first page says of itself beyond pixels; nothing for formats that are not read by libvips. */
    public static ImageMetadata metadata(byte[] file, Limits limits) {
        return metadata(MemorySegment.ofArray(file), limits);
    }

    /** Reads what the first page says of itself beyond pixels; nothing for formats that are not read by libvips. */
    public static ImageMetadata metadata(MemorySegment file, Limits limits) {
        return loaded(() -> Decoder.metadata(file, limits));
    }

    /** Reads what the first page says of itself beyond pixels; nothing for formats that are not read by libvips. */
    public static ImageMetadata metadata(Path file, Limits limits) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            return metadata(read(file, limits, memory), limits);
        }
    }

    /**
     * Brings the pixels of an image to a colour space, through Little CMS in libvips with perceptual intent. Depth and alpha stay as they are.
     *
     * @param from the profile that the pixels are in; empty for sRGB, its grey, or for ink the built-in profile
     * @throws UnsupportedImage if the profile is broken, or the image has alpha and the space is ink
     */
    public static Image convert(Image image, Optional<ColorProfile> from, ColorProfile.Space to) {
        if (to == ColorProfile.Space.CMYK) {
            requireNoAlpha(image);
        }
        return loaded(() -> ColorTransform.apply(image, from, to));
    }

    /**
     * Brings the pixels of an image to the ink of a profile, as {@link #convert(Image, Optional, ColorProfile.Space)} does.
     *
     * @param ink made by {@link #inkProfile}
     */
    public static Image convert(Image image, Optional<ColorProfile> from, ColorProfile ink) {
        requireNoAlpha(image);
        return loaded(() -> ColorTransform.apply(image, from, ink));
    }

    private static void requireNoAlpha(Image image) {
        if (image.mode().hasAlpha()) {
            throw new UnsupportedImage("ink has no alpha: flatten the image first");
        }
    }

    /**
     * The ICC profile of an ink, which colours can be taken to and from.
     *
     * @throws UnsupportedImage if the bytes are no such profile
     */
    public static ColorProfile inkProfile(byte[] bytes) {
        ColorProfile profile = ColorProfile.ofInk(bytes);
        Image white = Images.filled(Mode.RGB, new ImageSize(1, 1), WHITE, WHITE, WHITE);
        Image ink = convert(white, Optional.empty(), profile);
        convert(ink, Optional.of(profile), ColorProfile.Space.SRGB);
        return profile;
    }

    /** The lightness of each pixel of an image in any profile, as grey with the curve of sRGB; depth and alpha stay as they are. */
    public static Image toGrey(Image image, Optional<ColorProfile> from) {
        return loaded(() -> ColorTransform.grey(ColorTransform.apply(image, from, ColorProfile.Space.SRGB)));
    }

    /** Decodes one page. The caller closes the result. */
    public static DecodedImage decode(byte[] file, DecodeOptions options) {
        return decode(MemorySegment.ofArray(file), options);
    }

    /** Decodes one page. The caller closes the result. */
    public static DecodedImage decode(MemorySegment file, DecodeOptions options) {
        return loaded(() -> Decoder.decode(file, options, ShortWays.inUse()));
    }

    /** Decodes one page. The caller closes the result. */
    public static DecodedImage decode(Path file, DecodeOptions options) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            return decode(read(file, options.limits(), memory), options);
        }
    }

    /**
     * Decodes a JPEG or lossy WebP without bringing its colour to RGB. Empty if it is not an ordinary one in YCbCr, if its colour is to be managed, or if there
     * is no library that can: then {@link #decode} is the way, which also says what may be amiss. The caller closes the result.
     */
    public static Optional<DecodedPlanes> decodePlanes(byte[] file, DecodeOptions options) {
        return decodePlanes(MemorySegment.ofArray(file), options);
    }

    /** As {@link #decodePlanes(byte[], DecodeOptions)}. */
    public static Optional<DecodedPlanes> decodePlanes(MemorySegment file, DecodeOptions options) {
        return loaded(() -> Decoder.decodePlanes(file, options, ShortWays.inUse()));
    }

    /** As {@link #decodePlanes(byte[], DecodeOptions)}. */
    public static Optional<DecodedPlanes> decodePlanes(Path file, DecodeOptions options) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            return decodePlanes(read(file, options.limits(), memory), options);
        }
    }

    /**
     * The frames of an image, or its pages if they are all of one size, without decoding pixels; empty if there is but one, or they differ. It is for
     * GIF, WebP and TIFF.
     */
    public static Optional<Animation> animation(byte[] file, Limits limits) {
        return animation(MemorySegment.ofArray(file), limits);
    }

    /** As {@link #animation(byte[], Limits)}. */
    public static Optional<Animation> animation(MemorySegment file, Limits limits) {
        return loaded(() -> FrameReader.probe(file, limits));
    }

    /** As {@link #animation(byte[], Limits)}. */
    public static Optional<Animation> animation(Path file, Limits limits) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            return animation(read(file, limits, memory), limits);
        }
    }

    /**
     * Decodes several frames of an {@link #animation}, in full size; those of a GIF as they are drawn upon the ones before. The caller closes the result.
     *
     * @param options the page is the first one
     */
    public static DecodedFrames decodeFrames(byte[] file, DecodeOptions options, int count) {
        return decodeFrames(MemorySegment.ofArray(file), options, count);
    }

    /** As {@link #decodeFrames(byte[], DecodeOptions, int)}. */
    public static DecodedFrames decodeFrames(MemorySegment file, DecodeOptions options, int count) {
        return loaded(() -> FrameReader.decode(file, options, count));
    }

    /** As {@link #decodeFrames(byte[], DecodeOptions, int)}. */
    public static DecodedFrames decodeFrames(Path file, DecodeOptions options, int count) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            return decodeFrames(read(file, options.limits(), memory), options, count);
        }
    }

    /**
     * Encodes frames, without other metadata than their times.
     *
     * @param frames all of one mode and size, as many as the animation has
     * @param options of a format that {@link ImageFormat#holdsFrames()}
     * @throws UnsupportedImage if the format does not hold the frames' mode or size
     */
    public static byte[] encode(List<Image> frames, Animation animation, EncodeOptions options) {
        return loaded(() -> Encoder.encode(frames, animation, options));
    }

    /**
     * Encodes an image, with no other metadata than the options say. The same pixels and options give the same bytes.
     *
     * @throws UnsupportedImage if the format does not hold the image's mode; see {@link ImageFormat#nearest}
     */
    public static byte[] encode(Image image, EncodeOptions options) {
        return loaded(() -> Encoder.encode(image, options, ShortWays.inUse()));
    }

    /**
     * Encodes a picture of halved colour, which must not be closed meanwhile if it is a decoded one.
     *
     * @param options of JPEG or WebP; whatever they are, they are fulfilled as for the picture in RGB
     */
    public static byte[] encode(YccPlanes planes, EncodeOptions options) {
        return loaded(() -> Encoder.encode(planes, options, ShortWays.inUse()));
    }

    /** Whether this process writes {@link YccPlanes} in a format as they are, without RGB between, by usual options. */
    public static boolean writesPlanes(ImageFormat format) {
        return loaded(() -> ShortWays.inUse().writePlanes(format));
    }

    /**
     * Loads libvips, and libjpeg-turbo and libwebp if the machine has them, which otherwise happens at first use.
     *
     * @throws CodecUnavailable if libvips cannot be loaded, with the remedy
     */
    public static void ensureLoaded() {
        libraryVersion();
        loaded(ShortWays::inUse);
    }

    /** Bytes of pixel memory that libvips holds now; what libjpeg-turbo, libwebp and pictures outside of libvips take is not among them. */
    public static long libraryBytes() {
        return VipsLibrary.get().trackedBytes();
    }

    /** Version of libvips in use: {@code "8.18.7"}. */
    public static String libraryVersion() {
        return loaded(() -> VipsLibrary.get().version());
    }

    /** Read, not mapped: a file that someone cuts off while it is mapped takes the whole process down. */
    private static MemorySegment read(Path file, Limits limits, Arena memory) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            limits.checkBytes(channel.size());
            MemorySegment bytes = loaded(VipsLibrary::get).allocate(channel.size(), memory);
            ByteBuffer buffer = bytes.asByteBuffer();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until the end
            }
            return bytes.asSlice(0, buffer.position());
        }
    }

    private static <T> T loaded(Supplier<T> work) {
        try {
            return work.get();
        } catch (VipsUnavailable e) {
            throw new CodecUnavailable(requireNonNull(e.getMessage()), e.getCause());
        }
    }
}
