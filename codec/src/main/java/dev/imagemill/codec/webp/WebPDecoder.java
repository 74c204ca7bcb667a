package dev.imagemill.codec.webp;

import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Reads one WebP, if it is lossy, without alpha and no animation. For one thread. */
public final class WebPDecoder {
    /** The interface that the layouts below are of; a library of another first byte refuses it. */
    private static final int INTERFACE = 0x0209;

    /** More than any of the structures takes, as a library clears as much as it knows of. */
    private static final long STRUCTURE_BYTES = 1024;

    // Where what is used of WebPBitstreamFeatures lies.
    private static final long WIDTH = 0;
    private static final long HEIGHT = 4;
    private static final long HAS_ALPHA = 8;
    private static final long HAS_ANIMATION = 12;
    private static final long COMPRESSION = 16;

    // Where what is used of WebPDecoderConfig lies.
    private static final long COLOUR_SPACE = 40;
    private static final long IS_EXTERNAL_MEMORY = 52;
    private static final long PLANES = 56;
    private static final long STRIDES = 88;
    private static final long LENGTHS = 104;
    private static final long USE_SCALING = 188;
    private static final long SCALED_WIDTH = 192;
    private static final long SCALED_HEIGHT = 196;

    private static final int LOSSY = 1;
    private static final int YUV = 11;

    private final Functions functions;
    private final MemorySegment file;

    WebPDecoder(Functions functions, MemorySegment file) {
        this.functions = functions;
        this.file = file;
    }

    /** The picture's size; empty if the header is broken, or not of such a picture. */
    public Optional<ImageSize> size() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment features = call.allocate(STRUCTURE_BYTES, Long.BYTES);
            boolean read = functions.webPGetFeaturesInternal(file, features, INTERFACE) == 0;
            boolean plain = number(features, HAS_ALPHA) == 0
                    && number(features, HAS_ANIMATION) == 0
                    && number(features, COMPRESSION) == LOSSY;
            return read && plain
                    ? Optional.of(new ImageSize(number(features, WIDTH), number(features, HEIGHT)))
                    : Optional.empty();
        }
    }

    private static int number(MemorySegment structure, long at) {
        return structure.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Decodes luma and the two components of colour, with the levels of ITU-R BT.601: 16..235 and 16..240.
     *
     * @param stored the picture's size
     * @param size the same, or a smaller one to scale to
     * @param luma native memory for rows without padding; what lies there is undefined after an error
     * @param blue the same for Cb, half as many samples in both directions, rounded up
     * @param red the same for Cr
     * @throws WebPException if the file is broken
     */
    public void decodePlanes(
            ImageSize stored, ImageSize size, MemorySegment luma, MemorySegment blue, MemorySegment red) {
        ImageSize colour = new ImageSize(Math.ceilDiv(size.width(), 2), Math.ceilDiv(size.height(), 2));
        try (Arena call = Arena.ofConfined()) {
            MemorySegment config = call.allocate(STRUCTURE_BYTES, Long.BYTES);
            if (functions.webPInitDecoderConfigInternal(config, INTERFACE) == 0) {
                throw new WebPException("the library has another interface");
            }
            config.set(ValueLayout.JAVA_INT, COLOUR_SPACE, YUV);
            config.set(ValueLayout.JAVA_INT, IS_EXTERNAL_MEMORY, 1);
            set(config, 0, luma, size);
            set(config, 1, blue, colour);
            set(config, 2, red, colour);
            if (!size.equals(stored)) {
                config.set(ValueLayout.JAVA_INT, USE_SCALING, 1);
                config.set(ValueLayout.JAVA_INT, SCALED_WIDTH, size.width());
                config.set(ValueLayout.JAVA_INT, SCALED_HEIGHT, size.height());
            }
            int status = functions.webPDecode(file, config);
            if (status != 0) {
                throw new WebPException("libwebp did not read the picture: its status " + status);
            }
        }
    }

    private static void set(MemorySegment config, int index, MemorySegment plane, ImageSize size) {
        if (plane.byteSize() < size.pixels()) {
            throw new IllegalArgumentException(plane.byteSize() + " bytes for a plane of " + size);
        }
        config.set(ValueLayout.ADDRESS, PLANES + index * ValueLayout.ADDRESS.byteSize(), plane);
        config.set(ValueLayout.JAVA_INT, STRIDES + index * ValueLayout.JAVA_INT.byteSize(), size.width());
        config.set(ValueLayout.JAVA_LONG, LENGTHS + index * ValueLayout.JAVA_LONG.byteSize(), size.pixels());
    }
}
