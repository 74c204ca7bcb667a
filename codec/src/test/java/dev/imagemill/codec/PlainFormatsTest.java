package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.AlphaMode;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.array.Npy;
import dev.imagemill.imageop.array.NumberArray;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFormatsTest {
    private static final DecodeOptions AS_STORED = DecodeOptions.DEFAULT.withToSrgb(false);

    static List<PlainSample> samples() {
        return PlainSample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEveryPixel(PlainSample sample) {
        assertThat(Codec.sniff(sample.file())).contains(sample.format());
        Image image = Pictures.decoded(sample.file(), AS_STORED);
        assertThat(image.mode()).isEqualTo(sample.stored().mode());
        assertThat(image.size()).isEqualTo(sample.stored().size());
        // What is transparent has no colour of its own, and what nearly is has hardly one, on Photoshop's white.
        double tolerance =
                sample.format() == ImageFormat.PSD && image.mode().hasAlpha() ? 25 : Double.POSITIVE_INFINITY;
        if (tolerance == Double.POSITIVE_INFINITY) {
            assertThat(Pictures.bytes(image)).isEqualTo(Pictures.bytes(sample.stored()));
        } else {
            assertThat(Pictures.psnr(
                            image.convertAlpha(AlphaMode.STRAIGHT, AlphaMode.PREMULTIPLIED),
                            sample.stored().convertAlpha(AlphaMode.STRAIGHT, AlphaMode.PREMULTIPLIED)))
                    .isGreaterThan(50);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void foretellsWhatItDecodes(PlainSample sample) {
        ImageInfo info = Codec.probe(sample.file(), Limits.DEFAULT);
        assertThat(info.format()).isEqualTo(sample.format());
        assertThat(info.size()).isEqualTo(sample.stored().size());
        assertThat(info.orientation()).isEqualTo(1);
        try (DecodedImage decoded = Codec.decode(sample.file(), DecodeOptions.DEFAULT)) {
            assertThat(decoded.image().mode()).isEqualTo(info.mode());
            assertThat(decoded.image().size()).isEqualTo(info.size());
            assertThat(decoded.info()).isEqualTo(info);
            assertThat(info.mode().bitsPerComponent())
                    .isEqualTo(sample.stored().mode().bitsPerComponent());
        }
    }

    @Test
    void bringsInkToRgbOfTheSameDepth() {
        Image ink = Pictures.waves(Mode.CMYK64, 37, 21);
        byte[] psd =
                PlainFormatFiles.psd(PlainSample.asPhotoshop(ink), 4, false, false, false, new byte[0], new byte[0]);
        Image fromPsd = Pictures.decoded(psd);
        Image fromTiff = Pictures.decoded(Codec.encode(ink, EncodeOptions.of(ImageFormat.TIFF)));
        assertThat(fromPsd.mode()).isEqualTo(Mode.RGB48);
        assertThat(Pictures.psnr(fromPsd, fromTiff)).isGreaterThan(60);
    }

    @Test
    void appliesTheProfileOfAPhotoshopDocument() {
        IccProfiles swapped = IccProfiles.srgb();
        byte[] profile = swapped.with("rXYZ", IccProfiles.color(IccProfiles.SRGB_BLUE))
                .with("bXYZ", IccProfiles.color(IccProfiles.SRGB_RED))
                .bytes();
        Image image = Pictures.halves(new ImageSize(20, 10), new long[] {200, 0, 0}, new long[] {0, 0, 200});
        byte[] psd = PlainFormatFiles.psd(image, 3, false, true, false, new byte[0], profile);
        assertThat(Codec.probe(psd, Limits.DEFAULT).hasIccProfile()).isTrue();
        Image managed = Pictures.decoded(psd);
        assertThat(managed.component(2, 5, 2)).isBetween(190L, 210L);
        assertThat(managed.component(18, 5, 0)).isBetween(190L, 210L);
    }

    @Test
    void countsTheLargestPictureOfAnIconFirst() {
        Image large = Pictures.waves(Mode.RGBA, 48, 48);
        Image small = Pictures.waves(Mode.RGBA, 16, 16);
        byte[] icon = BitmapFiles.icon(new int[] {16, 48}, BitmapFiles.iconOf32(small), BitmapFiles.iconOf32(large));
        assertThat(Codec.probe(icon, Limits.DEFAULT).pages()).isEqualTo(2);
        assertThat(Pictures.bytes(Pictures.decoded(icon, AS_STORED.withPage(1))))
                .isEqualTo(Pictures.bytes(small));
        assertThatThrownBy(() -> Codec.decode(icon, AS_STORED.withPage(2))).isInstanceOf(UnsupportedImage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P8 1 1\n1\n.",
                "P2 is a class of road",
                "BM is not a bitmap, and this is no header",
                "#?RADIATION\n",
                "\0\0\u0001\0\0\0 no picture in this icon",
                "\0\0\u0001\0\u0001\0\u0010\u0010\0\u0001 reserved is not zero",
                "\0\0\u0002\0\0\0\0\0\0\0\0\0\u0001\0\0\0\u0018\0 a TGA without width",
                "\0\0\u0002\0\0\0\0\0\0\0\0\0\u0001\0\u0001\0\u0019\0 a TGA of 25 bits"
            })
    void isNotTakenInByWhatBeginsAlike(String text) {
        assertThat(Codec.sniff(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void refusesWhatIsSoundButNotRead() {
        byte[] lab =
                PlainFormatFiles.psd(Pictures.waves(Mode.RGB, 8, 8), 9, false, false, false, new byte[0], new byte[0]);
        byte[] triples = Npy.toBytes(NumberArray.of(new byte[5 * 5 * 5], 5, 5, 5));
        byte[] floats = Npy.toBytes(NumberArray.of(new float[18], 3, 3, 2));
        for (byte[] file : List.of(
                lab,
                triples,
                floats,
                "#?RADIANCE\nFORMAT=32-bit_rle_xyze\n\n-Y 1 +X 1\n....".getBytes(StandardCharsets.US_ASCII),
                "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 5\nMAXVAL 255\nENDHDR\n.....".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> Codec.probe(file, Limits.DEFAULT)).isInstanceOf(UnsupportedImage.class);
        }
    }
}
