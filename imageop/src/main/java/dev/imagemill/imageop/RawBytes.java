package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * An image's bytes in a declared byte order, for files and other machines: what {@link Image#buffer()} shows, row-major and without padding, but
 * with samples of 16 and 32 bits in big or little endian and not in this machine's order. Samples of 8 bits have no order.
 */
public final class RawBytes {
    private static final int CHUNK = 1 << 16;

    private RawBytes() {}

    /**
     * An image on the heap of a copy of these bytes.
     *
     * @throws ImageFormatException if there are not exactly {@code mode.length(size)} bytes
     */
    public static Image read(Mode mode, ImageSize size, byte[] bytes, ByteOrder order) {
        return read(mode, size, MemorySegment.ofArray(bytes), order);
    }

    /**
     * An image on the heap of a copy of this memory, native or on the heap.
     *
     * @throws ImageFormatException if there are not exactly {@code mode.length(size)} bytes
     */
    public static Image read(Mode mode, ImageSize size, MemorySegment bytes, ByteOrder order) {
        requireNonNull(order, "order is null");
        long length = mode.length(size);
        if (bytes.byteSize() != length) {
            throw new ImageFormatException(
                    "an image of mode " + mode + " and " + size + " has " + length + " bytes, not " + bytes.byteSize());
        }
        Image image = Images.create(mode, size);
        copy(mode, bytes, 0, order, image.segment(), ByteOrder.nativeOrder(), length);
        return image;
    }

    /**
     * The image's bytes, copied.
     *
     * @throws ImageFormatException if there are more than 2 GiB of them
     */
    public static byte[] write(ImageSource image, ByteOrder order) {
        requireNonNull(order, "order is null");
        MemorySegment samples = Images.view(image).segment();
        if (samples.byteSize() > Integer.MAX_VALUE - Long.BYTES) {
            throw new ImageFormatException(
                    "the image takes " + samples.byteSize() + " bytes, more than a heap array holds");
        }
        byte[] bytes = new byte[(int) samples.byteSize()];
        copy(image.mode(), samples, 0, ByteOrder.nativeOrder(), MemorySegment.ofArray(bytes), order, bytes.length);
        return bytes;
    }

    /** Writes the image's bytes to a stream, which stays open. */
    public static void write(ImageSource image, ByteOrder order, OutputStream to) throws IOException {
        requireNonNull(order, "order is null");
        MemorySegment samples = Images.view(image).segment();
        byte[] chunk = new byte[(int) Math.min(CHUNK, samples.byteSize())];
        MemorySegment target = MemorySegment.ofArray(chunk);
        for (long at = 0; at < samples.byteSize(); at += chunk.length) {
            int length = (int) Math.min(chunk.length, samples.byteSize() - at);
            copy(image.mode(), samples, at, ByteOrder.nativeOrder(), target, order, length);
            to.write(chunk, 0, length);
        }
    }

    private static void copy(
            Mode mode,
            MemorySegment from,
            long fromAt,
            ByteOrder fromOrder,
            MemorySegment to,
            ByteOrder toOrder,
            long bytes) {
        ValueLayout layout = switch (mode.bytesPerComponent()) {
            case 1 -> JAVA_BYTE;
            case 2 -> JAVA_SHORT_UNALIGNED;
            default -> JAVA_INT_UNALIGNED;
        };
        long samples = bytes / layout.byteSize();
        MemorySegment.copy(from, layout.withOrder(fromOrder), fromAt, to, layout.withOrder(toOrder), 0, samples);
    }
}
