package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final DecodeOptions AS_STORED = DecodeOptions.DEFAULT.withToSrgb(false);

    static Stream<EncodeOptions> lossless() {
        return Stream.of(
                EncodeOptions.of(ImageFormat.PNG),
                EncodeOptions.of(ImageFormat.PNG).withProgressive(true),
                EncodeOptions.of(ImageFormat.PNG).withEffort(0),
                EncodeOptions.of(ImageFormat.TIFF),
                EncodeOptions.of(ImageFormat.NPY),
                EncodeOptions.of(ImageFormat.WEBP).withLossless(true),
                EncodeOptions.of(ImageFormat.AVIF).withLossless(true));
    }

    @ParameterizedTest
    @MethodSource("lossless")
    void keepsEveryPixelLosslessly(EncodeOptions options) {
        for (Mode mode : Mode.all()) {
            // An array of four channels does not say that they are ink.
            boolean says = options.format() != ImageFormat.NPY || (mode != Mode.CMYK && mode != Mode.CMYK64);
            if (says
                    && options.format().holds(mode)
                    && !(options.format() == ImageFormat.AVIF && mode.bitsPerComponent() == 16)) {
                Image image = Pictures.waves(mode, 37, 21);
                Image back = Pictures.decoded(Codec.encode(image, options), AS_STORED);
                assertThat(Pictures.bytes(back.convert(mode)))
                        .as("%s in %s", mode, options)
                        .isEqualTo(Pictures.bytes(image));
            }
        }
    }

    @Test
    void writesSamplesAloneAsRaw() {
        for (Mode mode : Mode.all()) {
            Image image = Pictures.waves(mode.planar() ? Mode.L : mode, 36, 20).convert(mode);
            byte[] raw = Codec.encode(image, EncodeOptions.of(ImageFormat.RAW));
            assertThat(raw.length).isEqualTo(mode.length(36, 20));
            long last = image.segment().byteSize() - mode.bytesPerComponent();
            long sample = 0;
            for (int i = mode.bytesPerComponent() - 1; i >= 0; i--) {
                sample = sample << 8 | (raw[(int) last + i] & 0xff);
            }
            assertThat(sample)
                    .as("last sample of %s, little-endian", mode)
                    .isEqualTo(
                            mode.planar()
                                    ? image.segment().get(java.lang.foreign.ValueLayout.JAVA_BYTE, last) & 0xff
                                    : image.component(35, 19, mode.components() - 1));
        }
    }

    @Test
    void keepsTenBitsOfAvifIfAsked() {
        Image image = Pictures.waves(Mode.RGB48, 40, 30);
        EncodeOptions twelve = EncodeOptions.of(ImageFormat.AVIF).withLossless(true);
        double fine = Pictures.psnr(image, Pictures.decoded(Codec.encode(image, twelve)));
        double coarse = Pictures.psnr(image, Pictures.decoded(Codec.encode(image, twelve.withDeepBits(10))));
        assertThat(coarse).isGreaterThan(50).isLessThan(fine - 6);
    }

    @Test
    void keepsTwelveBitsOfDeepAvif() {
        Image image = Pictures.waves(Mode.RGB48, 40, 30);
        byte[] file = Codec.encode(image, EncodeOptions.of(ImageFormat.AVIF).withLossless(true));
        assertThat(Codec.probe(file, Limits.DEFAULT).mode()).isEqualTo(Mode.RGB48);
        assertThat(Pictures.psnr(image, Pictures.decoded(file))).isGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "WEBP", "AVIF"})
    void losesLittleAtHighQualityAndMoreAtLow(ImageFormat format) {
        Image image = Pictures.waves(Mode.RGB, 200, 150);
        EncodeOptions options = EncodeOptions.of(format);
        byte[] fine = Codec.encode(image, options.withQuality(92));
        byte[] coarse = Codec.encode(image, options.withQuality(20));
        assertThat(coarse.length).isLessThan(fine.length);
        assertThat(Pictures.psnr(image, Pictures.decoded(fine))).isGreaterThan(38);
        assertThat(Pictures.psnr(image, Pictures.decoded(coarse)))
                .isGreaterThan(24)
                .isLessThan(Pictures.psnr(image, Pictures.decoded(fine)));
    }

    @Test
    void writesProgressiveJpegWithTheSamePixels() {
        Image image = Pictures.waves(Mode.RGB, 120, 80);
        EncodeOptions options = EncodeOptions.of(ImageFormat.JPEG);
        byte[] progressive = Codec.encode(image, options.withProgressive(true));
        assertThat(JpegFiles.indexOfMarker(progressive, 0xc2)).isPositive();
        assertThat(Pictures.bytes(Pictures.decoded(progressive)))
                .isEqualTo(Pictures.bytes(Pictures.decoded(Codec.encode(image, options))));
    }

    @Test
    void subsamplesColourAsAsked() {
        Image image = Pictures.waves(Mode.RGB, 64, 64);
        EncodeOptions options = EncodeOptions.of(ImageFormat.JPEG);
        assertThat(sampling(image, options)).isEqualTo(0x22);
        assertThat(sampling(image, options.withQuality(95))).isEqualTo(0x11);
        assertThat(sampling(image, options.withSubsampling(ChromaSubsampling.NONE)))
                .isEqualTo(0x11);
        assertThat(sampling(image, options.withQuality(95).withSubsampling(ChromaSubsampling.HALF)))
                .isEqualTo(0x22);
    }

    /** Horizontal and vertical sampling of the first component, in the frame header. */
    private static int sampling(Image image, EncodeOptions options) {
        byte[] file = Codec.encode(image, options);
        return file[JpegFiles.indexOfMarker(file, 0xc0) + 11];
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.codec.Pictures#written")
    void givesTheSameBytesForTheSameImage(ImageFormat format) {
        Image image = Pictures.waves(Mode.RGB, 90, 60);
        assertThat(Codec.encode(image, EncodeOptions.of(format)))
                .isEqualTo(Codec.encode(image, EncodeOptions.of(format)));
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.codec.Pictures#written")
    void writesNoMetadata(ImageFormat format) {
        byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 20, 20), EncodeOptions.of(format));
        ImageInfo info = Codec.probe(file, Limits.DEFAULT);
        assertThat(info.hasIccProfile()).isFalse();
        assertThat(info.orientation()).isEqualTo(1);
        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif\0", "photoshop:");
    }

    @Test
    void encodesNativeAndHeapMemoryAlike() {
        Image heap = Pictures.waves(Mode.RGBA, 31, 17);
        try (Arena arena = Arena.ofConfined()) {
            Image outside = Images.wrap(
                    heap.mode(),
                    heap.size(),
                    arena.allocate(heap.segment().byteSize()).copyFrom(heap.segment()));
            EncodeOptions options = EncodeOptions.of(ImageFormat.WEBP);
            assertThat(Codec.encode(outside, options)).isEqualTo(Codec.encode(heap, options));
        }
    }

    @Test
    void limitsGifToItsPaletteAndKeepsItsTransparency() {
        Image image = Pictures.waves(Mode.RGBA, 100, 60);
        Image back = Pictures.decoded(Codec.encode(image, EncodeOptions.of(ImageFormat.GIF)));
        assertThat(back.component(0, 30, 3)).isZero();
        assertThat(back.component(99, 30, 3)).isEqualTo(255);
    }

    @Test
    void refusesModesThatTheFormatCannotHoldAndNamesOneItCan() {
        Image image = Pictures.waves(Mode.RGBA, 8, 8);
        assertThatThrownBy(() -> Codec.encode(image, EncodeOptions.of(ImageFormat.JPEG)))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessage("jpeg does not hold mode RGBA; the nearest it holds is RGB");
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.codec.Pictures#written")
    void holdsTheModeThatItCallsNearest(ImageFormat format) {
        for (Mode mode : Mode.all()) {
            assertThat(format.holds(format.nearest(mode)))
                    .as("%s, %s", format, mode)
                    .isTrue();
            assertThat(Codec.encode(Pictures.waves(format.nearest(mode), 12, 10), EncodeOptions.of(format)))
                    .as("%s, %s", format, mode)
                    .isNotEmpty();
        }
    }

    @Test
    void refusesASideThatTheFormatCannotHold() {
        Image wide = Images.create(Mode.L, new ImageSize(16_384, 1));
        assertThatThrownBy(() -> Codec.encode(wide, EncodeOptions.of(ImageFormat.WEBP)))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("16383");
    }
}
