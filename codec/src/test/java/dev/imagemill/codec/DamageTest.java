package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DamageTest {
    private static final int PREFIXES = 150;

    static Stream<EncodeOptions> everyKind() {
        List<EncodeOptions> kinds = new ArrayList<>();
        for (ImageFormat format : ImageFormat.values()) {
            if (format.canWrite() && format.canRead()) {
                kinds.add(EncodeOptions.of(format));
            }
        }
        kinds.add(EncodeOptions.of(ImageFormat.JPEG).withProgressive(true));
        kinds.add(EncodeOptions.of(ImageFormat.PNG).withProgressive(true));
        kinds.add(EncodeOptions.of(ImageFormat.WEBP).withLossless(true));
        return kinds.stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void givesAllPixelsOrNoneOfEveryPrefix(EncodeOptions options) {
        byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 93, 70), options);
        byte[] whole = Pictures.bytes(Pictures.decoded(file));
        int step = Math.max(1, file.length / PREFIXES);
        for (int length = 0; length < file.length; length += length < 64 ? 1 : step) {
            assertThat(outcome(Arrays.copyOf(file, length), whole))
                    .as("first %d of %d bytes", length, file.length)
                    .isTrue();
        }
        for (int length = file.length - 1; length > file.length - 16; length--) {
            assertThat(outcome(Arrays.copyOf(file, length), whole))
                    .as("first %d of %d bytes", length, file.length)
                    .isTrue();
        }
    }

    @Test
    void refusesEveryPrefixOfADrawing() {
        byte[] file = ("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'>"
                        + "<defs><linearGradient id='g'><stop stop-color='red'/></linearGradient></defs>"
                        + "<rect width='40' height='30' fill='url(#g)'/><text x='2' y='9'>text</text></svg>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Pictures.decoded(file).size().width()).isEqualTo(40);
        for (int length = 0; length < file.length; length++) {
            byte[] prefix = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Codec.decode(prefix, DecodeOptions.DEFAULT))
                    .as("first %d of %d bytes", length, file.length)
                    .isInstanceOfAny(CorruptImage.class, NotAnImage.class);
        }
    }

    /** Whether these bytes are refused with a reason, or decoded to exactly these pixels. */
    private static boolean outcome(byte[] prefix, byte[] whole) {
        try {
            return Arrays.equals(Pictures.bytes(Pictures.decoded(prefix)), whole);
        } catch (CorruptImage | NotAnImage expected) {
            return true;
        }
    }

    @Test
    void tellsADamagedHeaderFromDamagedPixels() {
        byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 93, 70), EncodeOptions.of(ImageFormat.JPEG));
        assertThatThrownBy(() -> Codec.decode(Arrays.copyOf(file, 100), DecodeOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        CorruptImage.class,
                        corrupt -> assertThat(corrupt.stage()).isEqualTo(CorruptImage.Stage.HEADER));
        assertThatThrownBy(() -> Codec.decode(Arrays.copyOf(file, file.length * 9 / 10), DecodeOptions.DEFAULT))
                .isInstanceOfSatisfying(CorruptImage.class, corrupt -> {
                    assertThat(corrupt.stage()).isEqualTo(CorruptImage.Stage.PIXELS);
                    assertThat(corrupt).hasMessageContaining("premature end");
                });
    }

    @Test
    void refusesACutOffFileAlsoWhenItIsShrunkOnTheWay() {
        for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.AVIF)) {
            byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 800, 600), EncodeOptions.of(format));
            byte[] cut = Arrays.copyOf(file, file.length * 3 / 4);
            DecodeOptions small = DecodeOptions.DEFAULT.withAtLeast(new dev.imagemill.imageop.ImageSize(80, 60));
            assertThatThrownBy(() -> Codec.decode(cut, small)).as("%s", format).isInstanceOf(CorruptImage.class);
        }
    }

    @Test
    void readsThroughHarmlessFaultsOfAJpeg() {
        byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 93, 70), EncodeOptions.of(ImageFormat.JPEG));
        byte[] whole = Pictures.bytes(Pictures.decoded(file));
        byte[] junk = {1, 2, 3};
        int frame = JpegFiles.indexOfMarker(file, 0xc0);
        int scan = JpegFiles.indexOfMarker(file, 0xda);
        byte[] parameters = file.clone();
        parameters[scan + 12] = 5;
        for (byte[] odd : List.of(
                JpegFiles.insert(file, frame, junk),
                JpegFiles.insert(JpegFiles.insert(file, scan, junk), frame, junk),
                JpegFiles.insert(file, file.length, new byte[1000]),
                JpegFiles.insert(file, frame, (byte) 0xff, (byte) 0xff),
                parameters)) {
            assertThat(Pictures.bytes(Pictures.decoded(odd))).isEqualTo(whole);
        }
    }
}
