package dev.imagemill.imageop;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One image in every kind of memory, and as a caller's own type. */
final class Everywhere {
    private Everywhere() {}

    static List<Image> copies(Image image) {
        byte[] bytes = Noise.bytesOf(image);
        byte[] inside = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, inside, 3, bytes.length);
        MemorySegment part = MemorySegment.ofArray(inside).asSlice(3, bytes.length);
        return List.of(
                Images.of(image.mode(), image.size(), bytes),
                Images.wrap(image.mode(), image.size(), part),
                Noise.inNativeMemory(image),
                new OwnImage(image.mode(), image.size(), ByteBuffer.wrap(bytes.clone())),
                new OwnImage(
                        image.mode(),
                        image.size(),
                        ByteBuffer.allocateDirect(bytes.length).put(0, bytes)));
    }

    /** The same, read-only. */
    static Image readOnly(Image image) {
        return Images.wrap(image.mode(), image.size(), image.segment().asReadOnly());
    }

    private static final class OwnImage extends AbstractImage {
        private final Mode mode;
        private final ImageSize size;
        private final ByteBuffer buffer;
        private final Map<String, Object> info = new HashMap<>();

        OwnImage(Mode mode, ImageSize size, ByteBuffer buffer) {
            this.mode = mode;
            this.size = size;
            this.buffer = buffer.order(ByteOrder.nativeOrder());
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
        public ByteBuffer buffer() {
            return buffer;
        }

        @Override
        public Map<String, Object> info() {
            return info;
        }
    }
}
