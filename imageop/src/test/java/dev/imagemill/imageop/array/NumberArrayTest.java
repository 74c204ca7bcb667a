package dev.imagemill.imageop.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.ImageFormatException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumberArrayTest {
    private static final List<ByteOrder> BYTE_ORDERS = List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);

    static Stream<List<String>> halves() {
        return Vectors.lines("half.txt");
    }

    @ParameterizedTest
    @MethodSource("halves")
    void roundsToHalfPrecisionAsNumPy(List<String> line) {
        NumberArray array = NumberArray.create(ElementType.F2, ByteOrder.BIG_ENDIAN, AxisOrder.C, 1);
        array.set(Double.parseDouble(line.get(0)), 0);
        assertThat(array.get(0)).isEqualTo(Double.parseDouble(line.get(1)));
    }

    @Test
    void keepsEveryHalf() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            float half = Float.float16ToFloat((short) bits);
            if (!Float.isNaN(half)) {
                assertThat(ElementType.half(half)).isEqualTo((short) bits);
            }
        }
        assertThat(Float.float16ToFloat(ElementType.half(Double.NaN))).isNaN();
    }

    @Test
    void holdsValuesUnsigned() {
        assertThat(NumberArray.of(new byte[] {-1}, 1).get(0)).isEqualTo(255);
        assertThat(NumberArray.of(new short[] {-1}, 1).get(0)).isEqualTo(65_535);
        assertThat(NumberArray.of(new int[] {-1}, 1, 1).get(0, 0)).isEqualTo(4_294_967_295.0);
        assertThat(NumberArray.of(new float[] {0.1f}, 1).get(0)).isEqualTo(0.1f);
        assertThat(NumberArray.of(new double[] {0.1}, 1).get(0)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource(names = {"U1", "U2", "U4"})
    void refusesNumbersThatAnIntegerTypeLacks(ElementType type) {
        NumberArray array = NumberArray.create(type, ByteOrder.BIG_ENDIAN, AxisOrder.C, 2);
        double max = Math.pow(2, 8 * type.bytes()) - 1;
        array.set(max, 1);
        assertThat(array.get(1)).isEqualTo(max);
        for (double value : new double[] {-1, max + 1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, -1e-9}) {
            assertThatThrownBy(() -> array.set(value, 0))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining(String.valueOf(value));
        }
    }

    @Test
    void laysAxesOutInEitherOrder() {
        MemorySegment memory = MemorySegment.ofArray(new byte[] {0, 1, 2, 3, 4, 5});
        NumberArray c = NumberArray.wrap(ElementType.U1, ByteOrder.BIG_ENDIAN, AxisOrder.C, memory, 2, 3);
        NumberArray fortran = NumberArray.wrap(ElementType.U1, ByteOrder.BIG_ENDIAN, AxisOrder.FORTRAN, memory, 2, 3);
        assertThat(c.get(1, 0)).isEqualTo(3);
        assertThat(fortran.get(1, 0)).isEqualTo(1);
        assertThat(fortran.get(0, 2)).isEqualTo(4);
        c.set(9, 1, 2);
        assertThat(fortran.get(1, 2)).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void copiesIntoEveryOrder(ElementType type) {
        Random random = new Random(type.bytes());
        for (int[] shape : new int[][] {{7}, {40, 33}, {2, 33, 34}, {5, 2, 3, 7}, {0, 3}, {3, 0, 2}, {1, 4, 1, 1}}) {
            for (ByteOrder from : BYTE_ORDERS) {
                for (AxisOrder order : AxisOrder.values()) {
                    NumberArray array = NumberArray.create(type, from, order, shape);
                    for (int i = 0; i < array.elements(); i++) {
                        array.set(random.nextInt(256), Vectors.index(i, shape));
                    }
                    for (NumberArray source : List.of(array, Vectors.inNativeMemory(array))) {
                        for (ByteOrder to : BYTE_ORDERS) {
                            assertSameElements(source, source.copy(to, AxisOrder.C));
                            assertSameElements(source, source.copy(to, AxisOrder.FORTRAN));
                        }
                    }
                }
            }
        }
    }

    private static void assertSameElements(NumberArray array, NumberArray copy) {
        assertThat(copy.segment().heapBase())
                .isPresent()
                .isNotEqualTo(array.segment().heapBase());
        assertThat(copy.shape()).isEqualTo(array.shape());
        for (int i = 0; i < array.elements(); i++) {
            int[] index = Vectors.index(i, array.shape());
            if (array.get(index) != copy.get(index)) {
                assertThat(copy.get(index)).as("%s, element %s", array, i).isEqualTo(array.get(index));
            }
        }
    }

    @Test
    void squeezesOverTheSameMemory() {
        NumberArray array = NumberArray.of(new byte[6], 1, 2, 1, 3);
        NumberArray squeezed = array.squeeze();
        assertThat(squeezed.shape()).containsExactly(2, 3);
        squeezed.set(8, 1, 2);
        assertThat(array.get(0, 1, 0, 2)).isEqualTo(8);
        assertThat(NumberArray.of(new byte[1], 1, 1, 1).squeeze().shape()).containsExactly(1);
    }

    @Test
    void refusesShapesAndLengthsThatDoNotFit() {
        assertThatThrownBy(() -> NumberArray.of(new byte[6])).hasMessageContaining("1 to 4 axes, not 0");
        assertThatThrownBy(() -> NumberArray.of(new byte[1], 1, 1, 1, 1, 1)).hasMessageContaining("not 5");
        assertThatThrownBy(() -> NumberArray.of(new byte[6], 2, -3)).hasMessageContaining("(2, -3)");
        assertThatThrownBy(() -> NumberArray.of(new short[6], 5))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("10 bytes, not 12");
        int max = Integer.MAX_VALUE;
        assertThatThrownBy(() -> NumberArray.of(new byte[6], max, max, max)).hasMessageContaining("longer than memory");
        assertThatThrownBy(() -> NumberArray.create(ElementType.F8, ByteOrder.BIG_ENDIAN, AxisOrder.C, max))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("17179869176 bytes");
        assertThat(NumberArray.of(new byte[0], max, 0, max).elements()).isZero();
    }

    @Test
    void refusesIndexesOutsideItsAxes() {
        NumberArray array = NumberArray.of(new byte[6], 2, 3);
        for (int[] index : new int[][] {{2, 0}, {0, 3}, {-1, 0}, {0, -1}, {1}, {0, 0, 0}}) {
            assertThatThrownBy(() -> array.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> array.set(1, index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void namesTypes() {
        assertThat(ElementType.parse("f2")).isEqualTo(ElementType.F2);
        assertThat(ElementType.U4.code()).isEqualTo("u4");
        assertThatThrownBy(() -> ElementType.parse("i4")).hasMessageContaining("'i4'");
        assertThat(NumberArray.of(new byte[1], 1)).hasToString("NumberArray(|u1, (1,), C)");
        assertThat(NumberArray.create(ElementType.F4, ByteOrder.BIG_ENDIAN, AxisOrder.FORTRAN, 2, 3))
                .hasToString("NumberArray(>f4, (2, 3), FORTRAN)");
    }
}
