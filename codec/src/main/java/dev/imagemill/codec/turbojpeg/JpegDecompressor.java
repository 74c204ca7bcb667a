package dev.imagemill.codec.turbojpeg;

import dev.imagemill.codec.turbojpeg.TurboJpegException.Stage;
import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Reads one JPEG. Closing it gives back all that the library holds. For one thread. */
public final class JpegDecompressor implements AutoCloseable {
    // Values of TJFLAG and TJCS.
    private static final int STOP_ON_WARNING = 8192;
    private static final int LIMIT_SCANS = 32_768;
    private static final int YCBCR = 1;
    private static final int GREYSCALE = 2;

    private final TurboJpeg library;
    private final MemorySegment handle;

    JpegDecompressor(TurboJpeg library) {
        this.library = library;
        this.handle = library.handle(library.functions().tjInitDecompress());
    }

    /**
     * What the header says, if it is that of a picture in grey or in YCbCr; empty if colour is stored in another way.
     *
     * @param file in native memory; what follows the header of the first scan may be missing
     * @throws TurboJpegException if the header is broken, or the library cannot tell the subsampling
     */
    public Optional<Frame> header(MemorySegment file) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment numbers = call.allocate(ValueLayout.JAVA_INT, 4);
            int failed = library.functions()
                    .tjDecompressHeader3(
                            handle,
                            file,
                            file.byteSize(),
                            number(numbers, 0),
                            number(numbers, 1),
                            number(numbers, 2),
                            number(numbers, 3));
            if (failed != 0) {
                throw library.failure(handle, Stage.HEADER);
            }
            // A file that holds nothing but tables is sound to the library, and has no picture.
            if (value(numbers, 0) < 1 || value(numbers, 1) < 1) {
                throw new TurboJpegException(Stage.HEADER, false, "the file has no picture");
            }
            ImageSize size = new ImageSize(value(numbers, 0), value(numbers, 1));
            return switch (value(numbers, 3)) {
                case YCBCR -> Optional.of(new Frame(size, PixelFormat.RGB, Subsampling.of(value(numbers, 2))));
                case GREYSCALE -> Optional.of(new Frame(size, PixelFormat.GREY, Subsampling.GREY));
                default -> Optional.empty();
            };
        }
    }

    /**
     * Decodes the pixels. Whatever is amiss with the file is an error, and so is a progressive file of more than 500 scans.
     *
     * @param file in native memory
     * @param size the file's own, or divided by 2, 4 or 8 and rounded up
     * @param pixels native memory for rows without padding; its content is undefined after an error
     * @throws TurboJpegException if not every pixel can be decoded as it was meant
     */
    public void decode(MemorySegment file, ImageSize size, PixelFormat format, MemorySegment pixels) {
        if (pixels.byteSize() < size.pixels() * format.bytes()) {
            throw new IllegalArgumentException(pixels.byteSize() + " bytes are too few for " + size);
        }
        int failed = library.functions()
                .tjDecompress2(
                        handle,
                        file,
                        file.byteSize(),
                        pixels,
                        size.width(),
                        0,
                        size.height(),
                        format.code(),
                        STOP_ON_WARNING | LIMIT_SCANS);
        if (failed != 0) {
            throw library.failure(handle, Stage.PIXELS);
        }
    }

    /**
     * Decodes luma and the two components of colour as they are stored, each to a plane of its own. Faults are errors as with {@link #decode}.
     *
     * @param file in native memory; luma has as many samples as its subsampling says for one of each colour, no multiple of it
     * @param size the file's own, or divided by 2, 4 or 8 and rounded up
     * @param planes where Y, Cb and Cr go; what lies there is undefined after an error
     * @throws TurboJpegException if not every pixel can be decoded as it was meant
     */
    public void decodePlanes(MemorySegment file, ImageSize size, PlanePointers planes) {
        int failed = library.functions()
                .tjDecompressToYUVPlanes(
                        handle,
                        file,
                        file.byteSize(),
                        planes.addresses(),
                        size.width(),
                        planes.strides(),
                        size.height(),
                        STOP_ON_WARNING | LIMIT_SCANS);
        if (failed != 0) {
            throw library.failure(handle, Stage.PIXELS);
        }
    }

    @Override
    public void close() {
        library.functions().tjDestroy(handle);
    }

    private static MemorySegment number(MemorySegment numbers, int index) {
        return numbers.asSlice(index * ValueLayout.JAVA_INT.byteSize(), ValueLayout.JAVA_INT);
    }

    private static int value(MemorySegment numbers, int index) {
        return numbers.getAtIndex(ValueLayout.JAVA_INT, index);
    }

    /**
     * What a header says.
     *
     * @param size of the picture as it is stored
     * @param format the one that loses nothing: grey for a grey picture
     * @param subsampling at which resolution colour is stored
     */
    public record Frame(ImageSize size, PixelFormat format, Subsampling subsampling) {}
}
