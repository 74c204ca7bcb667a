package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Alpha16;
import dev.imagemill.imageop.kernel.Alpha8;

/** Copies an image with its colours multiplied or divided by its alpha, or made opaque; without alpha it is a plain copy. */
final class Association {
    private Association() {}

    static SegmentImage premultiply(SegmentImage source) {
        return changed(source, Alpha8::premultiply, Alpha16::premultiply);
    }

    static SegmentImage unpremultiply(SegmentImage source) {
        return changed(source, Alpha8::unpremultiply, Alpha16::unpremultiply);
    }

    static SegmentImage convert(SegmentImage source, AlphaMode from, AlphaMode to) {
        if (from == AlphaMode.CHANNEL_PACKED || to == AlphaMode.CHANNEL_PACKED) {
            return source.copy();
        }
        if (from == AlphaMode.NONE || to == AlphaMode.NONE) {
            return changed(source, Alpha8::opaque, Alpha16::opaque);
        }
        if (from == to) {
            return source.copy();
        }
        return to == AlphaMode.PREMULTIPLIED ? premultiply(source) : unpremultiply(source);
    }

    private static SegmentImage changed(SegmentImage source, Kernel narrow, Kernel wide) {
        Mode mode = source.mode();
        if (!mode.hasAlpha()) {
            return source.copy();
        }
        SegmentImage result = Images.allocate(mode, source.size());
        Kernel kernel = mode.bitsPerComponent() == Byte.SIZE ? narrow : wide;
        int step = mode.components();
        int pixelBytes = mode.bytesPerPixel();
        Runs.copy(
                source.segment(),
                result.heapBytes(),
                (bytes, at, length) -> kernel.apply(bytes, at, step, length / pixelBytes));
        return result;
    }

    private interface Kernel {
        void apply(byte[] pixels, int at, int step, int count);
    }
}
