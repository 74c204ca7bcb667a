package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainDamageTest {
    private static final Limits TIGHT = new Limits(1 << 20, 4096, 1 << 20, 50);
    private static final DecodeOptions AS_STORED =
            DecodeOptions.DEFAULT.withToSrgb(false).withLimits(TIGHT);

    static List<PlainSample> samples() {
        return PlainSample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesAllPixelsOrNoneOfEveryPrefix(PlainSample sample) {
        byte[] whole = Pictures.bytes(Pictures.decoded(sample.file(), AS_STORED));
        int step = Math.max(1, sample.file().length / 150);
        // Of a text without a line's end, the last number may be longer or not: nothing tells.
        int end = sample.file().length - (sample.name().endsWith("as text") ? 5 : 0);
        for (int length = 0; length < end; length += length < 128 ? 1 : step) {
            byte[] prefix = Arrays.copyOf(sample.file(), length);
            try {
                assertThat(Pictures.bytes(Pictures.decoded(prefix, AS_STORED)))
                        .as("first %d of %d bytes", length, sample.file().length)
                        .isEqualTo(whole);
            } catch (CorruptImage | NotAnImage expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesMutations(PlainSample sample) {
        Random random = new Random(sample.name().hashCode());
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 300; i++) {
                byte[] copy = sample.file().clone();
                // The header is where damage does most.
                int reach = i % 2 == 0 ? Math.min(copy.length, 160) : copy.length;
                for (int n = 1 + random.nextInt(6); n > 0; n--) {
                    copy[random.nextInt(reach)] = (byte) random.nextInt();
                }
                isRefused(copy);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesGarbageBehindTheHeader(PlainSample sample) {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            byte[] garbage = new byte[sample.file().length];
            random.nextBytes(garbage);
            System.arraycopy(sample.file(), 0, garbage, 0, Math.min(garbage.length, 18 + random.nextInt(200)));
            isRefused(garbage);
        }
    }

    /** Anything but an image or a {@link CodecException} fails the test. */
    private static boolean isRefused(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, AS_STORED)) {
            assertThat(decoded.image().segment().byteSize()).isPositive();
            return false;
        } catch (CodecException expected) {
            assertThat(expected).hasMessageMatching("(?s).+");
            return true;
        }
    }

    static List<byte[]> enormous() {
        byte[] bmp = new FileWriter()
                .text("BM")
                .little32(54, 0, 54, 40, 60_000, 60_000)
                .little16(1, 8)
                .little32(1, 0, 0, 0, 0, 0)
                .add(new byte[1024])
                .toArray();
        byte[] tga = new FileWriter()
                .u8(0, 0, 10)
                .add(new byte[9])
                .little16(60_000, 60_000)
                .u8(24, 0)
                .toArray();
        byte[] psd = new FileWriter()
                .text("8BPS")
                .big16(1, 0, 0, 0, 3)
                .big32(30_000, 30_000)
                .big16(8, 3)
                .big32(0, 0, 0)
                .big16(1)
                .toArray();
        byte[] icon = BitmapFiles.icon(new int[] {0}, PngFiles.zeros(20_000, 20_000, 20_001L * 20_000));
        return List.of(
                bmp,
                tga,
                psd,
                icon,
                ascii("P6 60000 60000 255\n"),
                ascii("P6 99999999999999 99999999999999 255\n"),
                ascii("#?RADIANCE\n\n-Y 60000 +X 60000\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("enormous")
    void refusesEnormousPicturesByTheirHeader(byte[] file) {
        assertThatThrownBy(() -> Codec.probe(file, Limits.DEFAULT)).isInstanceOf(LimitExceeded.class);
        assertThatThrownBy(() -> Codec.decode(file, DecodeOptions.DEFAULT)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void takesNoMemoryForPixelsThatAreNotThere() {
        // A hundred megapixels announced, within the limits, by files of some bytes: refused without a row being read.
        for (byte[] file : List.of(
                ascii("P6 10000 10000 255\n"),
                ascii("P2 10000 10000 255\n1 2 3"),
                ascii("#?RADIANCE\n\n-Y 10000 +X 10000\n"),
                new FileWriter()
                        .u8(0, 0, 10)
                        .add(new byte[9])
                        .little16(10_000, 10_000)
                        .u8(24, 0)
                        .toArray())) {
            assertThatThrownBy(() -> Codec.decode(file, DecodeOptions.DEFAULT))
                    .isInstanceOfSatisfying(
                            CorruptImage.class,
                            corrupt -> assertThat(corrupt.stage()).isEqualTo(CorruptImage.Stage.PIXELS))
                    .hasMessageContaining("take at least");
        }
    }

    @Test
    void refusesSidesOfZero() {
        for (byte[] file : List.of(
                ascii("P6 0 5 255\n"),
                ascii("#?RADIANCE\n\n-Y 0 +X 3\n"),
                new FileWriter()
                        .text("8BPS")
                        .big16(1, 0, 0, 0, 3)
                        .big32(0, 5)
                        .big16(8, 3)
                        .big32(0, 0, 0)
                        .big16(0)
                        .toArray())) {
            assertThatThrownBy(() -> Codec.probe(file, Limits.DEFAULT))
                    .isInstanceOfSatisfying(
                            CorruptImage.class,
                            corrupt -> assertThat(corrupt.stage()).isEqualTo(CorruptImage.Stage.HEADER));
        }
    }
}
