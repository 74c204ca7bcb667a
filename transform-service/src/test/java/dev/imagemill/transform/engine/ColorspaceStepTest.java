package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageMetadata;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Colorspace;
import dev.imagemill.contract.pipeline.ColorspaceName;
import dev.imagemill.contract.pipeline.MetadataPolicy;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorspaceStepTest {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final Image RED = Images.filled(Mode.RGB, new ImageSize(32, 32), 255, 0, 0);

    private static byte[] png(Image image, Optional<ColorProfile> profile) {
        return Codec.encode(
                image, EncodeOptions.of(ImageFormat.PNG).withMetadata(ImageMetadata.NONE.withProfile(profile)));
    }

    private static byte[] render(byte[] source, OutputFormat format, ColorspaceName to) {
        return Rendering.bytes(Rendering.outcome(source, format, new Colorspace(to)));
    }

    private static Optional<ColorProfile> profile(byte[] file) {
        return Codec.metadata(file, Limits.DEFAULT).profile();
    }

    private static long[] storedPixel(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT.withToSrgb(false))) {
            return pixel(decoded.image());
        }
    }

    private static long[] pixel(Image image) {
        long[] pixel = new long[image.mode().components()];
        for (int c = 0; c < pixel.length; c++) {
            pixel[c] = image.component(16, 16, c);
        }
        return pixel;
    }

    @Test
    void bringsRedToItsPlaceInDisplayP3AndSaysSo() {
        byte[] p3 = render(png(RED, Optional.empty()), OutputFormat.PNG, ColorspaceName.DISPLAY_P3);

        // The well-known coordinates of sRGB's red.
        assertThat(storedPixel(p3)).satisfies(pixel -> {
            assertThat(pixel[0]).isBetween(233L, 235L);
            assertThat(pixel[1]).isBetween(50L, 52L);
            assertThat(pixel[2]).isBetween(34L, 36L);
        });
        assertThat(profile(p3)).isPresent();
        assertThat(pixel(Pictures.decode(p3))[0]).isBetween(253L, 255L);
    }

    /** One source, three pipelines: two that see its own colours and one that sees sRGB. */
    @Test
    void keepsColoursThatSrgbCannotShow() {
        byte[] wide = png(RED, Optional.of(ColorProfile.Space.DISPLAY_P3.profile()));
        List<Outcome> outcomes = ENGINE.render(
                Source.of(wide),
                List.of(
                        Pipeline.of(Output.of(OutputFormat.PNG), Scale.inside(32, 32)),
                        Pipeline.of(Output.of(OutputFormat.PNG), new Colorspace(ColorspaceName.KEEP)),
                        Pipeline.of(
                                Output.of(OutputFormat.WEBP).withMetadata(MetadataPolicy.COPYRIGHT),
                                new Colorspace(ColorspaceName.DISPLAY_P3))));

        byte[] managed = Rendering.bytes(outcomes.get(0));
        byte[] kept = Rendering.bytes(outcomes.get(1));
        byte[] webp = Rendering.bytes(outcomes.get(2));
        assertThat(profile(managed)).isEmpty();
        assertThat(storedPixel(kept)).containsExactly(255, 0, 0);
        assertThat(profile(kept)).isPresent();
        assertThat(storedPixel(webp)[0]).isGreaterThan(248);
        assertThat(profile(webp)).isPresent();
    }

    @Test
    void makesGreyOfLightnessAndSixteenBitsOfSixteen() {
        Image green = Images.filled(Mode.RGB48, new ImageSize(32, 32), 0, 0xffff, 0);

        Image grey = Pictures.decode(render(png(green, Optional.empty()), OutputFormat.PNG, ColorspaceName.GREY));

        assertThat(grey.mode()).isEqualTo(Mode.L16);
        assertThat(grey.component(3, 3, 0) / 257).isBetween(218L, 222L);
    }

    @Test
    void writesInkWithItsProfileWhereTheFormatHoldsItAndColoursWhereNot() {
        Image muted = Images.filled(Mode.RGB48, new ImageSize(32, 32), 0x9000, 0x7000, 0x6000);
        byte[] source = png(muted, Optional.empty());

        byte[] tiff = render(source, OutputFormat.TIFF, ColorspaceName.CMYK);
        byte[] colours = render(source, OutputFormat.PNG, ColorspaceName.CMYK);

        assertThat(profile(tiff))
                .hasValueSatisfying(
                        profile -> assertThat(profile.fits(Mode.CMYK64)).isTrue());
        assertThat(storedPixel(tiff)).hasSize(4);
        assertThat(profile(colours)).isEmpty();
        for (byte[] file : List.of(tiff, colours)) {
            Image shown = Pictures.decode(file);
            assertThat(shown.mode()).isEqualTo(Mode.RGB48);
            for (int c = 0; c < 3; c++) {
                assertThat(Math.abs(shown.component(9, 9, c) - muted.component(9, 9, c)))
                        .isLessThan(0x1400);
            }
        }
    }

    /** An independent reference: lightness after CIE 15 of sRGB's light after IEC 61966-2-1. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 90, 128, 200, 255})
    void separatesForAnInkOfOnesOwn(int grey) {
        ColorProfile ink = Codec.inkProfile(InkProfile.bytes());
        Image picture = Images.filled(Mode.RGB, new ImageSize(32, 32), grey, grey, grey);

        byte[] tiff = Rendering.bytes(inInk(picture, OutputFormat.TIFF, ink));

        double value = grey / 255.0;
        double light = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        double lightness = light <= 216.0 / 24_389 ? light * 24_389 / 27 : 116 * Math.cbrt(light) - 16;
        long[] inks = storedPixel(tiff);
        assertThat(inks).hasSize(4).startsWith(0, 0, 0);
        assertThat((double) inks[3]).isCloseTo(255 * (1 - lightness / 100), within(3.0));
        assertThat(profile(tiff))
                .hasValueSatisfying(written -> assertThat(written.toArray()).isEqualTo(InkProfile.bytes()));
        assertThat((double) pixel(Pictures.decode(tiff))[0]).isCloseTo(grey, within(4.0));
        // A format that holds no ink is brought back through the same profile.
        assertThat((double) pixel(Pictures.decode(Rendering.bytes(inInk(picture, OutputFormat.PNG, ink))))[0])
                .isCloseTo(grey, within(4.0));
    }

    @Test
    void saysWhichProfileIsMissing() {
        Outcome outcome = Rendering.outcome(
                png(RED, Optional.empty()), OutputFormat.TIFF, new Colorspace(ColorspaceName.CMYK, "ab".repeat(32)));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.PROFILE_MISSING);
            assertThat(refused.problem().pointer()).isEqualTo("/operations/0/profile");
        });
    }

    private static Outcome inInk(Image picture, OutputFormat format, ColorProfile ink) {
        Pipeline pipeline = Pipeline.of(Output.of(format), new Colorspace(ColorspaceName.CMYK, "ab".repeat(32)));
        SourcePlan plan = ENGINE.plan(
                Source.of(png(picture, Optional.empty())), List.of(pipeline), new Aids(Marks.NONE, _ -> ink));
        try (DecodedSource decoded = plan.decode()) {
            return decoded.render(0);
        }
    }

    @Test
    void refusesInkWithAlphaAndSaysWhere() {
        Image glass = Images.filled(Mode.RGBA, new ImageSize(8, 8), 1, 2, 3, 128);

        assertThat(Rendering.refusal(glass, new Colorspace(ColorspaceName.CMYK)))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
                    assertThat(problem.pointer()).isEqualTo("/operations/0");
                });
    }

    /** No file may have a profile that is not of its pixels, nor colours that it does not explain. */
    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"})
    void looksTheSameInEveryFormat(OutputFormat format) {
        byte[] wide = png(
                Images.filled(Mode.RGB, new ImageSize(32, 32), 200, 90, 60),
                Optional.of(ColorProfile.Space.DISPLAY_P3.profile()));
        long[] expected = pixel(Pictures.decode(wide));
        for (ColorspaceName name :
                List.of(ColorspaceName.KEEP, ColorspaceName.SRGB, ColorspaceName.DISPLAY_P3, ColorspaceName.CMYK)) {
            long[] shown = pixel(Pictures.decode(render(wide, format, name)));
            for (int c = 0; c < 3; c++) {
                assertThat(Math.abs(shown[c] - expected[c]))
                        .as("%s %s component %d", format, name, c)
                        // Ink has fewer colours, and its profile moves them to where they look alike.
                        .isLessThan(name == ColorspaceName.CMYK ? 32 : 8);
            }
        }
    }
}
