package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.Image;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads and writes image files. Stateless and safe for any number of threads; each call works on one thread.
 *
 * <p>Every fault of an image is a {@link CodecException}; an installation without libvips is a {@link CodecUnavailable}.
 */
public final class Codec {
    private Codec() {}

    /**
     * The format that the first bytes of a file announce, whatever its name says.
     *
     * @param firstBytes the whole file or its beginning; 4,096 bytes are enough for every format
     */
    public static Optional<ImageFormat> sniff(byte[] firstBytes) {
        requireNonNull(firstBytes, "firstBytes is null");
        return pending();
    }

    /** Reads the header of an encoded image, without decoding pixels. */
    public static ImageInfo probe(byte[] file, Limits limits) {
        return pending();
    }

    /** Reads the header of an encoded image, without decoding pixels. */
    public static ImageInfo probe(MemorySegment file, Limits limits) {
        return pending();
    }

    /** Reads the header of an image file, without decoding pixels. */
    public static ImageInfo probe(Path file, Limits limits) throws IOException {
        return pending();
    }

    /** Decodes one page. The caller closes the result. */
    public static DecodedImage decode(byte[] file, DecodeOptions options) {
        return pending();
    }

    /** Decodes one page. The caller closes the result. */
    public static DecodedImage decode(MemorySegment file, DecodeOptions options) {
        return pending();
    }

    /** Decodes one page. The caller closes the result. */
    public static DecodedImage decode(Path file, DecodeOptions options) throws IOException {
        return pending();
    }

    /**
     * Encodes an image, without any metadata. The same pixels and options give the same bytes.
     *
     * @throws UnsupportedImage if the format does not hold the image's mode; see {@link ImageFormat#nearest}
     */
    public static byte[] encode(Image image, EncodeOptions options) {
        return pending();
    }

    /**
     * Loads libvips, which otherwise happens at first use.
     *
     * @throws CodecUnavailable if it cannot be loaded, with the remedy
     */
    public static void ensureLoaded() {
        libraryVersion();
    }

    /** Version of libvips in use: {@code "8.18.7"}. */
    public static String libraryVersion() {
        return pending();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // stands in for a result of any type
    private static <T> T pending() {
        throw new UnsupportedOperationException("the codec is not there yet");
    }
}
