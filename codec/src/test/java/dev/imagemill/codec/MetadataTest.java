package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataTest {
    private static final Image PICTURE = Pictures.waves(Mode.RGB, 40, 30);
    private static final String XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:tiff='http://ns.adobe.com/tiff/1.0/'>"
            + "<rdf:Description tiff:Orientation='6' tiff:Make='Mill'/></rdf:RDF></x:xmpmeta>";

    static Stream<ImageFormat> withExif() {
        return Stream.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.AVIF);
    }

    private static ImageMetadata source() {
        return Codec.metadata(
                MetadataFiles.jpeg(Codec.encode(PICTURE, EncodeOptions.of(ImageFormat.JPEG)), XMP), Limits.DEFAULT);
    }

    /** What a file of this format says when it is read again: as a JPEG, which has everything in the clear. */
    private static String written(ImageFormat format, ImageMetadata metadata) {
        byte[] file = Codec.encode(PICTURE, EncodeOptions.of(format).withMetadata(metadata));
        ImageMetadata read = Codec.metadata(file, Limits.DEFAULT);
        return new String(
                Codec.encode(PICTURE, EncodeOptions.of(ImageFormat.JPEG).withMetadata(read)),
                StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("withExif")
    void keepsExifAndXmp(ImageFormat format) {
        String file = written(format, source());

        assertThat(file).contains("Ansel (c) 1941\0", "Adams, A.\0", "Moonrise over Hernandez\0", "tiff:Make='Mill'");
    }

    @Test
    void keepsXmpInTiff() {
        assertThat(written(ImageFormat.TIFF, source())).contains("tiff:Make='Mill'");
        assertThat(written(ImageFormat.TIFF, source().copyrightOnly()))
                .contains("<rdf:li>Adams, A.</rdf:li>", ">Ansel (c) 1941<")
                .doesNotContain("tiff:Make");
    }

    @Test
    void saysTheSameOrientationInXmp() {
        byte[] file =
                Codec.encode(PICTURE, EncodeOptions.of(ImageFormat.JPEG).withMetadata(source().withOrientation(8)));

        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("tiff:Orientation='8'");
    }

    @Test
    void keepsIptcInJpeg() {
        assertThat(written(ImageFormat.JPEG, source())).contains("Caption of IPTC");
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "PNG", "WEBP", "AVIF", "TIFF"})
    void writesTheOrientationThatPixelsStillNeed(ImageFormat format) {
        for (int orientation : new int[] {1, 6, 8}) {
            byte[] file =
                    Codec.encode(PICTURE, EncodeOptions.of(format).withMetadata(source().withOrientation(orientation)));
            ImageInfo info = Codec.probe(file, Limits.DEFAULT);
            // AVIF has its own way to say it, which decoders obey by themselves.
            if (format == ImageFormat.AVIF) {
                assertThat(info.size().width()).isEqualTo(orientation == 1 ? 40 : 30);
                assertThat(info.orientation()).isEqualTo(1);
            } else {
                assertThat(info.orientation()).as("%s %d", format, orientation).isEqualTo(orientation);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withExif")
    void keepsCopyrightAlone(ImageFormat format) {
        String file = written(format, source().copyrightOnly().withOrientation(1));

        assertThat(file)
                .contains("Ansel (c) 1941\0", "Adams, A.\0")
                .doesNotContain("Moonrise", "tiff:Make", "Caption of IPTC");
    }

    @Test
    void findsCopyrightInIptcWhereExifHasNone() {
        byte[] jpeg = MetadataFiles.insert(
                Codec.encode(PICTURE, EncodeOptions.of(ImageFormat.JPEG)), MetadataFiles.iptc("All rights (reserved)"));
        ImageMetadata metadata = Codec.metadata(jpeg, Limits.DEFAULT).copyrightOnly();

        assertThat(written(ImageFormat.JPEG, metadata))
                .contains("All rights (reserved)")
                .doesNotContain("Caption");
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"})
    void changesNoPixel(ImageFormat format) {
        EncodeOptions options = EncodeOptions.of(format);

        assertThat(Pictures.bytes(
                        Pictures.decoded(Codec.encode(PICTURE, options.withMetadata(source().withOrientation(1))))))
                .isEqualTo(Pictures.bytes(Pictures.decoded(Codec.encode(PICTURE, options))));
    }

    @Test
    void knowsThatThereIsNothing() {
        assertThat(Codec.metadata(Codec.encode(PICTURE, EncodeOptions.of(ImageFormat.PNG)), Limits.DEFAULT)
                        .isEmpty())
                .isTrue();
        for (PlainSample sample : PlainSample.all()) {
            assertThat(Codec.metadata(sample.file(), Limits.DEFAULT).isEmpty()).isTrue();
        }
    }
}
