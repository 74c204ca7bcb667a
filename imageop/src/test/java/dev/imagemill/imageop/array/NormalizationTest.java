package dev.imagemill.imageop.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from numbers of any range to 8 bits: the examples of W&B's rule, and what NumPy makes of it. */
class NormalizationTest {
    static Stream<List<String>> vectors() {
        return Vectors.lines("npy-normalized.txt");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rescalesAndWrapsAsNumPy(List<String> line) {
        NumberArray array = Vectors.array(line.get(0), line.get(1), line.get(2), line.get(9));
        Normalization options = new Normalization(null, line.get(4), line.get(5).equals("True"));
        for (NumberArray source : List.of(array, Vectors.inNativeMemory(array))) {
            NormalizedImage result = ArrayImages.normalize(source, ArrayLayout.valueOf(line.get(3)), options);
            assertThat(result.image().mode()).isEqualTo(Mode.parse(line.get(6)));
            assertThat(result.warnings().stream().map(Enum::name).reduce("-", (none, name) -> name))
                    .isEqualTo(line.get(7));
            assertThat(Vectors.littleEndian(result.image())).isEqualTo(line.get(8));
        }
    }

    @Test
    void stretchesTheUnitInterval() {
        assertThat(gray(.2, .3)).containsExactly(51, 76);
    }

    @Test
    void stretchesTheSignedUnitInterval() {
        assertThat(gray(-.2, .6)).containsExactly(102, 204);
        assertThat(gray(-1, 1)).containsExactly(0, 255);
    }

    @Test
    void clipsAnythingElseAndWarns() {
        NumberArray array = NumberArray.of(new double[] {-9, .1, 100, 254.5, 270}, 1, 5);
        NormalizedImage result = ArrayImages.normalize(array, ArrayLayout.HW, Normalization.DEFAULT);
        assertThat(samples(result.image())).containsExactly(0, 0, 100, 254, 255);
        assertThat(result.warnings()).containsExactly(ArrayWarning.VALUE_RANGE);
        assertThat(result.warnings().getFirst().message()).contains("0 to 255");
    }

    @Test
    void warnsOfValuesOutsideTheRangeOnly() {
        for (double[] values : new double[][] {{0, 255}, {-1, 1}, {-0.0, 3}}) {
            NumberArray array = NumberArray.of(values, 1, 2);
            NormalizedImage result = ArrayImages.normalize(array, ArrayLayout.HW, Normalization.DEFAULT);
            assertThat(result.warnings()).isEqualTo(values[0] == -1 ? List.of(ArrayWarning.VALUE_RANGE) : List.of());
        }
        NumberArray above = NumberArray.of(new double[] {0, Math.nextUp(255.0)}, 1, 2);
        assertThat(ArrayImages.normalize(above, ArrayLayout.HW, Normalization.DEFAULT)
                        .warnings())
                .containsExactly(ArrayWarning.VALUE_RANGE);
    }

    @Test
    void wrapsWithoutRescaling() {
        NumberArray array = NumberArray.of(new double[] {270, -9, 1.9, -1.9, 1e300, -4e9 - 1, .5}, 1, 7);
        NormalizedImage result = ArrayImages.normalize(array, ArrayLayout.HW, Normalization.DEFAULT.withoutRescaling());
        // 4e9 + 1 is 1 modulo 256, and 1e300 is a multiple of 256.
        assertThat(samples(result.image())).containsExactly(14, 247, 1, 255, 0, 255, 0);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void stretchesIntegersOfZeroAndOneOnly() {
        assertThat(samples(bytes(0, 1, 1, 0))).containsExactly(0, 255, 255, 0);
        assertThat(samples(bytes(0, 0, 0, 0))).containsExactly(0, 0, 0, 0);
        assertThat(samples(bytes(0, 1, 2, 0))).containsExactly(0, 1, 2, 0);
        byte[] dark = new byte[10_000];
        dark[9_999] = 2;
        Image image = ArrayImages.normalize(NumberArray.of(dark, 100, 100), ArrayLayout.HW, Normalization.DEFAULT)
                .image();
        assertThat(image.component(99, 99, 0)).isEqualTo(2);
        dark[9_999] = 1;
        image = ArrayImages.normalize(NumberArray.of(dark, 100, 100), ArrayLayout.HW, Normalization.DEFAULT)
                .image();
        assertThat(image.component(99, 99, 0)).isEqualTo(255);
        assertThat(image.component(98, 99, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatHasNoRemainder(double value) {
        double[] values = new double[5000];
        values[4321] = value;
        NumberArray array = NumberArray.of(values, 50, 100);
        assertThatThrownBy(() -> ArrayImages.normalize(array, ArrayLayout.HW, Normalization.DEFAULT.withoutRescaling()))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("4321")
                .hasMessageContaining("not finite");
    }

    @Test
    void clipsInfinityButRefusesNaN() {
        assertThat(gray(Double.NEGATIVE_INFINITY, 3, Double.POSITIVE_INFINITY)).containsExactly(0, 3, 255);
        for (Object values : new Object[] {new float[] {1, 2, Float.NaN}, new double[] {1, 2, Double.NaN}}) {
            NumberArray array =
                    values instanceof float[] f ? NumberArray.of(f, 1, 3) : NumberArray.of((double[]) values, 1, 3);
            assertThatThrownBy(() -> ArrayImages.normalize(array, ArrayLayout.HW, Normalization.DEFAULT))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("position 2")
                    .hasMessageContaining("not a number");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HWC, 5 4, png, L", "HWC, 5 4 1, png, L", "HWC, 5 4 3, png, RGB", "HWC, 5 4 4, png, RGBA",
                "HWC, 5 4 4, bmp, RGBA",
        "HWC, 5 4 4, jpg, RGB", "HWC, 5 4 4, jpeg, RGB", "HWC, 1 5 4 1, png, L", "CHW, 3 5 4, png, RGB",
                "CHW, 1 5 4, jpg, L",
        "CHW, 4 5 4, png, RGBA", "CHW, 4 5 4, jpg, RGB", "HW, 5 4, jpeg, L",
    })
    void guessesTheModeFromTheChannels(ArrayLayout layout, String shape, String fileType, Mode mode) {
        assertThat(ArrayImages.guessMode(zeros(shape), layout, fileType)).isEqualTo(mode);
        NormalizedImage result =
                ArrayImages.normalize(zeros(shape), layout, Normalization.DEFAULT.withFileType(fileType));
        assertThat(result.image().mode()).isEqualTo(mode);
        assertThat(result.image().size()).isEqualTo(new ImageSize(4, 5));
        boolean dropped = shape.contains("4 4") || shape.startsWith("4 5");
        assertThat(result.warnings())
                .isEqualTo(dropped && mode == Mode.RGB ? List.of(ArrayWarning.JPEG_ALPHA_DROPPED) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"HWC, 5 4 2", "HWC, 5 4 5", "CHW, 2 5 4", "CHW, 5 4 4", "HWC, 7", "CHW, 2 2 3 3"})
    void refusesToGuessFromOtherChannels(ArrayLayout layout, String shape) {
        assertThatThrownBy(() -> ArrayImages.guessMode(zeros(shape), layout, "png"))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("un-supported shape (" + shape.replace(" ", ", "));
    }

    @Test
    void convertsToAnExplicitMode() {
        NumberArray two = NumberArray.of(new byte[] {10, (byte) 200, 30, 40}, 1, 2, 2);
        NormalizedImage result = ArrayImages.normalize(two, ArrayLayout.HWC, Normalization.DEFAULT.withMode(Mode.LA));
        assertThat(samples(result.image())).containsExactly(10, 200, 30, 40);
        NumberArray red = NumberArray.of(new float[] {1, 0, 0}, 1, 1, 3);
        Image gray = ArrayImages.normalize(red, ArrayLayout.HWC, Normalization.DEFAULT.withMode(Mode.L))
                .image();
        assertThat(samples(gray)).containsExactly(76);
        NumberArray four = NumberArray.of(new byte[] {9, 8, 7, 6}, 1, 1, 4);
        NormalizedImage jpeg = ArrayImages.normalize(
                four, ArrayLayout.HWC, Normalization.DEFAULT.withFileType("jpg").withMode(Mode.RGBA));
        assertThat(jpeg.image().mode()).isEqualTo(Mode.RGBA);
        assertThat(jpeg.warnings()).isEmpty();
    }

    @Test
    void refusesFileTypesItDoesNotKnow() {
        assertThatThrownBy(() -> Normalization.DEFAULT.withFileType("gif"))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("'gif'");
    }

    @Test
    void refusesEmptyArrays() {
        NumberArray empty = NumberArray.of(new float[0], 0, 3);
        assertThatThrownBy(() -> ArrayImages.normalize(empty, ArrayLayout.HW, Normalization.DEFAULT))
                .isInstanceOf(ImageFormatException.class);
    }

    private static NumberArray zeros(String shape) {
        int[] lengths = Vectors.shape(shape.replace(' ', ','));
        int count = 1;
        for (int length : lengths) {
            count *= length;
        }
        return NumberArray.of(new float[count], lengths);
    }

    private static int[] gray(double... values) {
        NumberArray array = NumberArray.of(values, 1, values.length);
        return samples(ArrayImages.normalize(array, ArrayLayout.HW, Normalization.DEFAULT)
                .image());
    }

    private static Image bytes(int... values) {
        NumberArray array = NumberArray.create(ElementType.U1, ByteOrder.BIG_ENDIAN, AxisOrder.C, 1, values.length);
        for (int i = 0; i < values.length; i++) {
            array.set(values[i], 0, i);
        }
        return ArrayImages.normalize(array, ArrayLayout.HW, Normalization.DEFAULT)
                .image();
    }

    private static int[] samples(Image image) {
        byte[] bytes = image.segment().toArray(ValueLayout.JAVA_BYTE);
        int[] samples = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = bytes[i] & 255;
        }
        return samples;
    }
}
