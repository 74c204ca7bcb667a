package dev.imagemill.imageop.array;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.RawBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lines of golden files that {@code golden_npy.py} wrote, and what their fields stand for. */
final class Vectors {
    private Vectors() {}

    static Stream<List<String>> lines(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/golden/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String hex) {
        return hex.equals("-") ? new byte[0] : HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static ElementType type(String descr) {
        return ElementType.parse(descr.substring(1));
    }

    static ByteOrder byteOrder(String descr) {
        return descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    static AxisOrder axisOrder(String letter) {
        return letter.equals("F") ? AxisOrder.FORTRAN : AxisOrder.C;
    }

    static int[] shape(String field) {
        return Arrays.stream(field.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }

    static double[] values(String field) {
        return field.equals("-")
                ? new double[0]
                : Arrays.stream(field.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    /** The array of a descr, an order, a shape and hexadecimal numbers. */
    static NumberArray array(String descr, String order, String shape, String numbers) {
        MemorySegment memory = MemorySegment.ofArray(bytes(numbers));
        return NumberArray.wrap(type(descr), byteOrder(descr), axisOrder(order), memory, shape(shape));
    }

    /** The index of the element that comes at {@code position} if the last axis runs fastest. */
    static int[] index(int position, int... shape) {
        int[] index = new int[shape.length];
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = position % shape[axis];
            position /= shape[axis];
        }
        return index;
    }

    static NumberArray inNativeMemory(NumberArray array) {
        MemorySegment memory =
                Arena.ofAuto().allocate(Math.max(1, array.segment().byteSize()), 1);
        memory = memory.asSlice(0, array.segment().byteSize()).copyFrom(array.segment());
        return NumberArray.wrap(array.type(), array.byteOrder(), array.axisOrder(), memory, array.shape());
    }

    static String littleEndian(Image image) {
        return hex(RawBytes.write(image, ByteOrder.LITTLE_ENDIAN));
    }
}
