package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
    static Stream<String> pythonCases() {
        return GoldenCase.lines("slices.txt");
    }

    @ParameterizedTest
    @MethodSource("pythonCases")
    void selectsWhatAPythonListSelects(String line) {
        List<String> fields = List.of(line.split(" ", -1));
        int length = Integer.parseInt(fields.get(1));
        int[] expected = fields.get(2).isEmpty()
                ? new int[0]
                : Arrays.stream(fields.get(2).split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        Slice slice = Slice.parse(fields.get(0));
        assertThat(slice.indices(length).toArray()).isEqualTo(expected);
        assertThat(slice.count(length)).isEqualTo(expected.length);
    }

    /**
     * The definition in Python's reference, step by step: "the items with index x = i + n*k such that 0 <= n < (j-i)/k", where i and j are
     * lifted by the length if negative and then moved to the nearest end.
     */
    private static List<Integer> naive(@Nullable Integer start, @Nullable Integer stop, int step, int length) {
        int i = start == null ? (step > 0 ? 0 : length - 1) : start < 0 ? start + length : start;
        int j = stop == null ? (step > 0 ? length : -1) : stop < 0 ? Math.max(stop + length, -1) : stop;
        List<Integer> indices = new ArrayList<>();
        if (step > 0) {
            for (int x = Math.max(i, 0); x < Math.min(j, length); x += step) {
                indices.add(x);
            }
        } else {
            for (int x = Math.min(i, length - 1); x > j; x += step) {
                if (x >= 0) {
                    indices.add(x);
                }
            }
        }
        return indices;
    }

    @Test
    void agreesWithTheDefinitionForAllSmallNumbers() {
        List<Integer> bounds =
                new ArrayList<>(IntStream.rangeClosed(-8, 8).boxed().toList());
        bounds.add(null);
        for (int length = 0; length <= 6; length++) {
            for (Integer start : bounds) {
                for (Integer stop : bounds) {
                    for (Integer step : bounds) {
                        if (step != null && step == 0) {
                            continue;
                        }
                        Slice slice = new Slice(start, stop, step);
                        assertThat(slice.indices(length).boxed().toList())
                                .as("%s of %d", slice, length)
                                .isEqualTo(naive(start, stop, step == null ? 1 : step, length));
                    }
                }
            }
        }
    }

    @Test
    void reachesBothEndsOfTheLongestAxis() {
        int longest = Integer.MAX_VALUE;
        assertThat(Slice.all().count(longest)).isEqualTo(longest);
        assertThat(Slice.reversed().count(longest)).isEqualTo(longest);
        assertThat(Slice.of(Integer.MIN_VALUE, longest).count(longest)).isEqualTo(longest);
        assertThat(Slice.every(longest).indices(longest)).containsExactly(0);
        assertThat(Slice.every(longest - 1).indices(longest)).containsExactly(0, longest - 1);
        assertThat(Slice.every(Integer.MIN_VALUE).indices(longest)).containsExactly(longest - 1);
        assertThat(Slice.at(Integer.MAX_VALUE).count(longest)).isZero();
        assertThat(Slice.at(Integer.MIN_VALUE).count(longest)).isZero();
    }

    @Test
    void isBuiltByNameAsItIsWritten() {
        assertThat(Slice.all()).hasToString(":");
        assertThat(Slice.of(1, -2)).hasToString("1:-2");
        assertThat(Slice.of(1, -2, 3)).hasToString("1:-2:3");
        assertThat(Slice.from(-2)).hasToString("-2:");
        assertThat(Slice.to(4)).hasToString(":4");
        assertThat(Slice.reversed()).hasToString("::-1");
        assertThat(Slice.every(2)).hasToString("::2");
        assertThat(Slice.at(3)).hasToString("3:4");
        assertThat(Slice.at(-1)).hasToString("-1:");
    }

    @Test
    void takesOnePositionFromEitherEnd() {
        for (int i = -6; i < 6; i++) {
            assertThat(Slice.at(i).indices(6)).containsExactly(Math.floorMod(i, 6));
        }
        assertThat(Slice.at(6).count(6)).isZero();
        assertThat(Slice.at(-7).count(6)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "::", "1:", ":1", "-3:2", "1:-2:3", "::-1", "+1:+2", " 1 : -2 : 3 "})
    void readsWhatPythonReads(String text) {
        Slice slice = Slice.parse(text);
        assertThat(Slice.parse(slice.toString())).isEqualTo(slice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1:2:3:4", "a:b", "1:2:0", "1 2:", "--1:", "1.0:", "0x1:"})
    void refusesOtherTextAndStepZero(String text) {
        assertThatThrownBy(() -> Slice.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANegativeLength() {
        assertThatThrownBy(() -> Slice.all().count(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
