package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.kernel.Lanes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule equals its reference, on samples that would show the least change of any of its numbers. */
class ColorMatrixTest {
    private static final int RANDOM = 4000;
    private static final int CANDIDATES = 200_000;
    private static final int EDGES = 4;

    static Stream<Arguments> rules() {
        return Arrays.stream(ColorMatrix.values())
                .flatMap(rule -> Stream.of(Arguments.of(rule, 8), Arguments.of(rule, 16)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isItsReferenceAndNoOther(ColorMatrix rule, int depth) {
        ReferenceMatrix reference = ReferenceMatrix.of(rule, depth);
        List<double[]> samples = random(RANDOM, (1 << depth) - 1);
        List<double[]> results = apply(rule, depth, samples);
        assertThat(agrees(reference, samples, results)).isTrue();
        if (rule == ColorMatrix.DECODE_FULL && depth == 8) {
            return; // so few sums that some other weights are no other rule; see below
        }
        for (int row = 0; row < reference.weights().length; row++) {
            for (int column = 0; column < 3; column++) {
                for (int step = -1; step <= 1; step += 2) {
                    assertThat(agrees(reference.withWeight(row, column, step), samples, results))
                            .as("weight %d of row %d changed by %d", column, row, step)
                            .isFalse();
                }
            }
        }
    }

    /** Y is added to sums of Cr and Cb, so what decodes every pair of these does so for any Y. */
    @Test
    void decodesEveryPairOfChroma() {
        List<double[]> samples = IntStream.range(0, 65_536)
                .mapToObj(i -> new double[] {100 + i % 50, i >> 8, i & 255})
                .toList();
        for (ColorMatrix rule : List.of(ColorMatrix.DECODE_FULL, ColorMatrix.DECODE_STUDIO)) {
            assertThat(agrees(ReferenceMatrix.of(rule, 8), samples, apply(rule, 8, samples)))
                    .isTrue();
        }
    }

    /** Sums that just reach the next result, or just do not, show if one more or less is added to them before they are rounded down. */
    @ParameterizedTest
    @MethodSource("rules")
    void roundsWhereTheReferenceDoes(ColorMatrix rule, int depth) {
        ReferenceMatrix reference = ReferenceMatrix.of(rule, depth);
        List<double[]> candidates = random(CANDIDATES, (1 << depth) - 1);
        List<double[]> edges = IntStream.range(0, reference.weights().length)
                .boxed()
                .flatMap(row -> Stream.of(reference.withRounding(row, -1), reference.withRounding(row, 1)))
                .flatMap(changed -> candidates.stream()
                        .filter(sample -> !Arrays.equals(reference.apply(sample), changed.apply(sample)))
                        .limit(EDGES))
                .toList();
        assertThat(edges.isEmpty()).isEqualTo(rule == ColorMatrix.DECODE_FULL && depth == 8);
        assertThat(agrees(reference, edges, apply(rule, depth, edges))).isTrue();
    }

    private static boolean agrees(ReferenceMatrix reference, List<double[]> samples, List<double[]> results) {
        for (int i = 0; i < samples.size(); i++) {
            if (!Arrays.equals(reference.apply(samples.get(i)), results.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<double[]> random(int count, int max) {
        Random random = new Random(99);
        return Stream.generate(() ->
                        random.doubles(3).map(v -> Math.floor(v * (max + 1))).toArray())
                .limit(count)
                .toList();
    }

    private static List<double[]> apply(ColorMatrix rule, int depth, List<double[]> samples) {
        int bytes = depth / 8;
        ByteBuffer quads = ByteBuffer.allocate(4 * bytes * samples.size() + 64).order(ByteOrder.nativeOrder());
        for (double[] sample : samples) {
            for (double value : sample) {
                put(quads, depth, (int) value);
            }
            put(quads, depth, 77);
        }
        ByteBuffer results = ByteBuffer.allocate(quads.capacity()).order(ByteOrder.nativeOrder());
        Lanes lanes = new Lanes(depth, samples.size() + 8);
        if (depth == 8) {
            rule.narrow().apply8(quads.array(), 0, results.array(), 0, samples.size(), lanes);
        } else {
            rule.wide().apply16(quads.array(), 0, results.array(), 0, samples.size(), lanes);
        }
        int rows = rule == ColorMatrix.LUMA ? 1 : 3;
        return samples.stream().map(sample -> take(results, depth, rows)).toList();
    }

    private static void put(ByteBuffer quads, int depth, int value) {
        if (depth == 8) {
            quads.put((byte) value);
        } else {
            quads.putChar((char) value);
        }
    }

    private static double[] take(ByteBuffer results, int depth, int rows) {
        double[] quad = new double[4];
        for (int i = 0; i < quad.length; i++) {
            quad[i] = depth == 8 ? Byte.toUnsignedInt(results.get()) : results.getChar();
        }
        assertThat(quad[3]).as("the fourth, which stays").isEqualTo(77);
        return Arrays.copyOf(quad, rows);
    }
}
