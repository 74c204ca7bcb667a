package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The image of this library: a mode and a size over a memory segment of exactly the length they ask for. */
final class SegmentImage implements Image {
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

    @Override
    public long component(int x, int y, int component) {
        long offset = offset(x, y, component);
        return switch (mode.bytesPerComponent()) {
            case 1 -> Byte.toUnsignedLong(segment.get(JAVA_BYTE, offset));
            case 2 -> Short.toUnsignedLong(segment.get(JAVA_SHORT_UNALIGNED, offset));
            default -> Integer.toUnsignedLong(segment.get(JAVA_INT_UNALIGNED, offset));
        };
    }

    @Override
    public void setComponent(int x, int y, int component, long value) {
        long offset = offset(x, y, component);
        Fill.checkValue(mode, value);
        switch (mode.bytesPerComponent()) {
            case 1 -> segment.set(JAVA_BYTE, offset, (byte) value);
            case 2 -> segment.set(JAVA_SHORT_UNALIGNED, offset, (short) value);
            default -> segment.set(JAVA_INT_UNALIGNED, offset, (int) value);
        }
    }

    private long offset(int x, int y, int component) {
        int pixel = mode.bytesPerPixel();
        Objects.checkIndex(x, size.width());
        Objects.checkIndex(y, size.height());
        Objects.checkIndex(component, mode.components());
        return ((long) y * size.width() + x) * pixel + (long) component * mode.bytesPerComponent();
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

    @Override
    public Image rotate90() {
        return Turning.turn(this, Turn.ROTATE_90);
    }

    @Override
    public Image rotate180() {
        return Turning.turn(this, Turn.ROTATE_180);
    }

    @Override
    public Image rotate270() {
        return Turning.turn(this, Turn.ROTATE_270);
    }

    @Override
    public Image flipHorizontal() {
        return Turning.turn(this, Turn.FLIP_HORIZONTAL);
    }

    @Override
    public Image flipVertical() {
        return Turning.turn(this, Turn.FLIP_VERTICAL);
    }

    @Override
    public Image transpose() {
        return Turning.turn(this, Turn.TRANSPOSE);
    }

    @Override
    public Image transverse() {
        return Turning.turn(this, Turn.TRANSVERSE);
    }

    @Override
    public Image crop(int x, int y, int width, int height) {
        return Cropping.crop(this, x, y, width, height);
    }

    @Override
    public Image convert(Mode target) {
        return Conversion.convert(this, target);
    }

    @Override
    public Image flatten(long... background) {
        return Flattening.flatten(this, background);
    }

    @Override
    public Image resize(ImageSize target, Filter filter) {
        return resize(target, ResizeOptions.of(filter));
    }

    @Override
    public Image resize(ImageSize target, ResizeOptions options) {
        return Resizing.resize(this, target, options);
    }

    @Override
    public Image thumbnail(ImageSize bounds) {
        return Resizing.thumbnail(this, bounds);
    }

    @Override
    public Image reduce(int factorX, int factorY) {
        return Reduction.reduce(this, factorX, factorY);
    }

    @Override
    public String toString() {
        return "Image(" + mode + ", " + size + ")";
    }
}
