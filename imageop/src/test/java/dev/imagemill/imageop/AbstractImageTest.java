package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbstractImageTest {
    private static final ImageSize SIZE = new ImageSize(5, 3);

    /** What a caller writes to have an image type of their own. */
    private static final class OwnImage extends AbstractImage {
        private final ByteBuffer buffer;
        private final Map<String, Object> info = new HashMap<>();

        OwnImage(ByteBuffer buffer) {
            this.buffer = buffer.order(ByteOrder.nativeOrder());
        }

        @Override
        public Mode mode() {
            return Mode.RGB;
        }

        @Override
        public ImageSize size() {
            return SIZE;
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

    private static byte[] bytes(Image image) {
        byte[] bytes = new byte[image.buffer().capacity()];
        image.buffer().get(0, bytes);
        return bytes;
    }

    @Test
    void givesCallersOwnTypeEveryOperation() {
        byte[] noise = Noise.bytes(5, (int) Mode.RGB.length(SIZE));
        Image reference = Images.of(Mode.RGB, SIZE, noise);
        for (ByteBuffer buffer : new ByteBuffer[] {
            ByteBuffer.wrap(noise.clone()),
            ByteBuffer.allocateDirect(noise.length).put(0, noise)
        }) {
            Image own = new OwnImage(buffer);
            assertThat(bytes(own.rotate90())).isEqualTo(bytes(reference.rotate90()));
            assertThat(bytes(own.convert(Mode.CMYK))).isEqualTo(bytes(reference.convert(Mode.CMYK)));
            assertThat(bytes(own.resize(new ImageSize(3, 7), Filter.LANCZOS)))
                    .isEqualTo(bytes(reference.resize(new ImageSize(3, 7), Filter.LANCZOS)));
            assertThat(own.component(4, 2, 1)).isEqualTo(reference.component(4, 2, 1));
        }
    }

    @Test
    void writesThroughToTheCallersBuffer() {
        ByteBuffer buffer = ByteBuffer.allocate(45);
        new OwnImage(buffer).setComponent(1, 0, 2, 77);
        assertThat(buffer.get(5)).isEqualTo((byte) 77);
    }

    @Test
    void refusesBufferOfWrongLength() {
        Image own = new OwnImage(ByteBuffer.allocate(44));
        assertThatThrownBy(own::rotate180)
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("45");
    }
}
