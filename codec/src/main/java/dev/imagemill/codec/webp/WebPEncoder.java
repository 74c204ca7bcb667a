package dev.imagemill.codec.webp;

import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Writes one WebP, lossy and without alpha. Closing it gives back all that the library holds. For one thread. */
public final class WebPEncoder implements AutoCloseable {
    /** The interface that the layouts below are of; a library of another first byte refuses it. */
    private static final int INTERFACE = 0x020f;

    private static final int DEFAULT_PRESET = 0;

    /** More than any of the structures takes, as a library clears as much as it knows of. */
    private static final long STRUCTURE_BYTES = 1024;

    // Where what is used of WebPConfig, WebPPicture and WebPMemoryWriter lies.
    private static final long METHOD = 8;
    private static final long WIDTH = 8;
    private static final long HEIGHT = 12;
    private static final long PLANES = 16;
    private static final long LUMA_STRIDE = 40;
    private static final long COLOUR_STRIDE = 44;
    private static final long WRITER = 96;
    private static final long WRITTEN_TO = 104;
    private static final long ERROR = 136;
    private static final long LENGTH = 8;

    private static final int OUT_OF_MEMORY = 1;
    private static final int BITSTREAM_OUT_OF_MEMORY = 2;

    private static final int RGB_BYTES = 3;

    private final Functions functions;
    private final Arena memory = Arena.ofConfined();
    private final MemorySegment config = memory.allocate(STRUCTURE_BYTES, Long.BYTES);
    private final MemorySegment picture = memory.allocate(STRUCTURE_BYTES, Long.BYTES);
    private final MemorySegment file = memory.allocate(STRUCTURE_BYTES, Long.BYTES);

    WebPEncoder(Functions functions, int quality, int effort) {
        this.functions = functions;
        boolean known = functions.webPConfigInitInternal(config, DEFAULT_PRESET, quality, INTERFACE) != 0
                && functions.webPPictureInitInternal(picture, INTERFACE) != 0;
        if (!known) {
            memory.close();
            throw new WebPException("the library has another interface, or does not know quality " + quality);
        }
        config.set(ValueLayout.JAVA_INT, METHOD, effort);
        functions.webPMemoryWriterInit(file);
        picture.set(ValueLayout.ADDRESS, WRITER, functions.memoryWrite());
        picture.set(ValueLayout.ADDRESS, WRITTEN_TO, file);
    }

    /**
     * The file of a picture in RGB. The same pixels give the same bytes.
     *
     * @param pixels rows without padding, in native memory
     */
    public byte[] encode(MemorySegment pixels, ImageSize size) {
        requireBytes(pixels, size.pixels() * RGB_BYTES);
        setSize(size);
        require(functions.webPPictureImportRgb(picture, pixels, size.width() * RGB_BYTES));
        return written();
    }

    /**
     * The file of a picture whose luma and colour are there already as they are to be stored, with the levels of ITU-R BT.601: 16..235 and 16..240.
     *
     * @param luma rows without padding, in native memory
     * @param blue Cb, half as many samples in both directions, rounded up
     * @param red Cr, the same
     */
    public byte[] encodePlanes(MemorySegment luma, MemorySegment blue, MemorySegment red, ImageSize size) {
        ImageSize colour = new ImageSize(Math.ceilDiv(size.width(), 2), Math.ceilDiv(size.height(), 2));
        requireBytes(luma, size.pixels());
        requireBytes(blue, colour.pixels());
        requireBytes(red, colour.pixels());
        setSize(size);
        picture.set(ValueLayout.ADDRESS, PLANES, luma);
        picture.set(ValueLayout.ADDRESS, PLANES + Long.BYTES, blue);
        picture.set(ValueLayout.ADDRESS, PLANES + 2 * Long.BYTES, red);
        picture.set(ValueLayout.JAVA_INT, LUMA_STRIDE, size.width());
        picture.set(ValueLayout.JAVA_INT, COLOUR_STRIDE, colour.width());
        return written();
    }

    private static void requireBytes(MemorySegment samples, long bytes) {
        if (samples.byteSize() < bytes) {
            throw new IllegalArgumentException(samples.byteSize() + " bytes of samples, expected " + bytes);
        }
    }

    private void setSize(ImageSize size) {
        picture.set(ValueLayout.JAVA_INT, WIDTH, size.width());
        picture.set(ValueLayout.JAVA_INT, HEIGHT, size.height());
    }

    @SuppressWarnings("restricted") // the library gives the length beside the pointer
    private byte[] written() {
        require(functions.webPEncode(config, picture));
        long length = file.get(ValueLayout.JAVA_LONG, LENGTH);
        return file.get(ValueLayout.ADDRESS, 0).reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
    }

    private void require(int done) {
        if (done == 0) {
            int code = picture.get(ValueLayout.JAVA_INT, ERROR);
            if (code == OUT_OF_MEMORY || code == BITSTREAM_OUT_OF_MEMORY) {
                throw new OutOfMemoryError("native memory for a WebP");
            }
            throw new WebPException("libwebp did not write the picture: its error " + code);
        }
    }

    @Override
    public void close() {
        functions.webPPictureFree(picture);
        functions.webPMemoryWriterClear(file);
        memory.close();
    }
}
