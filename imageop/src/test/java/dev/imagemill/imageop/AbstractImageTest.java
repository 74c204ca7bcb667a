package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbstractImageTest {
    private static final ImageSize SIZE = new ImageSize(5, 3);

    /** What a caller writes to have an image type of their own. */
    private static final class OwnImage extends AbstractImage {
        private final Mode mode;
        private final ImageSize size;
        private final ByteBuffer buffer;
        private final Map<String, Object> info = new HashMap<>();

        OwnImage(ByteBuffer buffer) {
            this(Mode.RGB, SIZE, buffer);
        }

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
    void givesCallersOwnTypeLinesPixelsAndSlices() {
        byte[] noise = Noise.bytes(5, (int) Mode.RGB.length(SIZE));
        Image reference = Images.of(Mode.RGB, SIZE, noise);
        for (ByteBuffer buffer : new ByteBuffer[] {
            ByteBuffer.wrap(noise.clone()),
            ByteBuffer.allocateDirect(noise.length).put(0, noise)
        }) {
            Image own = new OwnImage(buffer);
            assertThat(own.lineCount()).isEqualTo(3);
            assertThat(own.pixels()).extracting(Pixel::toList).containsExactlyElementsOf(values(reference));
            assertThat(own.lineAt(-1).pixelAt(-2).value())
                    .isEqualTo(reference.pixel(3, 2).value());
            assertThat(bytes(own.slice(Slice.every(-2), Slice.reversed())))
                    .isEqualTo(bytes(reference.slice(Slice.every(-2), Slice.reversed())));
            own.setPixelAt(-1, -1, 7, 8, 9);
            assertThat(buffer.get(44)).isEqualTo((byte) 9);
            own.line(0).forEach(pixel -> pixel.g(1));
            assertThat(buffer.get(4)).isEqualTo((byte) 1);
            // A moved position and limit do not hide what the buffer holds.
            buffer.position(3).limit(9);
            own.assign(Slice.reversed(), Slice.all(), new OwnImage(buffer));
            assertThat(own.pixel(0, 2)).containsExactly(7L, 8L, 9L);
        }
    }

    private static List<List<Long>> values(Image image) {
        return image.pixels().stream().map(Pixel::toList).toList();
    }

    @Test
    void givesCallersOwnTypeLivePlanes() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(12);
        Image own = new OwnImage(Mode.YV12, new ImageSize(4, 2), buffer);
        own.plane("cb").setPixel(1, 0, 77);
        assertThat(buffer.get(11)).isEqualTo((byte) 77);
        buffer.put(8, (byte) 66);
        assertThat(own.planes().get(1).pixel(0, 0).l()).isEqualTo(66);
        assertThatThrownBy(() -> own.line(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesBufferOfWrongLength() {
        Image own = new OwnImage(ByteBuffer.allocate(44));
        assertThatThrownBy(own::rotate180)
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("45");
    }
}
