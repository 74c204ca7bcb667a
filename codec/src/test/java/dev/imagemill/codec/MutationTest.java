package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty thousand files that are not quite what they were, the same ones in every run: each is an image or is refused with a reason. */
class MutationTest {
    private static final int FILES = Integer.getInteger("imagemill.mutations", 20_000);
    private static final Limits TIGHT = new Limits(1 << 20, 4096, 1 << 20, 50);

    /** A sound file to be mutated. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Kind(String name, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() throws Exception {
        List<Kind> kinds = new ArrayList<>();
        for (ImageFormat format : ImageFormat.values()) {
            if (format.canWrite() && format.canRead()) {
                kinds.add(new Kind(format.name(), encoded(Mode.RGBA, EncodeOptions.of(format))));
            }
        }
        byte[] jpeg = encoded(Mode.RGB, EncodeOptions.of(ImageFormat.JPEG));
        byte[] described = JpegFiles.withOrientation(
                JpegFiles.withProfile(
                        jpeg,
                        IccProfiles.srgb()
                                .curves(IccProfiles.table(64, x -> x * x))
                                .bytes()),
                6);
        kinds.add(new Kind("JPEG with EXIF and ICC", described));
        kinds.add(new Kind(
                "progressive JPEG",
                encoded(Mode.RGB, EncodeOptions.of(ImageFormat.JPEG).withProgressive(true))));
        kinds.add(new Kind("CMYK JPEG", encoded(Mode.CMYK, EncodeOptions.of(ImageFormat.JPEG))));
        kinds.add(new Kind(
                "interlaced PNG",
                encoded(Mode.RGB, EncodeOptions.of(ImageFormat.PNG).withProgressive(true))));
        kinds.add(new Kind("16-bit PNG", encoded(Mode.LA32, EncodeOptions.of(ImageFormat.PNG))));
        kinds.add(new Kind(
                "lossless WebP",
                encoded(Mode.RGBA, EncodeOptions.of(ImageFormat.WEBP).withLossless(true))));
        kinds.add(new Kind("16-bit TIFF", encoded(Mode.RGB48, EncodeOptions.of(ImageFormat.TIFF))));
        kinds.add(new Kind("CMYK TIFF", encoded(Mode.CMYK, EncodeOptions.of(ImageFormat.TIFF))));
        kinds.add(new Kind("GIF of three frames", PagesTest.pages("gif")));
        kinds.add(new Kind("TIFF of three pages", PagesTest.pages("tiff")));
        kinds.add(new Kind("SVG", SVG.getBytes(StandardCharsets.UTF_8)));
        return kinds;
    }

    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30">
              <defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1"/></linearGradient></defs>
              <rect width="40" height="30" fill="url(#g)"/><path d="M5 5 L20 25 C30 5 35 5 38 28 Z" opacity=".5"/>
              <g transform="rotate(20) scale(2)"><text x="2" y="8" font-size="4">text</text></g>
            </svg>
            """;

    private static byte[] encoded(Mode mode, EncodeOptions options) {
        Mode held = options.format().nearest(mode);
        return Codec.encode(Pictures.waves(mode, 40, 30).convert(held), options);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void refusesOrDecodesWhateverBecomesOfAFile(Kind kind) throws Exception {
        Random random = new Random(42);
        Mutation[] mutations = Mutation.values();
        long before = NativeMemory.bytes();
        int files = FILES / kinds().size() + 1;
        int refused = 0;
        for (int i = 0; i < files; i++) {
            byte[] mutant = mutations[i % mutations.length].of(kind.file(), random);
            // Sometimes two things happen to one file.
            mutant = mutant.length > 1 && random.nextInt(4) == 0
                    ? mutations[random.nextInt(mutations.length)].of(mutant, random)
                    : mutant;
            refused += isRefused(mutant, options(random)) ? 1 : 0;
        }
        System.out.println(files + " mutations of " + kind + ", seed 42: " + refused + " refused, the others decoded");
        assertThat(refused).as("of %d", files).isGreaterThan(files / 10);
        NativeMemory.assertNoneKeptSince(before);
    }

    private static DecodeOptions options(Random random) {
        DecodeOptions options = DecodeOptions.DEFAULT.withLimits(TIGHT).withToSrgb(random.nextInt(4) != 0);
        return switch (random.nextInt(4)) {
            case 0 -> options.withAtLeast(new ImageSize(5, 4));
            case 1 -> options.withPage(random.nextInt(3));
            default -> options;
        };
    }

    private static boolean isRefused(byte[] file, DecodeOptions options) {
        try (DecodedImage decoded = Codec.decode(file, options)) {
            ImageSize size = decoded.image().size();
            assertThat(size.pixels()).isBetween(1L, TIGHT.maxPixels());
            return false;
        } catch (CodecException expected) {
            assertThat(expected.getMessage()).isNotBlank();
            return true;
        } catch (RuntimeException | Error e) {
            return fail(options + " of " + HexFormat.of().formatHex(file), e);
        }
    }
}
