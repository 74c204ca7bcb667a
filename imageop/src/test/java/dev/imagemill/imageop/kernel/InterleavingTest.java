package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words at a time, and bytes at a time: the same bytes, and none beside them. */
class InterleavingTest {
    private static final int BEFORE = 5;
    private static final int AFTER = 11;

    static Stream<Arguments> cases() {
        return Stream.of(1, 7, 8, 13, 207, 2047, 2048, 4098)
                .flatMap(samples -> Stream.of(2, 3, 4)
                        .flatMap(planes -> Stream.of(1, 2).map(bytes -> Arguments.of(samples, planes, bytes))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsAsOneByteAtATime(int samples, int count, int sampleBytes) {
        int planeBytes = samples * sampleBytes;
        byte[] from = new byte[BEFORE + planeBytes * count + AFTER];
        new Random(samples).nextBytes(from);
        byte[][] planes = new byte[count][BEFORE + planeBytes + AFTER];
        byte[][] expected = new byte[count][BEFORE + planeBytes + AFTER];
        for (int i = 0; i < count; i++) {
            Interleaving.splitEach(from, BEFORE + i * sampleBytes, count, expected[i], BEFORE, planeBytes, sampleBytes);
        }
        Interleaving.split(from, BEFORE, planes, BEFORE, planeBytes, sampleBytes, Interleaving.scratch());
        assertThat(planes).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mergesAsOneByteAtATime(int samples, int count, int sampleBytes) {
        int planeBytes = samples * sampleBytes;
        byte[][] planes = new byte[count][BEFORE + planeBytes + AFTER];
        int[] at = new int[count];
        Random random = new Random(samples);
        for (int i = 0; i < count; i++) {
            random.nextBytes(planes[i]);
            at[i] = BEFORE - i;
        }
        byte[] to = new byte[BEFORE + planeBytes * count + AFTER];
        byte[] expected = new byte[to.length];
        for (int i = 0; i < count; i++) {
            Interleaving.mergeEach(
                    planes[i], at[i], expected, BEFORE + i * sampleBytes, count, planeBytes, sampleBytes);
        }
        Interleaving.merge(planes, at, planeBytes, sampleBytes, to, BEFORE, Interleaving.scratch());
        assertThat(to).isEqualTo(expected);
    }

    @Test
    void refusesNumbersOfPlanesThatNoModeHas() {
        byte[] bytes = new byte[1000];
        byte[][] five = new byte[5][100];
        assertThatThrownBy(() -> Interleaving.split(bytes, 0, five, 0, 80, 1, Interleaving.scratch()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interleaving.merge(five, new int[5], 80, 1, bytes, 0, Interleaving.scratch()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Arrays.equals(bytes, new byte[1000])).isTrue();
    }
}
