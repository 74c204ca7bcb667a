package dev.imagemill.codec.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.codec.machine.Presence;
import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WebPTest {
    private static final ImageSize SIZE = new ImageSize(97, 63);

    /** Where a simple lossy file has the size of its picture, two numbers of 14 bits. */
    private static final int SIZE_AT = 26;

    private static WebP library() {
        assumeTrue(WebP.presence() instanceof Presence.Loaded, "the machine has libwebp");
        return ((Presence.Loaded<WebP>) WebP.presence()).library();
    }

    private static byte[] file(WebP library, int quality) {
        try (Arena memory = Arena.ofConfined();
                WebPEncoder encoder = library.encoder(quality, 4)) {
            return encoder.encode(grains(memory, SIZE.pixels() * 3), SIZE);
        }
    }

    private static MemorySegment grains(Arena memory, long count) {
        MemorySegment grains = memory.allocate(count);
        for (long i = 0; i < count; i++) {
            grains.set(ValueLayout.JAVA_BYTE, i, (byte) (100 + i * i % 31));
        }
        return grains;
    }

    @Test
    void comesBackWithTheMachinesLibraryEachTime() {
        assertThat(WebP.presence()).isSameAs(WebP.presence());
        assertThat(library().name()).isNotBlank();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotTakeAnotherLibraryForIt() {
        assertThat(WebP.load("libm.so.6"))
                .isInstanceOfSatisfying(
                        Presence.Absent.class,
                        absent -> assertThat(absent.reason()).contains("no function WebPConfigInitInternal"));
    }

    @Test
    void writesFilesOfThePicturesSize() {
        byte[] file = file(library(), 80);
        assertThat(new String(file, 0, 16, StandardCharsets.ISO_8859_1)).matches("(?s)RIFF....WEBPVP8 ");
        ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(numbers.getShort(SIZE_AT)).isEqualTo((short) SIZE.width());
        assertThat(numbers.getShort(SIZE_AT + 2)).isEqualTo((short) SIZE.height());
    }

    @Test
    void keepsMoreAtAHigherQuality() {
        WebP library = library();
        assertThat(file(library, 95).length).isGreaterThan(2 * file(library, 10).length);
    }

    @Test
    void refusesWhatTheFormatDoesNotHold() {
        WebP library = library();
        assertThatThrownBy(() -> library.encoder(101, 4).close()).isInstanceOf(WebPException.class);
        try (Arena memory = Arena.ofConfined();
                WebPEncoder encoder = library.encoder(80, 4)) {
            ImageSize wide = new ImageSize(16_384, 1);
            assertThatThrownBy(() -> encoder.encode(memory.allocate(3 * wide.pixels()), wide))
                    .isInstanceOf(WebPException.class)
                    .hasMessageContaining("error 5");
        }
    }

    @Test
    void refusesMemoryThatIsTooSmall() {
        try (Arena memory = Arena.ofConfined();
                WebPEncoder encoder = library().encoder(80, 4)) {
            MemorySegment small = memory.allocate(SIZE.pixels() * 3 - 1);
            assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode(small, SIZE));
            MemorySegment colour = memory.allocate(49 * 32 - 1);
            assertThatIllegalArgumentException().isThrownBy(() -> encoder.encodePlanes(small, colour, small, SIZE));
        }
    }
}
