package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.turbojpeg.TurboJpeg;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG through TurboJPEG: what holds for libvips holds here, and both give the same bits. */
class DirectJpegTest extends JpegContract {
    private static final EncodeOptions OPTIONS = EncodeOptions.of(ImageFormat.JPEG);

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(TurboJpeg.presence() instanceof Presence.Loaded, "the machine has TurboJPEG");
    }

    @Override
    ShortWays way() {
        return ShortWays.inUse();
    }

    @Test
    void isTakenWhereTheLibraryAgreesWithLibvips() {
        assertThat(way().jpeg().reads()).isTrue();
        assertThat(way().jpeg().writes()).isTrue();
    }

    @Test
    void leavesEverythingToLibvipsOnAMachineWithoutTheLibrary() {
        DirectJpeg none = DirectJpegTrial.find(new Presence.Absent<>("there is none"));
        byte[] file = JpegFiles.variant("420");
        assertThat(none.reads()).isFalse();
        assertThat(none.decode(header(file), DecodeOptions.DEFAULT)).isEmpty();
        assertThat(none.encode(Pictures.waves(Mode.RGB, 9, 9), OPTIONS)).isEmpty();
        assertThat(none.probe(header(file))).isEmpty();
    }

    private static JpegHeader header(byte[] file) {
        return JpegHeader.read(MemorySegment.ofArray(file), Limits.DEFAULT);
    }

    private boolean takes(byte[] file, DecodeOptions options) {
        Optional<DecodedImage> decoded = way().jpeg().decode(header(file), options);
        decoded.ifPresent(DecodedImage::close);
        return decoded.isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "grey, true",
        "444, true",
        "422, true",
        "420, true",
        "440, true",
        "411, true",
        "doubled, true",
        "restart, true",
        "progressive, true",
        "progressive-grey, true",
        "one-scan-a-component, true",
        "one-scan-a-coefficient, true",
        "uneven, false",
        "rgb, false",
        "arithmetic, false",
        "arithmetic-progressive, false",
        "lossless, false",
        "deep, false"
    })
    void leavesToLibvipsWhatIsUnusual(String kind, boolean taken) {
        byte[] file = JpegFiles.variant(kind);
        assertThat(takes(file, DecodeOptions.DEFAULT)).isEqualTo(taken);
        assertThat(way().jpeg().probe(header(file)).isPresent()).isEqualTo(taken);
        if (!kind.equals("deep")) {
            assertReadAlike(file);
        }
    }

    @Test
    void leavesInksToLibvips() {
        byte[] inks = Encoder.encode(Pictures.waves(Mode.CMYK, 40, 30), OPTIONS, way());
        assertThat(takes(inks, DecodeOptions.DEFAULT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"420", "444", "progressive", "grey", "arithmetic"})
    void convertsColourAsLibvipsDoes(String kind) {
        byte[] wide = IccProfiles.srgb()
                .colors(
                        new double[] {0.51512, 0.24120, -0.00105},
                        new double[] {0.29198, 0.69225, 0.04189},
                        new double[] {0.15710, 0.06657, 0.78407})
                .bytes();
        byte[] file = JpegFiles.variant(kind);
        for (byte[] profile : List.of(
                wide,
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(),
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData(),
                ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData(),
                Arrays.copyOf(wide, 200),
                new byte[600])) {
            assertReadAlike(JpegFiles.withProfile(file, profile));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void writesAndReadsWhatLibvipsDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            Image image = picture(random);
            EncodeOptions options = OPTIONS.withQuality(1 + random.nextInt(100))
                    .withProgressive(random.nextBoolean())
                    .withSubsampling(random.nextBoolean() ? ChromaSubsampling.AUTO : ChromaSubsampling.NONE);
            byte[] own = way().jpeg().encode(image, options).orElseThrow();
            assertThat(own)
                    .as("%s %s %s", image.mode(), image.size(), options)
                    .isEqualTo(Encoder.encode(image, options, ShortWays.NONE));
            assertReadAlike(own);
        }
    }

    /** Waves or noise, of any size up to 70 a side. */
    private static Image picture(Random random) {
        Mode mode = random.nextBoolean() ? Mode.RGB : Mode.L;
        int width = 1 + random.nextInt(70);
        int height = 1 + random.nextInt(70);
        if (random.nextBoolean()) {
            return Pictures.waves(mode, width, height);
        }
        byte[] noise = new byte[width * height * mode.components()];
        random.nextBytes(noise);
        return Images.of(mode, new ImageSize(width, height), noise);
    }

    private void assertReadAlike(byte[] file) {
        ImageSize size = Decoder.probe(MemorySegment.ofArray(file), Limits.DEFAULT, ShortWays.NONE)
                .size();
        for (int factor = 1; factor <= 8; factor *= 2) {
            ImageSize hint = new ImageSize(Math.max(1, size.width() / factor), Math.max(1, size.height() / factor));
            DecodeOptions options = DecodeOptions.DEFAULT.withAtLeast(hint);
            assertThat(outcome(file, options, way()))
                    .as("%s at 1/%d", size, factor)
                    .isEqualTo(outcome(file, options, ShortWays.NONE));
        }
    }

    /** Everything that a caller sees of a file's decoding, or what it was refused as. */
    private static String outcome(byte[] file, DecodeOptions options, ShortWays way) {
        MemorySegment bytes = MemorySegment.ofArray(file);
        try (DecodedImage decoded = Decoder.decode(bytes, options, way)) {
            Image image = decoded.image();
            return Decoder.probe(bytes, options.limits(), way) + " " + decoded.info() + " " + image.mode() + " "
                    + image.size() + " " + Arrays.hashCode(Pictures.bytes(image));
        } catch (CorruptImage corrupt) {
            return "corrupt " + corrupt.stage();
        } catch (CodecException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"420", "grey", "progressive", "restart", "one-scan-a-component"})
    void readsOrRefusesMutatedFilesAsLibvipsDoes(String kind) {
        byte[] file = JpegFiles.withOrientation(JpegFiles.variant(kind), 6);
        Random random = new Random(5);
        DecodeOptions options = DecodeOptions.DEFAULT
                .withLimits(new Limits(1 << 20, 4096, 1 << 20, 50))
                .withAtLeast(new ImageSize(40, 30));
        int read = 0;
        for (int i = 0; i < 800; i++) {
            byte[] mutated = file.clone();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                // As often in the header as behind it.
                int end = random.nextBoolean() ? 700 : file.length;
                mutated[random.nextInt(Math.min(end, file.length))] = (byte) random.nextInt();
            }
            String own = outcome(mutated, options, way());
            assertThat(own).as("mutation %d", i).isEqualTo(outcome(mutated, options, ShortWays.NONE));
            read += own.startsWith("ImageInfo") ? 1 : 0;
        }
        assertThat(read).isBetween(50, 750);
    }

    @Test
    void readsOddExifAsLibvipsDoes() {
        byte[] file = JpegFiles.withOrientation(JpegFiles.variant("420"), 6);
        int exif = JpegFiles.indexOfMarker(file, 0xe1);
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            byte[] odd = file.clone();
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                odd[exif + 4 + random.nextInt(32)] = (byte) random.nextInt(i % 2 == 0 ? 256 : 16);
            }
            assertProbedAlike(odd);
        }
        assertProbedAlike(JpegFiles.withOrientation(file, 3));
    }

    @Test
    void readsOddProfilesAsLibvipsDoes() {
        byte[] file = JpegFiles.variant("420");
        byte[] piece = new byte[40];
        for (byte[] odd : List.of(
                JpegFiles.insert(file, 2, JpegFiles.profileSegment(piece, 1, 2)),
                JpegFiles.insert(file, 2, JpegFiles.profileSegment(piece, 2, 2)),
                JpegFiles.insert(file, 2, JpegFiles.profileSegment(piece, 0, 0)),
                JpegFiles.insert(file, 2, JpegFiles.profileSegment(new byte[0], 1, 1)),
                JpegFiles.insert(file, 2, JpegFiles.profileSegment(piece, 1, 1)),
                JpegFiles.withProfile(JpegFiles.withProfile(file, piece), piece),
                JpegFiles.withProfile(file, new byte[6], 6))) {
            assertProbedAlike(odd);
            assertReadAlike(odd);
        }
    }

    private void assertProbedAlike(byte[] file) {
        MemorySegment bytes = MemorySegment.ofArray(file);
        assertThat(Decoder.probe(bytes, Limits.DEFAULT, way()))
                .isEqualTo(Decoder.probe(bytes, Limits.DEFAULT, ShortWays.NONE));
    }
}
