package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.vips.VipsLibrary;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Many images, one after another and at once: nothing is lost, nothing mixed up. */
class LoadTest {
    private static final List<ImageFormat> FORMATS =
            List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.TIFF);

    @Test
    void givesBackAllMemoryThatLibvipsTracks() throws InterruptedException {
        int before = VipsLibrary.get().trackedAllocations();
        rounds(50);
        // A thread of libvips may be about to give back its last.
        for (int i = 0; i < 50 && VipsLibrary.get().trackedAllocations() > before; i++) {
            Thread.sleep(20);
        }
        assertThat(VipsLibrary.get().trackedAllocations()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void staysTheSameSizeOverThousandsOfImages() throws IOException {
        rounds(150);
        long before = residentKilobytes();
        rounds(300);
        assertThat(residentKilobytes() - before).as("growth in kB").isLessThan(40_000);
    }

    /** Each round decodes and encodes every format, and fails once. */
    private static void rounds(int count) {
        Image image = Pictures.waves(Mode.RGB, 160, 120);
        for (int i = 0; i < count; i++) {
            for (ImageFormat format : FORMATS) {
                byte[] file = Codec.encode(image, EncodeOptions.of(format));
                Codec.probe(file, Limits.DEFAULT);
                Codec.decode(file, DecodeOptions.DEFAULT.withAtLeast(new ImageSize(30, 30)))
                        .close();
                assertThat(refuses(Arrays.copyOf(file, file.length / 2))).isTrue();
            }
        }
    }

    private static boolean refuses(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            return decoded.image() == null;
        } catch (CorruptImage expected) {
            return true;
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsImagesOfDifferentThreadsApart() throws Exception {
        List<byte[]> files = new ArrayList<>();
        List<byte[]> pixels = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] file = Codec.encode(
                    Pictures.waves(Mode.RGB, 100 + 10 * i, 80 + i), EncodeOptions.of(FORMATS.get(i % FORMATS.size())));
            files.add(file);
            pixels.add(Pictures.bytes(Pictures.decoded(file)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int index = i % files.size();
                results.add(threads.submit(
                        () -> Arrays.equals(Pictures.bytes(Pictures.decoded(files.get(index))), pixels.get(index))));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void letsAnotherThreadCloseTheImage() throws Exception {
        byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 50, 50), EncodeOptions.of(ImageFormat.PNG));
        DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT);
        Thread closer = new Thread(decoded::close);
        closer.start();
        closer.join();
        assertThat(decoded.image().segment().scope().isAlive()).isFalse();
    }
}
