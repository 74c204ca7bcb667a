package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {
    private static byte[] jpeg() {
        return Codec.encode(Pictures.waves(Mode.RGB, 60, 40), EncodeOptions.of(ImageFormat.JPEG));
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.codec.Pictures#written")
    void saysWhatTheHeaderSays(ImageFormat format) {
        byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 60, 40), EncodeOptions.of(format));
        assertThat(Codec.probe(file, Limits.DEFAULT))
                .isEqualTo(new ImageInfo(format, new ImageSize(60, 40), Mode.RGB, 1, 1, false, false, false));
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.codec.Pictures#written")
    void namesTheModeThatDecodingGives(ImageFormat format) {
        for (Mode mode : Mode.all()) {
            if (format.holds(mode)) {
                byte[] file = Codec.encode(Pictures.waves(mode, 20, 10), EncodeOptions.of(format));
                ImageInfo info = Codec.probe(file, Limits.DEFAULT);
                assertThat(Pictures.decoded(file).mode())
                        .as("%s %s", format, mode)
                        .isEqualTo(info.mode());
                assertThat(info.hasAlpha()).isEqualTo(info.mode().hasAlpha());
            }
        }
    }

    @Test
    void saysWhetherPixelsComeInSeveralPasses() {
        Image image = Pictures.waves(Mode.RGB, 60, 40);
        for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.PNG}) {
            EncodeOptions options = EncodeOptions.of(format);
            byte[] inPasses = Codec.encode(image, options.withProgressive(true));
            assertThat(Codec.probe(inPasses, Limits.DEFAULT).interlaced()).isTrue();
            assertThat(Codec.probe(Codec.encode(image, options), Limits.DEFAULT).interlaced())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void reportsOrientationAndDoesNotApplyIt(int orientation) {
        byte[] file = JpegFiles.withOrientation(jpeg(), orientation);
        ImageInfo info = Codec.probe(file, Limits.DEFAULT);
        assertThat(info.orientation()).isEqualTo(orientation);
        assertThat(info.size()).isEqualTo(new ImageSize(60, 40));
        assertThat(info.orientedSize()).isEqualTo(orientation < 5 ? new ImageSize(60, 40) : new ImageSize(40, 60));
        assertThat(Pictures.bytes(Pictures.decoded(file))).isEqualTo(Pictures.bytes(Pictures.decoded(jpeg())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 1000})
    void takesAnOrientationThatDoesNotExistForUpright(int orientation) {
        byte[] file = JpegFiles.withOrientation(jpeg(), orientation);
        assertThat(Codec.probe(file, Limits.DEFAULT).orientation()).isEqualTo(1);
    }

    @Test
    void seesAProfile() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        assertThat(Codec.probe(JpegFiles.withProfile(jpeg(), profile), Limits.DEFAULT)
                        .hasIccProfile())
                .isTrue();
    }

    @Test
    void readsTheHeaderOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("really.png"), jpeg());
        assertThat(Codec.probe(file, Limits.DEFAULT).format()).isEqualTo(ImageFormat.JPEG);
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            Image image = decoded.image();
            assertThat(image.size()).isEqualTo(decoded.info().size());
        }
    }

    @Test
    void needsNoMoreThanTheHeader() {
        byte[] file = JpegFiles.withOrientation(jpeg(), 6);
        byte[] header = Arrays.copyOf(file, JpegFiles.indexOfMarker(file, 0xda) + 40);
        assertThat(Codec.probe(header, Limits.DEFAULT)).isEqualTo(Codec.probe(file, Limits.DEFAULT));
    }

    @Test
    void readsSvgAtItsOwnSize() {
        byte[] svg = """
                <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20">
                  <rect width="15" height="20" fill="#f00"/>
                </svg>""".getBytes(StandardCharsets.UTF_8);
        assertThat(Codec.probe(svg, Limits.DEFAULT))
                .isEqualTo(new ImageInfo(ImageFormat.SVG, new ImageSize(30, 20), Mode.RGBA, 1, 1, true, false, false));
        Image image = Pictures.decoded(svg);
        assertThat(image.component(5, 5, 0)).isEqualTo(255);
        assertThat(image.component(20, 5, 3)).isZero();
    }

    @Test
    void doesNotFetchWhatAnSvgRefersTo(@TempDir Path folder) throws IOException {
        Path secret = Files.write(folder.resolve("secret.png"), PngFiles.zeros(10, 10, 110));
        byte[] svg = """
                <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">
                  <image href="%s" width="10" height="10"/>
                </svg>""".formatted(secret.toUri()).getBytes(StandardCharsets.UTF_8);
        assertThat(Pictures.bytes(Pictures.decoded(svg))).containsOnly(0);
    }

    @Test
    void tellsUnreadImagesFromWhatIsNone() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Codec.probe(heic, Limits.DEFAULT))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("HEIC");
        assertThatThrownBy(() -> Codec.probe(new byte[0], Limits.DEFAULT)).isInstanceOf(NotAnImage.class);
        assertThatThrownBy(() -> Codec.probe("hello".getBytes(StandardCharsets.UTF_8), Limits.DEFAULT))
                .isInstanceOf(NotAnImage.class);
    }
}
