package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RawBytesTest {
    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);

    @Test
    void readsAndWritesSamplesInTheDeclaredOrder() {
        byte[] bytes = {1, 2, 3, 4};
        ImageSize two = new ImageSize(2, 1);
        ImageSize one = new ImageSize(1, 1);
        Image big = RawBytes.read(Mode.L16, two, bytes, ByteOrder.BIG_ENDIAN);
        Image little = RawBytes.read(Mode.L16, two, bytes, ByteOrder.LITTLE_ENDIAN);
        assertThat(big.component(1, 0, 0)).isEqualTo(0x0304);
        assertThat(little.component(1, 0, 0)).isEqualTo(0x0403);
        assertThat(RawBytes.read(Mode.L32, one, bytes, ByteOrder.BIG_ENDIAN).component(0, 0, 0))
                .isEqualTo(0x01020304);
        assertThat(RawBytes.read(Mode.L32, one, bytes, ByteOrder.LITTLE_ENDIAN).component(0, 0, 0))
                .isEqualTo(0x04030201);
        assertThat(RawBytes.write(big, ByteOrder.LITTLE_ENDIAN)).containsExactly(2, 1, 4, 3);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithByteBufferForEveryMode(Mode mode) throws IOException {
        Image image = Noise.image(mode, 302, 204);
        byte[] samples = Noise.bytesOf(image);
        for (ByteOrder order : ORDERS) {
            ByteBuffer expected = ByteBuffer.allocate(samples.length).order(order);
            ByteBuffer from = ByteBuffer.wrap(samples).order(ByteOrder.nativeOrder());
            while (from.hasRemaining()) {
                switch (mode.bytesPerComponent()) {
                    case 1 -> expected.put(from.get());
                    case 2 -> expected.putShort(from.getShort());
                    default -> expected.putInt(from.getInt());
                }
            }
            for (Image source : List.of(image, Noise.inNativeMemory(image))) {
                assertThat(RawBytes.write(source, order)).isEqualTo(expected.array());
                ByteArrayOutputStream stream = new ByteArrayOutputStream();
                RawBytes.write(source, order, stream);
                assertThat(stream.toByteArray()).isEqualTo(expected.array());
            }
            Image back = RawBytes.read(mode, image.size(), expected.array(), order);
            assertThat(Noise.bytesOf(back)).isEqualTo(samples);
        }
    }

    @Test
    void copies() {
        byte[] bytes = {1, 2};
        Image image = RawBytes.read(Mode.LA, new ImageSize(1, 1), bytes, ByteOrder.BIG_ENDIAN);
        bytes[0] = 9;
        assertThat(image.component(0, 0, 0)).isEqualTo(1);
    }

    @Test
    void refusesAnotherLength() {
        ImageSize size = new ImageSize(2, 2);
        assertThatThrownBy(() -> RawBytes.read(Mode.RGB48, size, new byte[25], ByteOrder.BIG_ENDIAN))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("24 bytes, not 25");
        MemorySegment shorter = MemorySegment.ofArray(new byte[23]);
        assertThatThrownBy(() -> RawBytes.read(Mode.RGB48, size, shorter, ByteOrder.BIG_ENDIAN))
                .isInstanceOf(ImageFormatException.class);
    }
}
