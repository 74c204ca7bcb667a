package dev.imagemill.codec.turbojpeg;

import dev.imagemill.codec.turbojpeg.TurboJpegException.Stage;
import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Writes one JPEG. Closing it gives back all that the library holds. For one thread. */
public final class JpegCompressor implements AutoCloseable {
    // Values of TJFLAG and TJPARAM.
    private static final int ACCURATE_DCT = 4096;
    private static final int PROGRESSIVE = 16_384;
    private static final int OPTIMIZE = 11;

    private final TurboJpeg library;
    private final MemorySegment handle;

    JpegCompressor(TurboJpeg library) {
        this.library = library;
        this.handle = library.handle(library.functions().tjInitCompress());
        if (library.functions().hasParameters()) {
            library.functions().tj3Set(handle, OPTIMIZE, 1);
        }
    }

    /**
     * The file, with a JFIF header, Huffman tables fitted to the picture and the accurate DCT. The same pixels give the same bytes.
     *
     * @param pixels rows without padding, in native memory
     * @param quality 1..100, by libjpeg's scale
     * @param progressive whether it comes in scans, coarse first
     */
    public byte[] encode(
            MemorySegment pixels,
            ImageSize size,
            PixelFormat format,
            Subsampling subsampling,
            int quality,
            boolean progressive) {
        if (pixels.byteSize() < size.pixels() * format.bytes()) {
            throw new IllegalArgumentException(pixels.byteSize() + " bytes are too few for " + size);
        }
        try (Arena call = Arena.ofConfined()) {
            MemorySegment file = call.allocate(ValueLayout.ADDRESS);
            MemorySegment length = call.allocate(ValueLayout.JAVA_LONG);
            int failed = library.functions()
                    .tjCompress2(
                            handle,
                            pixels,
                            size.width(),
                            0,
                            size.height(),
                            format.code(),
                            file,
                            length,
                            subsampling.code(),
                            quality,
                            ACCURATE_DCT | (progressive ? PROGRESSIVE : 0));
            return taken(failed, file.get(ValueLayout.ADDRESS, 0), length.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    /**
     * The same of a picture whose luma and colour are there already as they are to be stored.
     *
     * @param planes Y, Cb and Cr, those of colour smaller by the subsampling
     */
    public byte[] encodePlanes(
            PlanePointers planes, ImageSize size, Subsampling subsampling, int quality, boolean progressive) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment file = call.allocate(ValueLayout.ADDRESS);
            MemorySegment length = call.allocate(ValueLayout.JAVA_LONG);
            int failed = library.functions()
                    .tjCompressFromYUVPlanes(
                            handle,
                            planes.addresses(),
                            size.width(),
                            planes.strides(),
                            size.height(),
                            subsampling.code(),
                            file,
                            length,
                            quality,
                            ACCURATE_DCT | (progressive ? PROGRESSIVE : 0));
            return taken(failed, file.get(ValueLayout.ADDRESS, 0), length.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    /** A copy of the file that the library allocated, which is freed whether it is whole or not. */
    @SuppressWarnings("restricted") // the library gives the length beside the pointer
    private byte[] taken(int failed, MemorySegment file, long length) {
        try {
            if (failed != 0) {
                throw library.failure(handle, Stage.COMPRESSION);
            }
            return file.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
        } finally {
            library.functions().tjFree(file);
        }
    }

    @Override
    public void close() {
        library.functions().tjDestroy(handle);
    }
}
