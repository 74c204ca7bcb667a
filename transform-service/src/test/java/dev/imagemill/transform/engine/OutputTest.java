package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.ImageMetadata;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.MetadataPolicy;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.array.ArrayImages;
import dev.imagemill.imageop.array.ArrayLayout;
import dev.imagemill.imageop.array.Npy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final Image DEEP = Images.filled(Mode.RGB48, new ImageSize(40, 30), 0x1234, 0x8000, 0xfedc);
    private static final List<OutputFormat> DEEP_FORMATS =
            List.of(OutputFormat.PNG, OutputFormat.TIFF, OutputFormat.AVIF, OutputFormat.NPY, OutputFormat.RAW);

    private static Outcome.Rendered render(byte[] source, Output output, Operation... operations) {
        Outcome outcome = ENGINE.render(Source.of(source), List.of(Pipeline.of(output, operations)))
                .getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
        return (Outcome.Rendered) outcome;
    }

    private static byte[] file(ImageFormat format, Image image) {
        return Codec.encode(image, EncodeOptions.of(format).withLossless(true));
    }

    /** A Netpbm file; deep samples lie most significant byte first there. */
    private static byte[] anymap(String header, Image image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        boolean deep = image.mode().bitsPerComponent() == 16;
        for (int i = 0; i < image.size().pixels() * image.mode().components(); i++) {
            int pixel = i / image.mode().components();
            long value = image.component(
                    pixel % image.size().width(),
                    pixel / image.size().width(),
                    i % image.mode().components());
            if (deep) {
                file.write((int) value >> 8);
            }
            file.write((int) value);
        }
        return file.toByteArray();
    }

    /** The same deep picture in every format that can hold it. */
    static Stream<byte[]> deepSources() {
        return Stream.of(
                file(ImageFormat.PNG, DEEP),
                file(ImageFormat.TIFF, DEEP),
                file(ImageFormat.AVIF, DEEP),
                anymap("P6 40 30 65535\n", DEEP),
                Npy.toBytes(ArrayImages.toArray(DEEP, ArrayLayout.HWC)));
    }

    @ParameterizedTest
    @MethodSource("deepSources")
    void keepsSixteenBitsOfEveryFormatInEveryFormat(byte[] source) {
        for (OutputFormat format : DEEP_FORMATS) {
            Image result = read(render(source, Output.of(format)));
            assertThat(result.mode()).as(format.id()).isEqualTo(Mode.RGB48);
            long tolerance =
                    Codec.sniff(source).equals(java.util.Optional.of(ImageFormat.AVIF)) || format == OutputFormat.AVIF
                            ? 0x300
                            : 0;
            for (int c = 0; c < 3; c++) {
                assertThat(Math.abs(result.component(20, 15, c) - DEEP.component(20, 15, c)))
                        .as("component %d in %s", c, format.id())
                        .isLessThanOrEqualTo(tolerance);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("deepSources")
    void makesEightBitsOfSixteenOnlyIfAsked(byte[] source) {
        for (OutputFormat format : DEEP_FORMATS) {
            assertThat(read(render(source, Output.of(format).withDepth(8))).mode())
                    .as(format.id())
                    .isEqualTo(Mode.RGB);
        }
    }

    @Test
    void makesSixteenBitsOfEightIfAsked() {
        byte[] source = file(ImageFormat.PNG, Images.filled(Mode.LA, new ImageSize(8, 8), 0x12, 0xfe));

        Image result = read(render(source, Output.of(OutputFormat.TIFF).withDepth(16)));

        assertThat(result.mode()).isEqualTo(Mode.LA32);
        assertThat(result.component(3, 3, 0)).isEqualTo(0x1212);
        assertThat(result.component(3, 3, 1)).isEqualTo(0xfefe);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 12})
    void writesDeepAvif(int depth) {
        byte[] source = file(ImageFormat.PNG, Images.filled(Mode.RGB, new ImageSize(8, 8), 1, 2, 3));

        Outcome.Rendered result = render(source, Output.of(OutputFormat.AVIF).withDepth(depth));

        assertThat(Codec.probe(result.bytes(), Limits.DEFAULT).mode()).isEqualTo(Mode.RGB48);
    }

    /** Full cyan, which no screen shows as the 0, 255, 255 that plain arithmetic makes of it. */
    static Stream<byte[]> inks() {
        Image ink = Images.filled(Mode.CMYK, new ImageSize(32, 32), 255, 0, 0, 0);
        return Stream.of(
                Codec.encode(ink, EncodeOptions.of(ImageFormat.JPEG).withQuality(97)),
                file(ImageFormat.TIFF, ink),
                file(ImageFormat.TIFF, ink.convert(Mode.CMYK64)),
                anymap("P7\nWIDTH 32\nHEIGHT 32\nDEPTH 4\nMAXVAL 255\nTUPLTYPE CMYK\nENDHDR\n", ink));
    }

    @ParameterizedTest
    @MethodSource("inks")
    void managesInkOfEveryFormat(byte[] source) {
        Image result = read(render(source, Output.of(OutputFormat.PNG).withDepth(8)));

        assertThat(result.mode()).isEqualTo(Mode.RGB);
        assertThat(result.component(16, 16, 0)).isLessThan(30);
        assertThat(result.component(16, 16, 1)).isBetween(120L, 215L);
        assertThat(result.component(16, 16, 2)).isBetween(180L, 250L);
    }

    @Test
    void saysHowRawSamplesAreToBeRead() {
        Outcome.Rendered raw = render(file(ImageFormat.PNG, DEEP), Output.of(OutputFormat.RAW));

        assertThat(raw.mediaType()).isEqualTo("application/vnd.imagemill.raw;mode=RGB48;width=40;height=30");
        assertThat(raw.bytes()).hasSize(40 * 30 * 6).startsWith(0x34, 0x12, 0x00, 0x80, 0xdc, 0xfe);
    }

    @Test
    void keepsMetadataWithTheOrientationThatPixelsNeed() {
        byte[] source = Pictures.withOrientation(Pictures.jpeg(Pictures.photograph(64, 48)), 6);
        Output keep = Output.of(OutputFormat.JPEG).withMetadata(MetadataPolicy.KEEP);

        ImageInfo turned = info(render(source, keep, new Autorotate()));
        ImageInfo asStored = info(render(source, keep));
        ImageInfo stripped = info(render(source, Output.of(OutputFormat.JPEG), new Autorotate()));

        assertThat(turned.orientation()).isEqualTo(1);
        assertThat(turned.size()).isEqualTo(new ImageSize(48, 64));
        assertThat(asStored.orientation()).isEqualTo(6);
        assertThat(asStored.orientedSize()).isEqualTo(new ImageSize(48, 64));
        assertThat(stripped.orientation()).isEqualTo(1);
        assertThat(Codec.metadata(render(source, Output.of(OutputFormat.JPEG)).bytes(), Limits.DEFAULT))
                .extracting(ImageMetadata::isEmpty)
                .isEqualTo(true);
    }

    @Test
    void writesAsManyPassesAsAsked() {
        byte[] source = file(ImageFormat.PNG, Pictures.photograph(64, 48));
        for (OutputFormat format : List.of(OutputFormat.JPEG, OutputFormat.PNG)) {
            Output plain = Output.of(format);
            Output passes =
                    new Output(format, 80, false, plain.effort(), true, plain.subsampling(), plain.background());
            assertThat(info(render(source, passes)).interlaced()).isTrue();
            assertThat(info(render(source, plain)).interlaced()).isFalse();
        }
    }

    private static ImageInfo info(Outcome.Rendered rendered) {
        return Codec.probe(rendered.bytes(), Limits.DEFAULT);
    }

    /** The picture of a result; raw samples by what their media type says. */
    private static Image read(Outcome.Rendered rendered) {
        if (!rendered.mediaType().startsWith("application/vnd.imagemill.raw")) {
            return Pictures.decode(rendered.bytes());
        }
        String[] parameters = rendered.mediaType().split("[;=]", -1);
        return Images.of(
                Mode.parse(parameters[2]),
                new ImageSize(Integer.parseInt(parameters[4]), Integer.parseInt(parameters[6])),
                rendered.bytes());
    }
}
