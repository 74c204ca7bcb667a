package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Noise;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An image of either kind, under the name Pillow has for its mode. */
sealed interface AnyImage {
    record Shared(Image image) implements AnyImage {}

    record Wider(PillowImage image) implements AnyImage {}

    /** What {@code source()} of golden_pillow.py makes. */
    static AnyImage source(GoldenLine line, boolean inNativeMemory) {
        if (line.seed().equals("-")) {
            return of(line.mode(), line.size(), MemorySegment.ofArray(Sources.EVERY_COLOR), Palette.gray());
        }
        byte[] bytes =
                Sources.bytes(line.mode(), line.size(), Long.parseLong(line.seed()), Integer.parseInt(line.mask()));
        MemorySegment segment = MemorySegment.ofArray(bytes);
        if (inNativeMemory) {
            // Not aligned, since nothing promises that.
            segment = Arena.ofAuto().allocate(bytes.length + 1L).asSlice(1);
            segment.copyFrom(MemorySegment.ofArray(bytes));
        }
        return of(line.mode(), line.size(), segment, Palette.ofRgb(Noise.bytes(Sources.PALETTE_SEED, 768)));
    }

    private static AnyImage of(String mode, ImageSize size, MemorySegment segment, Palette palette) {
        if (Sources.isShared(mode)) {
            return new Shared(Images.wrap(Mode.valueOf(mode), size, segment));
        }
        PillowImage image = PillowImage.wrap(PillowMode.parse(mode), size, segment);
        return new Wider(image.mode() == PillowMode.PALETTE ? image.withPalette(palette) : image);
    }

    default AnyImage convert(String target, ConvertOptions options) {
        if (Sources.isShared(target)) {
            Mode mode = Mode.valueOf(target);
            return switch (this) {
                case Shared(Image image) -> new Shared(image.convert(mode));
                case Wider(PillowImage image) -> new Shared(image.toImage(mode));
            };
        }
        PillowMode mode = PillowMode.parse(target);
        return switch (this) {
            case Shared(Image image) -> new Wider(PillowImage.from(image, mode, options));
            case Wider(PillowImage image) -> new Wider(image.convert(mode, options));
        };
    }

    default MemorySegment segment() {
        return switch (this) {
            case Shared(Image image) -> image.segment();
            case Wider(PillowImage image) -> image.segment();
        };
    }

    /** The pixels' bytes, numbers little-endian as in the golden files; of an image on the heap, the array itself. */
    default byte[] bytes() {
        byte[] bytes = segment().heapBase().orElse(null) instanceof byte[] array
                ? array
                : segment().toArray(ValueLayout.JAVA_BYTE);
        boolean numbers =
                this instanceof Wider(PillowImage image) && image.mode().bytesPerPixel() == Integer.BYTES;
        return numbers && ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? swapped(bytes) : bytes;
    }

    private static byte[] swapped(byte[] bytes) {
        byte[] swapped = new byte[bytes.length];
        ByteBuffer from = ByteBuffer.wrap(bytes);
        ByteBuffer to = ByteBuffer.wrap(swapped).order(ByteOrder.LITTLE_ENDIAN);
        while (from.hasRemaining()) {
            to.putInt(from.getInt());
        }
        return swapped;
    }
}
