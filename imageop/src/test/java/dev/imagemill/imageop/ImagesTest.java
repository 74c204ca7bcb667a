package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImagesTest {
    private static final ImageSize SIZE = new ImageSize(4, 2);

    @ParameterizedTest
    @EnumSource
    void createsEveryModeWithItsInitialByte(Mode mode) {
        byte[] onHeap = Noise.bytesOf(Images.create(mode, SIZE));
        assertThat(onHeap).hasSize((int) mode.length(SIZE)).containsOnly(mode.initialByte());
        try (Arena arena = Arena.ofConfined()) {
            assertThat(Noise.bytesOf(Images.createNative(mode, SIZE, arena))).isEqualTo(onHeap);
        }
    }

    @Test
    void copiesBytesButWrapsMemory() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8};
        Image copied = Images.of(Mode.L, SIZE, bytes);
        Image wrapped = Images.wrap(Mode.L, SIZE, MemorySegment.ofArray(bytes));
        bytes[5] = 99;
        assertThat(copied.component(1, 1, 0)).isEqualTo(6);
        assertThat(wrapped.component(1, 1, 0)).isEqualTo(99);
        wrapped.setComponent(0, 0, 0, 77);
        assertThat(bytes[0]).isEqualTo((byte) 77);
    }

    @Test
    void refusesMemoryOfAnotherLengthOrKind() {
        assertThatThrownBy(() -> Images.of(Mode.RGB, SIZE, new byte[23]))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("24")
                .hasMessageContaining("23");
        assertThatThrownBy(() -> Images.wrap(Mode.L16, SIZE, MemorySegment.ofArray(new short[8])))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("short[]");
    }

    @Test
    void refusesImagesTooLargeForTheHeap() {
        assertThatThrownBy(() -> Images.create(Mode.RGBA, new ImageSize(65_500, 65_500)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("17161000000");
    }

    @Test
    void fillsInterleavedAndPlanarImages() {
        Image rgb48 = Images.filled(Mode.RGB48, SIZE, 1, 40_000, 65_535);
        assertThat(rgb48.component(3, 1, 0)).isEqualTo(1);
        assertThat(rgb48.component(3, 1, 1)).isEqualTo(40_000);
        assertThat(rgb48.component(3, 1, 2)).isEqualTo(65_535);
        Image planar = Images.filled(Mode.YV12, SIZE, 16, 200, 100);
        assertThat(Noise.bytesOf(planar)).containsExactly(16, 16, 16, 16, 16, 16, 16, 16, 200, 200, 100, 100);
        assertThatThrownBy(() -> Images.filled(Mode.RGB, SIZE, 1, 2)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Images.filled(Mode.L, SIZE, 256)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void showsOneLiveBufferInNativeOrder() {
        Image image = Images.create(Mode.L16, SIZE);
        ByteBuffer buffer = image.buffer();
        assertThat(buffer.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(buffer.limit()).isEqualTo(16);
        assertThat(image.buffer()).isSameAs(buffer);
        image.setComponent(1, 0, 0, 0xABCD);
        assertThat(buffer.getShort(2)).isEqualTo((short) 0xABCD);
    }

    @Test
    void holdsUnsignedValuesOfEveryDepth() {
        Image wide = Images.create(Mode.L32, SIZE);
        wide.setComponent(2, 1, 0, 4_294_967_295L);
        assertThat(wide.component(2, 1, 0)).isEqualTo(4_294_967_295L);
        assertThatThrownBy(() -> wide.setComponent(0, 0, 0, 4_294_967_296L)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> wide.setComponent(0, 0, 0, -1)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void refusesPixelsOutsideAndPixelsOfPlanes() {
        Image image = Images.create(Mode.LA, SIZE);
        assertThatThrownBy(() -> image.component(4, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.component(0, -1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.component(0, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        Image planar = Images.create(Mode.YV12, SIZE);
        assertThatThrownBy(() -> planar.component(0, 0, 0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void givesNewImagesAnEmptyInfo() {
        Image image = Images.create(Mode.RGB, SIZE);
        image.info().put("dpi", 300);
        assertThat(image.info()).containsEntry("dpi", 300);
        assertThat(image.copy().info()).isEmpty();
        assertThat(image.rotate90().info()).isEmpty();
        assertThat(image.convert(Mode.RGB).info()).isEmpty();
    }

    @Test
    void acceptsAnySourceWithAModeASizeAndABuffer() {
        byte[] bytes = {0, (byte) 255, 7, 8, 9, 10, 11, 12};
        ImageSource foreign = new ForeignImage(Mode.L, SIZE, ByteBuffer.wrap(bytes));
        assertThat(Images.view(foreign).component(1, 0, 0)).isEqualTo(255);
        Image rgb = Images.convert(foreign, Mode.RGB);
        assertThat(rgb.component(2, 0, 1)).isEqualTo(7);
        assertThat(bytes[0]).isZero();
        Image own = Images.create(Mode.L, SIZE);
        assertThat(Images.view(own)).isSameAs(own);
        ImageSource broken = new ForeignImage(Mode.L, SIZE, ByteBuffer.allocate(7));
        assertThatThrownBy(() -> Images.view(broken)).isInstanceOf(ImageFormatException.class);
    }

    @ParameterizedTest
    @EnumSource
    void makesOpaqueBlackInEveryMode(Mode mode) {
        byte[] pixel = switch (mode) {
            case L -> new byte[] {0};
            case L16, LA -> new byte[] {0, mode == Mode.LA ? (byte) 255 : 0};
            case L32 -> new byte[4];
            case LA32 -> new byte[] {0, 0, (byte) 255, (byte) 255};
            case RGB -> new byte[3];
            case RGB48 -> new byte[6];
            case RGBA, CMYK -> new byte[] {0, 0, 0, (byte) 255};
            case RGBA64, CMYK64 -> new byte[] {0, 0, 0, 0, 0, 0, (byte) 255, (byte) 255};
            case YV12 -> new byte[] {16, 16, 16, 16, (byte) 128, (byte) 128};
            case JPEG_YV12 -> new byte[] {0, 0, 0, 0, (byte) 128, (byte) 128};
        };
        ImageSize size = mode.planar() ? new ImageSize(2, 2) : new ImageSize(1, 1);
        assertThat(Noise.bytesOf(Images.black(mode, size))).isEqualTo(pixel);
        assertThat(Noise.bytesOf(Images.create(Mode.L, size).convert(mode))).isEqualTo(pixel);
    }

    @Test
    void copiesOrSharesWhatABufferHasLeft() {
        for (ByteBuffer buffer : new ByteBuffer[] {ByteBuffer.allocate(12), ByteBuffer.allocateDirect(12)}) {
            for (byte i = 0; i < 12; i++) {
                buffer.put(i, i);
            }
            buffer.position(3).limit(11);
            Image copied = Images.of(Mode.L, SIZE, buffer);
            Image shared = Images.fromBuffer(Mode.L, SIZE, buffer);
            buffer.put(3, (byte) 99);
            assertThat(Noise.bytesOf(copied)).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(Noise.bytesOf(shared)).containsExactly(99, 4, 5, 6, 7, 8, 9, 10);
            shared.setPixel(3, 1, 77);
            assertThat(buffer.get(10)).isEqualTo((byte) 77);
            assertThat(buffer.position()).isEqualTo(3);
            buffer.limit(10);
            assertThatThrownBy(() -> Images.of(Mode.L, SIZE, buffer)).isInstanceOf(ImageFormatException.class);
            assertThatThrownBy(() -> Images.fromBuffer(Mode.L, SIZE, buffer)).isInstanceOf(ImageFormatException.class);
        }
    }

    @Test
    void takesBuffersInNativeOrderWhateverTheirOwnIs() {
        ByteBuffer buffer =
                ByteBuffer.allocate(2).order(ByteOrder.nativeOrder()).putShort(0, (short) 0x1234);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            buffer.order(order);
            assertThat(Images.fromBuffer(Mode.L16, new ImageSize(1, 1), buffer).pixel(0, 0))
                    .containsExactly(0x1234L);
            assertThat(Images.of(Mode.L16, new ImageSize(1, 1), buffer).pixel(0, 0))
                    .containsExactly(0x1234L);
        }
    }

    @Test
    void readsButDoesNotWriteAReadOnlyBuffer() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8};
        for (ByteBuffer buffer : new ByteBuffer[] {
            ByteBuffer.wrap(bytes), ByteBuffer.allocateDirect(8).put(bytes).flip()
        }) {
            Image image = Images.fromBuffer(Mode.L, SIZE, buffer.asReadOnlyBuffer());
            assertThat(Noise.bytesOf(image.slice(Slice.reversed(), Slice.reversed())))
                    .containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
            assertThat(Noise.bytesOf(image.copy())).isEqualTo(bytes);
            assertThat(image.buffer().isReadOnly()).isTrue();
            assertThatThrownBy(() -> image.setComponent(0, 0, 0, 9)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> image.setPixel(0, 0, 9)).isInstanceOf(UnsupportedOperationException.class);
            Image row = Images.create(Mode.L, new ImageSize(2, 1));
            assertThatThrownBy(() -> image.assign(Slice.every(2), 0, row))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> image.assign(Slice.to(2), 0, row))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(Noise.bytesOf(image)).isEqualTo(bytes);
        }
    }

    @Test
    void tellsImagesFromWhatIsNone() {
        Image own = Images.create(Mode.L, SIZE);
        ImageSource foreign = new ForeignImage(Mode.L, SIZE, ByteBuffer.allocate(8));
        assertThat(Images.isImage(own)).isTrue();
        assertThat(Images.isOwnImage(own)).isTrue();
        assertThat(Images.isImage(foreign)).isFalse();
        assertThat(Images.isOwnImage(foreign)).isFalse();
        assertThat(Images.isImage(null)).isFalse();
        assertThat(Images.check(own)).isTrue();
        assertThat(Images.check(foreign)).isTrue();
        assertThat(Images.check(null)).isFalse();
        assertThat(Images.check("an image")).isFalse();
        assertThat(Images.check(new ForeignImage(Mode.L, SIZE, ByteBuffer.allocate(9))))
                .isFalse();
        assertThat(Images.check(new ForeignImage(Mode.YV12, new ImageSize(3, 2), ByteBuffer.allocate(9))))
                .isFalse();
    }
}
