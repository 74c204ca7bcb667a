package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Views of Y, Cr and Cb of a planar image, each an image of mode L over the same memory. */
    List<SegmentImage> planes() {
        ImageSize half = new ImageSize(size.width() / 2, size.height() / 2);
        long full = size.pixels();
        return List.of(plane(size, 0), plane(half, full), plane(half, full + half.pixels()));
    }

    private SegmentImage plane(ImageSize planeSize, long offset) {
        return new SegmentImage(Mode.L, planeSize, segment.asSlice(offset, planeSize.pixels()));
    }

    /** The array under an image that this library allocated. */
    HeapBytes heapBytes() {
        return Objects.requireNonNull(HeapBytes.of(segment), "the image is not on the heap");
    }

    @Override
    public SegmentImage copy() {
        SegmentImage copy = Images.allocate(mode, size);
        copy.segment.copyFrom(segment);
        return copy;
    }
}
