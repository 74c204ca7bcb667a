package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.codec.YccPlanes.Levels;
import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.webp.WebP;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WebP through libwebp by itself: the same bits as through libvips. */
class DirectWebPTest {
    private static final EncodeOptions OPTIONS = EncodeOptions.of(ImageFormat.WEBP);

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(WebP.presence() instanceof Presence.Loaded, "the machine has libwebp");
    }

    private static DirectWebP way() {
        return ShortWays.inUse().webp();
    }

    @Test
    void isTakenWhereTheLibraryAgreesWithLibvips() {
        assertThat(way().writes()).isTrue();
    }

    @Test
    void leavesEverythingToLibvipsOnAMachineWithoutTheLibrary() {
        DirectWebP none = DirectWebPTrial.find(new Presence.Absent<>("there is none"));
        assertThat(none.writes()).isFalse();
        assertThat(none.encode(Pictures.waves(Mode.RGB, 9, 9), OPTIONS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void writesWhatLibvipsDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            Image image = picture(random);
            EncodeOptions options = OPTIONS.withQuality(1 + random.nextInt(100)).withEffort(random.nextInt(7));
            assertThat(way().encode(image, options).orElseThrow())
                    .as("%s %s", image.size(), options)
                    .isEqualTo(Encoder.encode(image, options, ShortWays.NONE));
        }
    }

    @Test
    void writesAPictureOfManyBlocksAsLibvipsDoes() {
        Image image = Pictures.waves(Mode.RGB, 1200, 801);
        assertThat(way().encode(image, OPTIONS).orElseThrow())
                .isEqualTo(Encoder.encode(image, OPTIONS, ShortWays.NONE));
    }

    /** Waves or noise, of any size up to 150 a side. */
    private static Image picture(Random random) {
        int width = 1 + random.nextInt(150);
        int height = 1 + random.nextInt(150);
        if (random.nextBoolean()) {
            return Pictures.waves(Mode.RGB, width, height);
        }
        byte[] noise = new byte[width * height * 3];
        random.nextBytes(noise);
        return Images.of(Mode.RGB, new ImageSize(width, height), noise);
    }

    /** A picture as a JPEG of it in 4:2:0 holds it. */
    private static YccPlanes planes(Image picture) {
        List<Image> planes = Images.convert(picture, Mode.JPEG_YV12).planes();
        return new YccPlanes(planes.get(0), planes.get(2), planes.get(1), 2, 2, Levels.FULL);
    }

    @ParameterizedTest
    @CsvSource({"200, 150", "202, 152", "38, 6", "16, 16", "2, 2"})
    void writesLumaAndColourAsTheyAre(int width, int height) {
        YccPlanes planes = planes(Pictures.waves(Mode.RGB, width, height));
        EncodeOptions fine = OPTIONS.withQuality(95);
        Image made = Pictures.decoded(way().encode(planes, fine).orElseThrow(), DecodeOptions.DEFAULT);
        Image byRgb = Pictures.decoded(Encoder.encode(planes.toRgb(), fine, ShortWays.NONE), DecodeOptions.DEFAULT);
        assertThat(Pictures.psnr(made, planes.toRgb())).isGreaterThan(Pictures.psnr(byRgb, planes.toRgb()) - 0.5);
    }

    @Test
    void writesBlackWhiteAndFullColoursOfPlanes() {
        for (long[] colour : new long[][] {{0, 0, 0}, {255, 255, 255}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}}) {
            Image picture = Images.filled(Mode.RGB, new ImageSize(32, 32), colour);
            Image made = Pictures.decoded(way().encode(planes(picture), OPTIONS).orElseThrow(), DecodeOptions.DEFAULT);
            assertThat(Pictures.psnr(made, picture))
                    .as("%s", Arrays.toString(colour))
                    .isGreaterThan(38);
        }
    }

    private static Optional<DecodedPlanes> decodedPlanes(byte[] file, DecodeOptions options) {
        return way().decodePlanes(MemorySegment.ofArray(file), options);
    }

    @ParameterizedTest
    @CsvSource({"200, 150", "201, 151", "200, 151", "37, 5", "16, 16", "17, 1", "2, 3", "1, 1"})
    void readsLumaAndColourAsTheyAre(int width, int height) {
        byte[] file = Encoder.encode(Pictures.waves(Mode.RGB, width, height), OPTIONS.withQuality(95), ShortWays.NONE);
        Image byRgb = Pictures.decoded(file, DecodeOptions.DEFAULT);
        try (DecodedPlanes decoded = decodedPlanes(file, DecodeOptions.DEFAULT).orElseThrow()) {
            assertThat(decoded.planes().levels()).isEqualTo(Levels.STUDIO);
            assertThat(Pictures.psnr(decoded.planes().toRgb(), byRgb)).isGreaterThan(44);
        }
    }

    @Test
    void scalesWhileItReads() {
        byte[] file = Encoder.encode(Pictures.waves(Mode.RGB, 240, 160), OPTIONS.withQuality(95), ShortWays.NONE);
        Image whole = Pictures.decoded(file, DecodeOptions.DEFAULT);
        DecodeOptions half = DecodeOptions.DEFAULT.withAtLeast(new ImageSize(120, 80));
        try (DecodedPlanes decoded = decodedPlanes(file, half).orElseThrow()) {
            Image made = decoded.planes().toRgb();
            assertThat(made.size()).isEqualTo(new ImageSize(120, 80));
            assertThat(Pictures.psnr(made, whole.reduce(2, 2))).isGreaterThan(35);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "240, 160, 60, 40, 60, 40",
        "240, 160, 100, 10, 120, 80",
        "240, 160, 500, 400, 240, 160",
        "208, 160, 20, 10, 26, 20",
        "202, 102, 50, 25, 202, 102",
        "201, 100, 20, 10, 201, 100"
    })
    void scalesToWholeSamplesOfColour(
            int width, int height, int leastWidth, int leastHeight, int toWidth, int toHeight) {
        byte[] file = Encoder.encode(Pictures.waves(Mode.RGB, width, height), OPTIONS, ShortWays.NONE);
        DecodeOptions hint = DecodeOptions.DEFAULT.withAtLeast(new ImageSize(leastWidth, leastHeight));
        try (DecodedPlanes decoded = decodedPlanes(file, hint).orElseThrow()) {
            assertThat(decoded.planes().size()).isEqualTo(new ImageSize(toWidth, toHeight));
        }
    }

    @Test
    void readsWebpThatIsTaggedAsSrgb() {
        byte[] file = Encoder.encode(Pictures.waves(Mode.RGB, 40, 30), OPTIONS, ShortWays.NONE);
        byte[] tagged = withProfile(file, IccProfiles.srgb().bytes());
        assertThat(Codec.probe(tagged, Limits.DEFAULT).hasIccProfile()).isTrue();
        try (DecodedPlanes decoded =
                decodedPlanes(tagged, DecodeOptions.DEFAULT).orElseThrow()) {
            assertThat(decoded.planes().size()).isEqualTo(new ImageSize(40, 30));
        }
        byte[] cut = withProfile(file, Arrays.copyOf(IccProfiles.srgb().bytes(), 200));
        assertThat(decodedPlanes(cut, DecodeOptions.DEFAULT)).isEmpty();
    }

    /** The same file in the extended format, with a profile (RFC 9649). */
    private static byte[] withProfile(byte[] file, byte[] profile) {
        int padded = profile.length + profile.length % 2;
        ByteBuffer extended = ByteBuffer.allocate(file.length + 18 + 8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        extended.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(extended.capacity() - 8);
        extended.put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(10)
                .putInt(0x20);
        extended.put(new byte[] {39, 0, 0, 29, 0, 0});
        extended.put("ICCP".getBytes(StandardCharsets.ISO_8859_1)).putInt(profile.length);
        extended.put(Arrays.copyOf(profile, padded)).put(file, 12, file.length - 12);
        return extended.array();
    }

    @Test
    void readsNoOtherWebpToPlanes() {
        Image waves = Pictures.waves(Mode.RGB, 40, 30);
        byte[] plain = Encoder.encode(waves, OPTIONS, ShortWays.NONE);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        EncodeOptions profiled = OPTIONS.withMetadata(ImageMetadata.NONE.withProfile(ColorProfile.unlessSrgb(linear)));
        for (byte[] other : List.of(
                Encoder.encode(waves, OPTIONS.withLossless(true), ShortWays.NONE),
                Encoder.encode(Pictures.waves(Mode.RGBA, 40, 30), OPTIONS, ShortWays.NONE),
                Encoder.encode(waves, profiled, ShortWays.NONE),
                Encoder.encode(List.of(waves, waves.flipHorizontal()), new Animation(List.of(90, 90), 0), OPTIONS),
                Encoder.encode(waves, EncodeOptions.of(ImageFormat.PNG), ShortWays.NONE),
                Arrays.copyOf(plain, plain.length / 2),
                Arrays.copyOf(plain, 29),
                new byte[0])) {
            assertThat(decodedPlanes(other, DecodeOptions.DEFAULT)).isEmpty();
        }
        assertThat(decodedPlanes(plain, DecodeOptions.DEFAULT.withPage(1))).isEmpty();
        assertThatThrownBy(() ->
                        decodedPlanes(plain, DecodeOptions.DEFAULT.withLimits(new Limits(1 << 20, 39, 1 << 20, 9))))
                .isInstanceOf(LimitExceeded.class);
    }

    @Test
    void readsMutatedFilesOrLeavesThemToLibvips() {
        Random random = new Random(7);
        byte[] noise = new byte[90 * 70 * 3];
        random.nextBytes(noise);
        Image picture = Images.of(Mode.RGB, new ImageSize(90, 70), noise);
        byte[] file = Encoder.encode(picture, OPTIONS, ShortWays.NONE);
        DecodeOptions options = DecodeOptions.DEFAULT.withLimits(new Limits(1 << 20, 4096, 1 << 20, 50));
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] mutated = file.clone();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                int end = random.nextBoolean() ? 40 : file.length;
                mutated[random.nextInt(Math.min(end, file.length))] = (byte) random.nextInt();
            }
            try {
                Optional<DecodedPlanes> decoded = decodedPlanes(mutated, options);
                read += decoded.isPresent() ? 1 : 0;
                decoded.ifPresent(DecodedPlanes::close);
            } catch (LimitExceeded larger) {
                assertThat(larger).hasMessageContaining("pixels");
            }
        }
        assertThat(read).isBetween(500, 2900);
    }

    @Test
    void leavesToLibvipsWhatIsUnusual() {
        Image waves = Pictures.waves(Mode.RGB, 40, 30);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ImageMetadata profiled = ImageMetadata.NONE.withProfile(ColorProfile.unlessSrgb(linear));
        assertThat(profiled.isEmpty()).isFalse();
        for (EncodeOptions unusual : List.of(
                OPTIONS.withLossless(true),
                OPTIONS.withSubsampling(ChromaSubsampling.NONE),
                OPTIONS.withMetadata(profiled),
                EncodeOptions.of(ImageFormat.PNG))) {
            assertThat(way().encode(waves, unusual)).as("%s", unusual).isEmpty();
        }
        assertThat(way().encode(Pictures.waves(Mode.RGBA, 40, 30), OPTIONS)).isEmpty();
        assertThat(way().encode(Images.create(Mode.RGB, new ImageSize(2049, 2048)), OPTIONS))
                .isEmpty();
    }
}
