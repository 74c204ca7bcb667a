package dev.imagemill.codec.turbojpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.codec.machine.Presence;
import dev.imagemill.imageop.ImageSize;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TurboJpegTest {
    private static final ImageSize SIZE = new ImageSize(97, 64);

    private static TurboJpeg library() {
        assumeTrue(TurboJpeg.presence() instanceof Presence.Loaded, "the machine has TurboJPEG");
        return ((Presence.Loaded<TurboJpeg>) TurboJpeg.presence()).library();
    }

    private static byte[] ramp(int bytes) {
        byte[] ramp = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            ramp[i] = (byte) (i / 50);
        }
        return ramp;
    }

    private static byte[] file(TurboJpeg library, boolean progressive) {
        try (Arena memory = Arena.ofConfined();
                JpegCompressor compressor = library.compressor()) {
            MemorySegment pixels = memory.allocateFrom(ValueLayout.JAVA_BYTE, ramp(97 * 64 * 3));
            return compressor.encode(pixels, SIZE, PixelFormat.RGB, Subsampling.HALF, 90, progressive);
        }
    }

    private static byte[] decoded(TurboJpeg library, byte[] file, ImageSize size) {
        try (Arena memory = Arena.ofConfined();
                JpegDecompressor decompressor = library.decompressor()) {
            MemorySegment bytes = memory.allocateFrom(ValueLayout.JAVA_BYTE, file);
            MemorySegment pixels = library.allocate(size.pixels() * 3, memory);
            decompressor.decode(bytes, size, PixelFormat.RGB, pixels);
            return pixels.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    @Test
    void comesBackWithTheMachinesLibraryEachTime() {
        assertThat(TurboJpeg.presence()).isSameAs(TurboJpeg.presence());
        assertThat(library().name()).isNotBlank();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotTakeAnotherLibraryForIt() {
        assertThat(TurboJpeg.load("libm.so.6"))
                .isInstanceOfSatisfying(
                        Presence.Absent.class,
                        absent -> assertThat(absent.reason()).contains("no function tjInitDecompress"));
    }

    @Test
    void readsWhatItWrites() {
        TurboJpeg library = library();
        for (boolean progressive : new boolean[] {false, true}) {
            byte[] pixels = decoded(library, file(library, progressive), SIZE);
            byte[] ramp = ramp(pixels.length);
            long error = 0;
            for (int i = 0; i < ramp.length; i++) {
                error += Math.abs(ramp[i] - pixels[i]);
            }
            assertThat((double) error / ramp.length).isLessThan(2);
        }
    }

    @Test
    void readsTheHeaderAlone() {
        TurboJpeg library = library();
        byte[] file = file(library, false);
        try (Arena memory = Arena.ofConfined();
                JpegDecompressor decompressor = library.decompressor()) {
            MemorySegment beginning = memory.allocateFrom(ValueLayout.JAVA_BYTE, Arrays.copyOf(file, 700));
            assertThat(decompressor.header(beginning))
                    .contains(new JpegDecompressor.Frame(SIZE, PixelFormat.RGB, Subsampling.HALF));
            assertThatThrownBy(() -> decompressor.header(beginning.asSlice(0, 100)))
                    .isInstanceOfSatisfying(
                            TurboJpegException.class,
                            failure -> assertThat(failure.stage()).isEqualTo(TurboJpegException.Stage.HEADER));
        }
    }

    @Test
    void stopsAtAWarningAndSaysThatItWasOne() {
        TurboJpeg library = library();
        byte[] file = file(library, false);
        assertThatThrownBy(() -> decoded(library, Arrays.copyOf(file, file.length - 30), SIZE))
                .isInstanceOfSatisfying(TurboJpegException.class, failure -> {
                    assertThat(failure.stage()).isEqualTo(TurboJpegException.Stage.PIXELS);
                    assertThat(failure.isWarning()).isTrue();
                    assertThat(failure).hasMessageContaining("remature end");
                });
    }

    @Test
    void refusesMemoryThatIsTooSmall() {
        TurboJpeg library = library();
        byte[] file = file(library, false);
        try (Arena memory = Arena.ofConfined();
                JpegDecompressor decompressor = library.decompressor();
                JpegCompressor compressor = library.compressor()) {
            MemorySegment bytes = memory.allocateFrom(ValueLayout.JAVA_BYTE, file);
            MemorySegment small = memory.allocate(97 * 64 * 3 - 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> decompressor.decode(bytes, SIZE, PixelFormat.RGB, small));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> compressor.encode(small, SIZE, PixelFormat.RGB, Subsampling.NONE, 80, false));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givesBackAllMemoryAlsoWhenItFails() throws IOException {
        TurboJpeg library = library();
        rounds(library, 500);
        // The Java heap grows now and then as well; memory that is lost is lost in every part.
        long least = Long.MAX_VALUE;
        for (int part = 0; part < 4; part++) {
            long before = residentKilobytes();
            rounds(library, 2000);
            least = Math.min(least, residentKilobytes() - before);
        }
        // One lost buffer of pixels a round would be 35 MB.
        assertThat(least).as("least growth of a part, in kB").isLessThan(12_000);
    }

    private static void rounds(TurboJpeg library, int count) {
        byte[] file = file(library, true);
        byte[] cut = Arrays.copyOf(file, file.length / 2);
        for (int i = 0; i < count; i++) {
            file(library, i % 2 == 0);
            decoded(library, file, SIZE);
            assertThatThrownBy(() -> decoded(library, cut, SIZE)).isInstanceOf(TurboJpegException.class);
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
