package dev.imagemill.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.CorruptImage;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.LimitExceeded;
import dev.imagemill.codec.Limits;
import dev.imagemill.codec.NotAnImage;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleImagesTest {
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void render() throws IOException {
        SampleImages.writeTo(folder);
        for (SampleFile sample : SampleImages.all()) {
            FILES.put(sample.name(), Files.readAllBytes(folder.resolve(sample.name())));
        }
    }

    @Test
    void areADozenSoundOnesThatDecodeWhole() {
        long sound = SampleImages.all().stream()
                .filter(SampleFile::sound)
                .peek(sample -> {
                    try (DecodedImage decoded = Codec.decode(file(sample.name()), DecodeOptions.DEFAULT)) {
                        assertThat(spread(decoded.image())).as(sample.name()).isGreaterThan(60);
                    }
                })
                .count();

        assertThat(sound).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void lieAsTheirOrientationSays(int orientation) {
        ImageInfo info = probe("orientation-" + orientation + ".jpg");

        assertThat(info.orientation()).isEqualTo(orientation);
        assertThat(info.orientedSize()).isEqualTo(new ImageSize(1200, 800));
    }

    @Test
    void areUprightWithoutAnyTurn() {
        assertThat(probe("mountain-lake.jpg").orientation()).isEqualTo(1);
        try (DecodedImage lake = Codec.decode(file("mountain-lake.jpg"), DecodeOptions.DEFAULT)) {
            assertThat(blueness(lake.image(), 20)).isGreaterThan(blueness(lake.image(), 1000));
        }
    }

    @Test
    void bringSixteenBitsAlphaInksAndAnimation() {
        assertThat(probe("deep-haze-16-bit.png").mode()).isEqualTo(Mode.RGB48);
        assertThat(probe("lantern-alpha.png").hasAlpha()).isTrue();
        assertThat(probe("printed-cmyk.tif").format()).isEqualTo(ImageFormat.TIFF);
        assertThat(probe("sunrise-animated.webp").pages()).isEqualTo(8);
        DecodeOptions asStored = DecodeOptions.DEFAULT.withToSrgb(false);
        try (DecodedImage inks = Codec.decode(file("printed-cmyk.tif"), asStored)) {
            assertThat(inks.image().mode()).isEqualTo(Mode.CMYK);
        }
    }

    @Test
    void showAnotherPictureOnEachFrame() {
        assertThat(framePixel(0)).isNotEqualTo(framePixel(5));
    }

    @Test
    void areBrokenInThreeWays() {
        assertThatThrownBy(() -> decode("broken-cut-off.jpg")).isInstanceOf(CorruptImage.class);
        assertThatThrownBy(() -> decode("broken-letter.jpg")).isInstanceOf(NotAnImage.class);
        assertThatThrownBy(() -> decode("broken-huge.png")).isInstanceOf(LimitExceeded.class);
        assertThatThrownBy(() -> decode("broken-huge.png")).isInstanceOf(CodecException.class);
    }

    @Test
    void areTheSameBytesEveryTime() {
        for (SampleFile sample : SampleImages.all()) {
            if (!sample.name().equals("mountain-lake.jpg")) {
                assertThat(sample.content().bytes()).as(sample.name()).isEqualTo(file(sample.name()));
            }
        }
    }

    @Test
    void areNotRenderedAgainWhereTheyLie() throws IOException {
        Path marked = folder.resolve("broken-letter.jpg");
        Files.writeString(marked, "mine");
        SampleImages.writeTo(folder);

        assertThat(marked).hasContent("mine");
        Files.write(marked, file("broken-letter.jpg"));
    }

    private static byte[] file(String name) {
        return Objects.requireNonNull(FILES.get(name), name);
    }

    private static ImageInfo probe(String name) {
        return Codec.probe(file(name), Limits.DEFAULT);
    }

    private static void decode(String name) {
        Codec.decode(file(name), DecodeOptions.DEFAULT).close();
    }

    private static long framePixel(int frame) {
        try (DecodedImage decoded =
                Codec.decode(file("sunrise-animated.webp"), DecodeOptions.DEFAULT.withPage(frame))) {
            return decoded.image().component(110, 84, 2);
        }
    }

    /** Difference between the darkest and the brightest of some pixels, in 8 bits. */
    private static long spread(Image image) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int y = 0; y < image.size().height(); y += 7) {
            for (int x = 0; x < image.size().width(); x += 7) {
                long value = image.component(x, y, 0);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return (most - least) * 255 / image.mode().maxValue();
    }

    private static double blueness(Image image, int y) {
        double sum = 0;
        for (int x = 0; x < image.size().width(); x++) {
            sum += image.component(x, y, 2) - image.component(x, y, 0);
        }
        return sum / image.size().width();
    }
}
