package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Noise;
import dev.imagemill.imageop.pillow.AnyImage.Shared;
import dev.imagemill.imageop.pillow.AnyImage.Wider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every conversion against what Pillow made of the same pixels: to the bit, but for LAB. */
class PillowGoldenTest {
    static Stream<GoldenLine> conversions() {
        return GoldenLine.read("pillow-convert.txt");
    }

    static Stream<GoldenLine> everyColor() {
        return GoldenLine.read("pillow-cube.txt");
    }

    static Stream<GoldenLine> quantizations() {
        return GoldenLine.read("pillow-quantize.txt");
    }

    static Stream<GoldenLine> mapped() {
        return GoldenLine.read("pillow-map.txt").filter(line -> line.operation().equals("map"));
    }

    static Stream<GoldenLine> matrices() {
        return GoldenLine.read("pillow-map.txt").filter(line -> line.operation().equals("matrix"));
    }

    static Stream<GoldenLine> keys() {
        return GoldenLine.read("pillow-map.txt").filter(line -> line.operation().equals("key"));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void convertsEveryPair(GoldenLine line) {
        for (boolean inNativeMemory : new boolean[] {false, true}) {
            AnyImage source = AnyImage.source(line, inNativeMemory);
            AnyImage result = source.convert(line.argument(0), options(line.argument(1)));
            if (line.mode().equals("LAB") || line.argument(0).equals("LAB")) {
                assertClose(result.bytes(), line.bytes());
            } else if (result instanceof Wider(PillowImage image)
                    && line.mode().equals("RGBA")
                    && image.mode() == PillowMode.PALETTE) {
                assertThat(line.describe(withPalette(image))).isEqualTo(line.result());
            } else {
                assertThat(line.describe(result.bytes())).isEqualTo(line.result());
            }
        }
    }

    private static ConvertOptions options(String dither) {
        return dither.equals("-") ? ConvertOptions.DEFAULT : ConvertOptions.of(Dither.valueOf(dither));
    }

    private static void assertClose(byte[] actual, byte[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i] & 255).isBetween((expected[i] & 255) - 1, (expected[i] & 255) + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("everyColor")
    void convertsEveryColor(GoldenLine line) {
        AnyImage result = AnyImage.source(line, false).convert(line.argument(0), options(line.argument(1)));
        assertThat(line.describe(result.bytes())).isEqualTo(line.result());
    }

    @ParameterizedTest
    @MethodSource("quantizations")
    void quantizes(GoldenLine line) {
        PillowImage result = switch (line.operation()) {
            case "flat" ->
                PillowImage.quantize(
                        Images.filled(Mode.RGB, line.size(), 48, 16, 112),
                        new QuantizeOptions(line.number(0), QuantizeMethod.FAST_OCTREE, 0));
            case "adaptive" ->
                ((Wider) AnyImage.source(line, false).convert("P", ConvertOptions.adaptive(line.number(0)))).image();
            default -> {
                QuantizeMethod method = QuantizeMethod.valueOf(line.argument(0));
                QuantizeOptions options = new QuantizeOptions(line.number(1), method, line.number(2));
                yield switch (AnyImage.source(line, true)) {
                    case Shared(Image image) -> PillowImage.quantize(image, options);
                    case Wider(PillowImage image) -> image.quantize(options);
                };
            }
        };
        assertThat(line.describe(withPalette(result))).isEqualTo(line.result());
    }

    private static byte[] withPalette(PillowImage image) {
        byte[] colors = image.palette().toTable(image.palette().hasAlpha() ? 4 : 3);
        byte[] indexes = new Wider(image).bytes();
        byte[] both = Arrays.copyOf(indexes, indexes.length + colors.length);
        System.arraycopy(colors, 0, both, indexes.length, colors.length);
        return both;
    }

    @ParameterizedTest
    @MethodSource("mapped")
    void findsTheNearestColorOfAGivenPalette(GoldenLine line) {
        int count = line.number(0);
        Palette palette = Palette.ofRgb(Noise.bytes(count, 3 * count));
        Image source = ((Shared) AnyImage.source(line, true)).image();
        PillowImage result = PillowImage.quantize(source, palette, Dither.valueOf(line.argument(1)));
        assertThat(result.palette()).isEqualTo(palette);
        assertThat(line.describe(new Wider(result).bytes())).isEqualTo(line.result());
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void appliesMatrices(GoldenLine line) {
        List<String> numbers = List.of(line.argument(0).split(",", -1));
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.parseFloat(numbers.get(i));
        }
        ConversionMatrix matrix = ConversionMatrix.of(floats);
        Image result = switch (AnyImage.source(line, true)) {
            case Shared(Image image) -> matrix.apply(image);
            case Wider(PillowImage image) -> matrix.apply(image);
        };
        assertThat(result.mode()).isEqualTo(numbers.size() == 4 ? Mode.L : Mode.RGB);
        assertThat(line.describe(new Shared(result).bytes())).isEqualTo(line.result());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void makesTransparentColorsAlpha(GoldenLine line) {
        List<Integer> key =
                Stream.of(line.argument(0).split(",", -1)).map(Integer::valueOf).toList();
        Mode target = Mode.valueOf(line.argument(1));
        Image result = switch (AnyImage.source(line, true)) {
            case Shared(Image image) -> {
                image.info().put("transparency", key.size() == 1 ? key.getFirst() : key);
                yield ColorKey.toAlpha(image, target);
            }
            case Wider(PillowImage image) -> {
                image.info().put("transparency", key.size() == 1 ? key.getFirst() : bytes(key));
                yield image.toImage(target);
            }
        };
        assertThat(result.info()).isEmpty();
        assertThat(line.describe(new Shared(result).bytes())).isEqualTo(line.result());
    }

    private static byte[] bytes(List<Integer> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = numbers.get(i).byteValue();
        }
        return bytes;
    }
}
