package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.LimitExceeded.Limit;
import dev.imagemill.codec.vips.VipsLibrary;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private static final int HUGE = 100_000;

    private static void assertExceeds(Limit limit, long value, byte[] file, Limits limits) {
        assertThatThrownBy(() -> Codec.probe(file, limits)).isInstanceOfSatisfying(LimitExceeded.class, exceeded -> {
            assertThat(exceeded.limit()).isEqualTo(limit);
            assertThat(exceeded.value()).isEqualTo(value);
        });
        assertThatThrownBy(() -> Codec.decode(file, DecodeOptions.DEFAULT.withLimits(limits)))
                .isInstanceOf(LimitExceeded.class);
    }

    private static byte[] small(ImageFormat format) {
        return Codec.encode(Pictures.waves(Mode.RGB, 64, 48), EncodeOptions.of(format));
    }

    @Test
    void refusesAHugePngOnItsHeader() {
        assertExceeds(Limit.SIDE, HUGE, PngFiles.zeros(HUGE, HUGE, 1000), Limits.DEFAULT);
    }

    @Test
    void refusesAHugeJpegOnItsHeader() {
        byte[] file = small(ImageFormat.JPEG);
        int frame = JpegFiles.indexOfMarker(file, 0xc0);
        ByteBuffer.wrap(file).putShort(frame + 5, (short) 65_535).putShort(frame + 7, (short) 65_535);
        assertExceeds(Limit.SIDE, 65_535, file, Limits.DEFAULT);
    }

    @Test
    void refusesAHugeGifOnItsHeader() {
        byte[] file = small(ImageFormat.GIF);
        int frame = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(",\0\0\0\0@\0" + "0\0");
        Arrays.fill(file, 6, 10, (byte) 0xff);
        Arrays.fill(file, frame + 5, frame + 9, (byte) 0xff);
        assertExceeds(Limit.SIDE, 65_535, file, Limits.DEFAULT);
    }

    @Test
    void refusesAHugeAvifOnItsHeader() {
        byte[] file = small(ImageFormat.AVIF);
        int size = new String(file, StandardCharsets.ISO_8859_1).indexOf("ispe");
        ByteBuffer.wrap(file).putInt(size + 8, HUGE).putInt(size + 12, HUGE);
        assertExceeds(Limit.SIDE, HUGE, file, Limits.DEFAULT);
    }

    @Test
    void refusesAHugeTiffOnItsHeader() {
        byte[] file = small(ImageFormat.TIFF);
        ByteBuffer tiff = ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int directory = tiff.getInt(4);
        for (int i = 0; i < tiff.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == 256 || tiff.getShort(entry) == 257) {
                tiff.putShort(entry + 2, (short) 4).putInt(entry + 8, HUGE);
            }
        }
        assertThatThrownBy(() -> Codec.probe(file, Limits.DEFAULT)).isInstanceOf(CodecException.class);
    }

    @Test
    void refusesAHugeSvgOnItsHeader() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' width='100000' height='100000'/>"
                .getBytes(StandardCharsets.UTF_8);
        assertExceeds(Limit.SIDE, HUGE, svg, Limits.DEFAULT);
    }

    @Test
    void refusesAPngBombBeforeItUnpacks() {
        byte[] bomb = PngFiles.zeros(20_000, 20_000, 20_001L * 20_000);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertExceeds(Limit.PIXELS, 400_000_000, bomb, Limits.DEFAULT);
    }

    @Test
    void doesNotUnpackMoreThanTheHeaderAnnounces() {
        byte[] file = PngFiles.zeros(100, 100, 400_000_000);
        long before = VipsLibrary.get().trackedBytes();
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            assertThat(decoded.image().segment().byteSize()).isEqualTo(10_000);
        } catch (CorruptImage expectedToo) {
            assertThat(expectedToo.stage()).isEqualTo(CorruptImage.Stage.PIXELS);
        }
        assertThat(VipsLibrary.get().trackedBytes()).isLessThanOrEqualTo(before + (1 << 20));
    }

    @Test
    void refusesAFileOverTheByteLimitWithoutReadingIt(@TempDir Path folder) throws IOException {
        byte[] file = small(ImageFormat.PNG);
        Limits tight = Limits.DEFAULT.withMaxBytes(file.length - 1);
        assertExceeds(Limit.BYTES, file.length, file, tight);
        Path path = Files.write(folder.resolve("file"), file);
        assertThatThrownBy(() -> Codec.probe(path, tight)).isInstanceOf(LimitExceeded.class);
        assertThat(Codec.probe(file, Limits.DEFAULT.withMaxBytes(file.length))
                        .size()
                        .width())
                .isEqualTo(64);
    }

    @Test
    void refusesALargeSvgFile() {
        byte[] svg = ("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><!--" + "x".repeat(11 << 20)
                        + "--></svg>")
                .getBytes(StandardCharsets.UTF_8);
        assertExceeds(Limit.BYTES, svg.length, svg, Limits.DEFAULT);
    }

    @Test
    void takesTheLargestSideThatIsAllowed() {
        byte[] file = PngFiles.zeros(65_500, 1, 65_501);
        assertThat(Codec.probe(file, Limits.DEFAULT).size().width()).isEqualTo(65_500);
        assertExceeds(Limit.SIDE, 65_501, PngFiles.zeros(65_501, 1, 65_502), Limits.DEFAULT);
    }
}
