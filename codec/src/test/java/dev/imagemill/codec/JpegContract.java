package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.CorruptImage.Stage;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for JPEG whichever way it goes. */
abstract class JpegContract {
    private static final EncodeOptions OPTIONS = EncodeOptions.of(ImageFormat.JPEG);

    /** The way under test. */
    abstract ShortWays way();

    private ImageInfo probe(byte[] file) {
        return Decoder.probe(MemorySegment.ofArray(file), Limits.DEFAULT, way());
    }

    private Image decoded(byte[] file, DecodeOptions options) {
        try (DecodedImage decoded = Decoder.decode(MemorySegment.ofArray(file), options, way())) {
            return decoded.image().copy();
        }
    }

    private Image decoded(byte[] file) {
        return decoded(file, DecodeOptions.DEFAULT);
    }

    private byte[] encoded(Image image, EncodeOptions options) {
        return Encoder.encode(image, options, way());
    }

    private byte[] waves(Mode mode, int width, int height) {
        return encoded(Pictures.waves(mode, width, height), OPTIONS.withQuality(95));
    }

    private static DecodeOptions atLeast(int width, int height) {
        return DecodeOptions.DEFAULT.withAtLeast(new ImageSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({"L, false", "L, true", "RGB, false", "RGB, true", "CMYK, false"})
    void comesBackNearlyTheSame(Mode mode, boolean progressive) {
        Image image = Pictures.waves(mode, 93, 70);
        byte[] file = encoded(image, OPTIONS.withQuality(95).withProgressive(progressive));
        Image back = decoded(file, DecodeOptions.DEFAULT.withToSrgb(false));
        assertThat(Pictures.psnr(image, back)).isGreaterThan(40);
        assertThat(probe(file).size()).isEqualTo(image.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey",
                "444",
                "422",
                "420",
                "440",
                "411",
                "uneven",
                "doubled",
                "rgb",
                "restart",
                "progressive",
                "progressive-grey",
                "arithmetic",
                "arithmetic-progressive",
                "lossless",
                "one-scan-a-component",
                "one-scan-a-coefficient"
            })
    void readsEveryKindOfJpeg(String kind) {
        Image image = decoded(JpegFiles.variant(kind));
        Image reference = decoded(JpegFiles.variant("lossless"));
        Image expected = kind.endsWith("grey") ? reference.convert(Mode.L) : reference;
        assertThat(Pictures.psnr(expected, image))
                .as(kind)
                .isGreaterThan(kind.equals("one-scan-a-coefficient") ? 20 : 25);
        assertThat(probe(JpegFiles.variant(kind)).mode()).isEqualTo(image.mode());
    }

    @Test
    void refusesTwelveBits() {
        assertThatThrownBy(() -> decoded(JpegFiles.variant("deep")))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("12 bits");
    }

    @ParameterizedTest
    @CsvSource({
        "801, 601, 400, 300, 400, 300",
        "801, 601, 401, 300, 801, 601",
        "801, 601, 200, 150, 200, 150",
        "801, 601, 100, 75, 100, 75",
        "801, 601, 1, 1, 100, 75",
        "801, 601, 5000, 5000, 801, 601",
        "807, 607, 100, 75, 100, 75",
        "5, 5, 1, 1, 1, 1",
        "3, 3, 1, 1, 1, 1",
        "17, 9, 1, 1, 2, 1",
        "1, 40, 1, 5, 1, 40"
    })
    void shrinksAsFarAsTheHintAllows(int width, int height, int hintX, int hintY, int wantedX, int wantedY) {
        for (Mode mode : List.of(Mode.L, Mode.RGB)) {
            Image whole = Pictures.waves(mode, width, height);
            Image shrunk = decoded(encoded(whole, OPTIONS.withQuality(95)), atLeast(hintX, hintY));
            assertThat(shrunk.size()).isEqualTo(new ImageSize(wantedX, wantedY));
            if (wantedX > 50 && width % wantedX <= 1) {
                Image expected = whole.resize(shrunk.size(), dev.imagemill.imageop.Filter.BOX);
                assertThat(Pictures.psnr(expected, shrunk)).isGreaterThan(38);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesAllPixelsOrNoneOfEveryPrefix(boolean progressive) {
        byte[] file = encoded(Pictures.waves(Mode.RGB, 93, 70), OPTIONS.withProgressive(progressive));
        for (DecodeOptions options : List.of(DecodeOptions.DEFAULT, atLeast(20, 15))) {
            byte[] whole = Pictures.bytes(decoded(file, options));
            for (int length = 0; length < file.length; length += length < 64 || length > file.length - 16 ? 1 : 13) {
                assertThat(isRefusedOrWhole(Arrays.copyOf(file, length), options, whole))
                        .as("first %d of %d bytes", length, file.length)
                        .isTrue();
            }
        }
    }

    private boolean isRefusedOrWhole(byte[] prefix, DecodeOptions options, byte[] whole) {
        try {
            return Arrays.equals(Pictures.bytes(decoded(prefix, options)), whole);
        } catch (CorruptImage | NotAnImage expected) {
            return true;
        }
    }

    @Test
    void tellsADamagedHeaderFromDamagedPixels() {
        byte[] file = waves(Mode.RGB, 93, 70);
        assertCorrupt(Arrays.copyOf(file, 100), Stage.HEADER);
        assertCorrupt(Arrays.copyOf(file, file.length * 9 / 10), Stage.PIXELS);
        byte[] tables = file.clone();
        Arrays.fill(
                tables, JpegFiles.indexOfMarker(file, 0xc4) + 5, JpegFiles.indexOfMarker(file, 0xc4) + 21, (byte) 0xff);
        assertCorrupt(tables, Stage.HEADER);
        assertThatThrownBy(() -> probe(tables)).isInstanceOf(CorruptImage.class);
    }

    private void assertCorrupt(byte[] file, Stage stage) {
        for (DecodeOptions options : List.of(DecodeOptions.DEFAULT, atLeast(20, 15))) {
            assertThatThrownBy(() -> decoded(file, options))
                    .isInstanceOfSatisfying(
                            CorruptImage.class,
                            corrupt -> assertThat(corrupt.stage()).isEqualTo(stage));
        }
    }

    @Test
    void neverTakesMissingPixelsForGrey() {
        byte[] file = waves(Mode.RGB, 93, 70);
        int scan = JpegFiles.indexOfMarker(file, 0xda) + 14;
        byte[] ended = Arrays.copyOf(file, scan + 302);
        ended[scan + 300] = (byte) 0xff;
        ended[scan + 301] = (byte) 0xd9;
        assertThatThrownBy(() -> decoded(ended)).isInstanceOf(CorruptImage.class);
    }

    @Test
    void readsThroughHarmlessFaults() {
        byte[] file = waves(Mode.RGB, 93, 70);
        byte[] whole = Pictures.bytes(decoded(file));
        byte[] junk = {1, 2, 3};
        int frame = JpegFiles.indexOfMarker(file, 0xc0);
        byte[] parameters = file.clone();
        parameters[JpegFiles.indexOfMarker(file, 0xda) + 12] = 5;
        for (byte[] odd : List.of(
                JpegFiles.insert(file, frame, junk),
                JpegFiles.insert(file, file.length, new byte[1000]),
                JpegFiles.insert(file, file.length - 2, new byte[5]),
                parameters)) {
            assertThat(Pictures.bytes(decoded(odd))).isEqualTo(whole);
        }
    }

    @Test
    void refusesMoreScansThanAnyoneNeeds() {
        assertThat(decoded(JpegFiles.scans(64, 48, 500)).size()).isEqualTo(new ImageSize(64, 48));
        assertThatThrownBy(() -> decoded(JpegFiles.scans(64, 48, 501)))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("500 scans");
    }

    @Test
    void refusesOnTheHeaderWhatIsTooLarge() {
        byte[] file = waves(Mode.RGB, 93, 70);
        DecodeOptions tight = DecodeOptions.DEFAULT.withLimits(Limits.DEFAULT.withMaxPixels(93 * 70 - 1));
        assertThatThrownBy(() -> decoded(file, tight)).isInstanceOf(LimitExceeded.class);
        DecodeOptions few = DecodeOptions.DEFAULT.withLimits(Limits.DEFAULT.withMaxBytes(file.length - 1));
        assertThatThrownBy(() -> decoded(file, few)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void hasOnePageOnly() {
        byte[] file = waves(Mode.RGB, 93, 70);
        assertThatThrownBy(() -> decoded(file, DecodeOptions.DEFAULT.withPage(1)))
                .isInstanceOf(UnsupportedImage.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void reportsOrientationAndDoesNotApplyIt(int orientation) {
        byte[] file = JpegFiles.withOrientation(waves(Mode.RGB, 60, 40), orientation);
        assertThat(probe(file).orientation()).isEqualTo(orientation >= 1 && orientation <= 8 ? orientation : 1);
        assertThat(decoded(file).size()).isEqualTo(new ImageSize(60, 40));
    }

    @Test
    void convertsThroughTheProfileUnlessItIsSrgb() {
        byte[] file = encoded(
                Pictures.halves(new ImageSize(32, 32), new long[] {128, 128, 128}, new long[] {9, 9, 9}), OPTIONS);
        byte[] linear = JpegFiles.withProfile(file, profile(ColorSpace.CS_LINEAR_RGB));
        assertThat(decoded(linear).component(9, 9, 0)).isCloseTo(188L, Offset.offset(3L));
        assertThat(decoded(linear, DecodeOptions.DEFAULT.withToSrgb(false)).component(9, 9, 0))
                .isCloseTo(128L, Offset.offset(3L));
        byte[] srgb = JpegFiles.withProfile(file, profile(ColorSpace.CS_sRGB));
        assertThat(Pictures.bytes(decoded(srgb))).isEqualTo(Pictures.bytes(decoded(file)));
        assertThat(probe(srgb).hasIccProfile()).isTrue();
        assertThat(probe(file).hasIccProfile()).isFalse();
    }

    @Test
    void joinsAProfileThatIsSpreadOverSegments() {
        byte[] file = encoded(
                Pictures.halves(new ImageSize(32, 32), new long[] {128, 128, 128}, new long[] {9, 9, 9}), OPTIONS);
        byte[] linear = JpegFiles.withProfile(file, profile(ColorSpace.CS_LINEAR_RGB), 3);
        assertThat(decoded(linear).component(9, 9, 0)).isCloseTo(188L, Offset.offset(3L));
        assertThat(probe(linear).hasIccProfile()).isTrue();
    }

    private static byte[] profile(int colorSpace) {
        return ICC_Profile.getInstance(colorSpace).getData();
    }

    @Test
    void subsamplesColourAsAsked() {
        Image image = Pictures.waves(Mode.RGB, 64, 64);
        assertThat(sampling(encoded(image, OPTIONS))).isEqualTo(0x22);
        assertThat(sampling(encoded(image, OPTIONS.withQuality(90)))).isEqualTo(0x11);
        assertThat(sampling(encoded(image, OPTIONS.withSubsampling(ChromaSubsampling.NONE))))
                .isEqualTo(0x11);
        assertThat(sampling(encoded(image, OPTIONS.withQuality(95).withSubsampling(ChromaSubsampling.HALF))))
                .isEqualTo(0x22);
    }

    private static int sampling(byte[] file) {
        return file[JpegFiles.indexOfMarker(file, 0xc0) + 11];
    }

    @Test
    void writesTheSameBytesEachTimeAndNoMetadata() {
        for (Mode mode : List.of(Mode.L, Mode.RGB, Mode.CMYK)) {
            Image image = Pictures.waves(mode, 90, 61);
            byte[] file = encoded(image, OPTIONS);
            assertThat(encoded(image, OPTIONS)).isEqualTo(file);
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF", "Exif", "ICC_PROFILE");
        }
    }

    @Test
    void fitsHuffmanTablesUnlessToldNotTo() {
        Image image = Pictures.waves(Mode.RGB, 90, 61);
        assertThat(encoded(image, OPTIONS).length).isLessThan(encoded(image, OPTIONS.withEffort(0)).length);
    }
}
