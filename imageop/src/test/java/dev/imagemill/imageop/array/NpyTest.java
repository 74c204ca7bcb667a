package dev.imagemill.imageop.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds reading and writing against files that NumPy made. */
class NpyTest {
    static Stream<List<String>> files() {
        return Vectors.lines("npy.txt").filter(line -> !line.get(2).equals("100000"));
    }

    static Stream<List<String>> longAxes() {
        return Vectors.lines("npy.txt").filter(line -> line.get(2).equals("100000"));
    }

    static Stream<List<String>> versions() {
        return Vectors.lines("npy-versions.txt");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatNumPyWrote(List<String> line) {
        NumberArray array = Npy.read(Vectors.bytes(line.get(4)));
        String descr = line.get(0);
        int[] shape = Vectors.shape(line.get(2));
        assertThat(array.type()).isEqualTo(Vectors.type(descr));
        assertThat(array.shape()).isEqualTo(shape);
        assertThat(array.toString()).contains(descr, NumberArray.text(shape));
        assertThat(values(array)).isEqualTo(Vectors.values(line.get(3)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesWhatNumPyWrote(List<String> line) throws IOException {
        String descr = line.get(0);
        int[] shape = Vectors.shape(line.get(2));
        double[] values = Vectors.values(line.get(3));
        NumberArray array = NumberArray.create(
                Vectors.type(descr), Vectors.byteOrder(descr), Vectors.axisOrder(line.get(1)), shape);
        for (int i = 0; i < values.length; i++) {
            array.set(values[i], Vectors.index(i, shape));
        }
        assertThat(Vectors.hex(Npy.toBytes(array))).isEqualTo(line.get(4));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Npy.write(Vectors.inNativeMemory(array), stream);
        assertThat(Vectors.hex(stream.toByteArray())).isEqualTo(line.get(4));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsTheSameFromAStream(List<String> line) throws IOException {
        byte[] file = Vectors.bytes(line.get(4));
        InputStream twice = new ByteArrayInputStream(twice(file));
        for (int i = 0; i < 2; i++) {
            NumberArray array = Npy.read(twice, NpyLimits.DEFAULT);
            assertThat(values(array)).isEqualTo(Vectors.values(line.get(3)));
        }
        assertThat(twice.read()).isEqualTo(-1);
    }

    private static byte[] twice(byte[] file) {
        byte[] twice = Arrays.copyOf(file, 2 * file.length);
        System.arraycopy(file, 0, twice, file.length, file.length);
        return twice;
    }

    @ParameterizedTest
    @MethodSource("longAxes")
    void leavesRoomForAnAxisToGrow(List<String> line) {
        NumberArray array = NumberArray.create(
                ElementType.U1, ByteOrder.nativeOrder(), Vectors.axisOrder(line.get(1)), Vectors.shape(line.get(2)));
        byte[] start = Arrays.copyOf(Npy.toBytes(array), 128);
        assertThat(Vectors.hex(start)).isEqualTo(line.get(4).substring(0, 256));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsEveryVersionAndSpellingThatNumPyReads(List<String> line) {
        NumberArray array = Npy.read(Vectors.bytes(line.get(1)));
        assertThat(array.shape()).isEqualTo(Vectors.shape(line.get(0)));
        assertThat(values(array)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void writesAndReadsFilesAndMapsThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("noise.npy");
        byte[] noise = new byte[3_000_000];
        new Random(5).nextBytes(noise);
        NumberArray array = NumberArray.of(noise, 1000, 1000, 3);
        Files.write(file, new byte[4_000_000]);
        Npy.write(array, file);
        assertThat(Npy.read(file).segment().mismatch(array.segment())).isEqualTo(-1);
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            NumberArray view = Npy.view(mapped, NpyLimits.DEFAULT);
            assertThat(view.segment().address()).isEqualTo(mapped.address() + 128);
            assertThat(view.segment().mismatch(array.segment())).isEqualTo(-1);
        }
    }

    @Test
    void readsACopyOfItsBytes() {
        byte[] file = Npy.toBytes(NumberArray.of(new byte[] {7}, 1));
        NumberArray array = Npy.read(file);
        file[file.length - 1] = 9;
        assertThat(array.get(0)).isEqualTo(7);
    }

    private static double[] values(NumberArray array) {
        double[] values = new double[(int) array.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(Vectors.index(i, array.shape()));
        }
        return values;
    }
}
