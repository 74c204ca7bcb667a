package dev.imagemill.benchmark.peer;

import java.util.List;

/** The middle one of some values; of an even number, the upper of the two. */
final class Median {
    private Median() {}

    static double of(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
