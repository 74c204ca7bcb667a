package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every operation that Pillow has too against what Pillow made of the same noise, to the bit. */
class PillowTest {
    static Stream<GoldenCase> resizes() {
        return GoldenCase.read("resize.txt");
    }

    static Stream<GoldenCase> others() {
        return Stream.of("reduce.txt", "turn.txt", "convert.txt").flatMap(GoldenCase::read);
    }

    @ParameterizedTest
    @MethodSource("resizes")
    void resizesAsPillow(GoldenCase golden) {
        assertSameAsPillow(golden);
    }

    @ParameterizedTest
    @MethodSource("others")
    void reducesTurnsConvertsAndFlattensAsPillow(GoldenCase golden) {
        assertSameAsPillow(golden);
    }

    private static void assertSameAsPillow(GoldenCase golden) {
        Image heap = golden.source();
        for (Image source : List.of(heap, Noise.inNativeMemory(heap))) {
            Image result = operate(golden, source);
            assertThat(result.mode()).isEqualTo(golden.resultMode());
            assertThat(result.size()).isEqualTo(golden.resultSize());
            assertThat(golden.describe(result)).isEqualTo(golden.result());
        }
    }

    private static Image operate(GoldenCase golden, Image source) {
        List<String> arguments = golden.arguments();
        return switch (golden.operation()) {
            case "resize" -> source.resize(golden.resultSize(), options(arguments));
            case "reduce" -> source.reduce(Integer.parseInt(arguments.get(0)), Integer.parseInt(arguments.get(1)));
            case "turn" -> turn(source, Turn.valueOf(arguments.getFirst()));
            case "convert" -> source.convert(golden.resultMode());
            case "flatten" ->
                source.flatten(Arrays.stream(arguments.getFirst().split(",", -1))
                        .mapToLong(Long::parseLong)
                        .toArray());
            default -> throw new IllegalArgumentException(golden.operation());
        };
    }

    private static ResizeOptions options(List<String> arguments) {
        @Nullable Double gap = arguments.get(2).equals("-") ? null : Double.valueOf(arguments.get(2));
        ResizeOptions options = new ResizeOptions(Filter.valueOf(arguments.get(0)), null, gap);
        if (arguments.get(1).equals("-")) {
            return options;
        }
        double[] box = Arrays.stream(arguments.get(1).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return options.withBox(box[0], box[1], box[2], box[3]);
    }

    private static Image turn(Image image, Turn turn) {
        return switch (turn) {
            case FLIP_HORIZONTAL -> image.flipHorizontal();
            case FLIP_VERTICAL -> image.flipVertical();
            case ROTATE_90 -> image.rotate90();
            case ROTATE_180 -> image.rotate180();
            case ROTATE_270 -> image.rotate270();
            case TRANSPOSE -> image.transpose();
            case TRANSVERSE -> image.transverse();
        };
    }

    static Stream<int[]> thumbnailSizes() {
        return GoldenCase.lines("thumbnail-sizes.txt")
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("thumbnailSizes")
    void fitsSizesAsPillowsThumbnail(int[] n) {
        ImageSize fitted = new ImageSize(n[0], n[1]).fitInto(new ImageSize(n[2], n[3]));
        assertThat(fitted).isEqualTo(new ImageSize(n[4], n[5]));
    }
}
