package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every pair of modes against what the rules make of the same noise when NumPy works them out. */
class ConversionVectorsTest {
    static Stream<GoldenCase> conversions() {
        return GoldenCase.read("convert-modes.txt");
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void convertsAsTheRulesInNumPy(GoldenCase golden) {
        assertThat(golden.describe(golden.source().convert(golden.resultMode())))
                .isEqualTo(golden.result());
    }
}
