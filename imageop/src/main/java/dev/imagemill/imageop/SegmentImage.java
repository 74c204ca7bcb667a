package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The image of this library: a mode and a size over a memory segment of exactly the length they ask for. */
final class SegmentImage extends AbstractImage {
    private final Mode mode;
    private final ImageSize size;
    private final MemorySegment segment;
    private final Map<String, Object> info = new LinkedHashMap<>();
    private final ByteBuffer buffer;

    SegmentImage(Mode mode, ImageSize size, MemorySegment segment) {
        this.mode = mode;
        this.size = size;
        this.segment = segment;
        // A buffer shows at most 2 GiB; of a larger image it is a view of the beginning, and segment() of all.
        this.buffer = segment.asSlice(0, Math.min(segment.byteSize(), Integer.MAX_VALUE))
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /**
     * Any image as one of this library, over the same memory.
     *
     * @throws ImageFormatException if the source's bytes are not as many as its mode and size ask for
     */
    static SegmentImage over(ImageSource source) {
        requireNonNull(source, "source is null");
        if (source instanceof SegmentImage image) {
            return image;
        }
        MemorySegment segment = source instanceof Image image
                ? image.segment()
                : MemorySegment.ofBuffer(source.buffer().duplicate().clear());
        return Images.segmentImage(source.mode(), source.size(), segment);
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public ImageSize size() {
        return size;
    }

    @Override
    public MemorySegment segment() {
        return segment;
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public Map<String, Object> info() {
        return info;
    }

    /** A view of one component of a planar image: an image of mode L over the same memory. */
    SegmentImage plane(int component) {
        long offset = 0;
        for (int i = 0; i < component; i++) {
            offset += planeSize(i).pixels();
        }
        ImageSize planeSize = planeSize(component);
        return new SegmentImage(Mode.L, planeSize, segment.asSlice(offset, planeSize.pixels()));
    }

    private ImageSize planeSize(int component) {
        Subsampling subsampling = mode.subsampling().get(component);
        return new ImageSize(size.width() / subsampling.x(), size.height() / subsampling.y());
    }

    /** The array under an image that this library allocated. */
    HeapBytes heapBytes() {
        return Objects.requireNonNull(HeapBytes.of(segment), "the image is not on the heap");
    }

    @Override
    public SegmentImage copy() {
        return copyOf(mode, size, segment, 0);
    }

    /** An image on the heap over a copy of what begins at {@code offset}. */
    static SegmentImage copyOf(Mode mode, ImageSize size, MemorySegment from, long offset) {
        int length = Images.heapLength(mode, size);
        HeapBytes heap = HeapBytes.of(from);
        if (heap == null) {
            SegmentImage copy = Images.allocate(mode, size);
            MemorySegment.copy(from, offset, copy.segment, 0, length);
            return copy;
        }
        int at = heap.offset() + Math.toIntExact(offset);
        byte[] released = ImageMemory.released(length);
        if (released != null) {
            System.arraycopy(heap.array(), at, released, 0, length);
            return new SegmentImage(mode, size, MemorySegment.ofArray(released));
        }
        // Unlike a new array that is then filled, this one need not be cleared before.
        return new SegmentImage(mode, size, MemorySegment.ofArray(Arrays.copyOfRange(heap.array(), at, at + length)));
    }
}
