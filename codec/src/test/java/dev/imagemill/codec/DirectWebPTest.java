package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.webp.WebP;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.List;
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
    private static JpegPlanes planes(Image picture) {
        List<Image> planes = Images.convert(picture, Mode.JPEG_YV12).planes();
        return new JpegPlanes(planes.get(0), planes.get(2), planes.get(1), 2, 2);
    }

    @ParameterizedTest
    @CsvSource({"200, 150", "202, 152", "38, 6", "16, 16", "2, 2"})
    void writesLumaAndColourAsTheyAre(int width, int height) {
        JpegPlanes planes = planes(Pictures.waves(Mode.RGB, width, height));
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
