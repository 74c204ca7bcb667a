package dev.imagemill.benchmark.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final List<Double> HUNDRED =
            IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();

    @Test
    void takesAQuantileOfUnsortedValues() {
        assertThat(Tally.quantile(HUNDRED.reversed(), 0.99)).isEqualTo(100);
        assertThat(Tally.quantile(HUNDRED.reversed(), 0.5)).isEqualTo(51);
        assertThat(Tally.quantile(List.of(3.0), 0.99)).isEqualTo(3);
    }
}
