package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.codec.YccPlanes.Levels;
import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.turbojpeg.TurboJpeg;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.ResizeOptions;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Luma and colour as JPEG stores them, held against the same picture by way of RGB. */
class YccPlanesTest {
    private static final ResizeOptions LANCZOS = ResizeOptions.of(Filter.LANCZOS);
    private static final EncodeOptions OPTIONS = EncodeOptions.of(ImageFormat.JPEG);

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(TurboJpeg.presence() instanceof Presence.Loaded, "the machine has TurboJPEG");
    }

    private static YccPlanes scaled(byte[] file, ImageSize size) {
        try (DecodedPlanes decoded =
                Codec.decodePlanes(file, DecodeOptions.DEFAULT).orElseThrow()) {
            ImageSize whole = decoded.planes().size();
            return decoded.planes().scale(whole.width(), whole.height(), size, LANCZOS);
        }
    }

    /** The picture with its colour halved, by way of RGB. */
    private static Image halved(Image picture) {
        EncodeOptions fine = OPTIONS.withQuality(100).withSubsampling(ChromaSubsampling.HALF);
        return Pictures.decoded(Codec.encode(picture, fine), DecodeOptions.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"444", "422", "420", "440", "411", "progressive", "restart"})
    void comesToTheSamePictureFromEverySubsampling(String kind) {
        byte[] file = JpegFiles.variant(kind);
        Image rgb = Pictures.decoded(file, DecodeOptions.DEFAULT);
        for (int part = 1; part <= 4; part++) {
            ImageSize size = new ImageSize(
                    rgb.size().width() / part, Math.max(1, rgb.size().height() / part));
            Image expected = halved(rgb.resize(size, Filter.LANCZOS));
            assertThat(Pictures.psnr(scaled(file, size).toRgb(), expected))
                    .as("%s at %s", kind, size)
                    .isGreaterThan(33);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"444", "422", "420", "440", "411", "progressive", "restart"})
    void becomesRgbOfAnySize(String kind) {
        byte[] file = JpegFiles.variant(kind);
        Image rgb = Pictures.decoded(file, DecodeOptions.DEFAULT);
        ImageSize whole = rgb.size();
        for (int part = 1; part <= 4; part++) {
            ImageSize size = new ImageSize(whole.width() / part, Math.max(1, whole.height() / part));
            try (DecodedPlanes decoded =
                    Codec.decodePlanes(file, DecodeOptions.DEFAULT).orElseThrow()) {
                Image made = decoded.planes().scaleToRgb(whole.width(), whole.height(), size, LANCZOS);
                assertThat(Pictures.psnr(made, rgb.resize(size, Filter.LANCZOS)))
                        .as("%s at %s", kind, size)
                        .isGreaterThan(33);
            }
        }
    }

    /** Sides from 1 on, odd and even, on a picture in which colour that moved would show. */
    @ParameterizedTest
    @CsvSource({"200, 150", "201, 151", "200, 151", "37, 5", "16, 16", "17, 1", "1, 17", "2, 3", "1, 1"})
    void keepsColourInItsPlaceAtAnySize(int width, int height) {
        Image picture = Pictures.waves(Mode.RGB, width, height);
        byte[] file = Codec.encode(picture, OPTIONS.withQuality(97).withSubsampling(ChromaSubsampling.HALF));
        for (int toWidth : new int[] {width, Math.max(1, width / 2), Math.max(1, width / 3)}) {
            ImageSize to = new ImageSize(toWidth, Math.max(1, height * toWidth / width));
            Image made = scaled(file, to).toRgb();
            assertThat(made.size()).isEqualTo(to);
            assertThat(Pictures.psnr(made, halved(picture.resize(to, Filter.LANCZOS))))
                    .as("%d x %d to %s", width, height, to)
                    .isGreaterThan(32);
        }
    }

    @Test
    void isTheSameFileAfterDecodingAndEncoding() {
        Image picture = Pictures.waves(Mode.RGB, 121, 75);
        byte[] file = Codec.encode(picture, OPTIONS);
        ImageSize size = picture.size();
        byte[] again = Codec.encode(scaled(file, size), OPTIONS);
        assertThat(again.length).isCloseTo(file.length, withPercentage(3));
        assertThat(Codec.probe(again, Limits.DEFAULT)).isEqualTo(Codec.probe(file, Limits.DEFAULT));
        assertThat(Pictures.psnr(
                        Pictures.decoded(again, DecodeOptions.DEFAULT), Pictures.decoded(file, DecodeOptions.DEFAULT)))
                .isGreaterThan(45);
    }

    @Test
    void fulfilsAllOptionsOfJpeg() {
        Image picture = Pictures.waves(Mode.RGB, 121, 75);
        YccPlanes planes = scaled(Codec.encode(picture, OPTIONS), picture.size());
        byte[] progressive = Codec.encode(planes, OPTIONS.withProgressive(true));
        assertThat(JpegFiles.indexOfMarker(progressive, 0xc2)).isPositive();
        byte[] full = Codec.encode(planes, OPTIONS.withSubsampling(ChromaSubsampling.NONE));
        assertThat(full).isEqualTo(Codec.encode(planes.toRgb(), OPTIONS.withSubsampling(ChromaSubsampling.NONE)));
    }

    @Test
    void dropsNothingAtTheEdgesOfWhatWasDecodedSmaller() {
        byte[] file = JpegFiles.variant("420");
        ImageSize size = Codec.probe(file, Limits.DEFAULT).size();
        for (int factor = 1; factor <= 8; factor *= 2) {
            ImageSize hint = new ImageSize(size.width() / factor, size.height() / factor);
            try (DecodedPlanes decoded = Codec.decodePlanes(file, DecodeOptions.DEFAULT.withAtLeast(hint))
                    .orElseThrow()) {
                assertThat(decoded.planes().size())
                        .isEqualTo(
                                new ImageSize(Math.ceilDiv(size.width(), factor), Math.ceilDiv(size.height(), factor)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey", "rgb", "arithmetic", "uneven", "lossless", "doubled"})
    void isNotThereForWhatIsUnusual(String kind) {
        assertThat(Codec.decodePlanes(JpegFiles.variant(kind), DecodeOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void isNotThereForBrokenFilesAndManagedColour() {
        byte[] file = JpegFiles.variant("420");
        byte[] wide = IccProfiles.srgb()
                .colors(
                        new double[] {0.51512, 0.24120, -0.00105},
                        new double[] {0.29198, 0.69225, 0.04189},
                        new double[] {0.15710, 0.06657, 0.78407})
                .bytes();
        assertThat(Codec.decodePlanes(Arrays.copyOf(file, file.length / 2), DecodeOptions.DEFAULT))
                .isEmpty();
        assertThat(Codec.decodePlanes(JpegFiles.withProfile(file, wide), DecodeOptions.DEFAULT))
                .isEmpty();
        assertThat(Codec.decodePlanes(
                        Pictures.bytes(Images.create(Mode.L, new ImageSize(9, 9))), DecodeOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void isNotThereWithoutTheLibrary() {
        MemorySegment file = MemorySegment.ofArray(JpegFiles.variant("420"));
        Optional<DecodedPlanes> planes = Decoder.decodePlanes(file, DecodeOptions.DEFAULT, ShortWays.NONE);
        assertThat(planes).isEmpty();
    }

    @Test
    void encodesByWayOfRgbWithoutTheLibrary() {
        Image picture = Pictures.waves(Mode.RGB, 64, 48);
        YccPlanes planes = scaled(Codec.encode(picture, OPTIONS), picture.size());
        Image made = Pictures.decoded(Encoder.encode(planes, OPTIONS, ShortWays.NONE), DecodeOptions.DEFAULT);
        assertThat(Pictures.psnr(made, picture)).isGreaterThan(35);
    }

    @Test
    void refusesPlanesThatDoNotFitOneAnother() {
        Image luma = Images.create(Mode.L, new ImageSize(5, 5));
        Image chroma = Images.create(Mode.L, new ImageSize(2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new YccPlanes(luma, chroma, chroma, 2, 2, Levels.FULL))
                .withMessageContaining("expected " + new ImageSize(3, 3));
        assertThatIllegalStateException().isThrownBy(() -> new YccPlanes(luma, luma, luma, 1, 1, Levels.FULL).toRgb());
    }
}
