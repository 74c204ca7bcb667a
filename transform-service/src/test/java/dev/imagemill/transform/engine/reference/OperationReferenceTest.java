package dev.imagemill.transform.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.pipeline.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every operation with its definition; run with {@code -Dimagemill.docs=write} it writes what it measured to the documentation. */
class OperationReferenceTest {
    private static final Path PAGE = Path.of("../docs/exactness.md");
    private static final String BEGIN = "<!-- comparisons: made by OperationReferenceTest -->\n";
    private static final String END = "<!-- end of comparisons -->";
    /** Of the definitions' own arithmetic. */
    private static final double ROUNDING = 1e-6;

    private static final boolean WRITE = "write".equals(System.getProperty("imagemill.docs"));

    static List<Comparison> comparisons() {
        return References.all();
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void isAsNearToItsDefinitionAsItSays(Comparison comparison) {
        Measured measured = comparison.measure();
        double allowed = comparison.tolerance().most() + ROUNDING;
        if (measured.most() > allowed) {
            measured.save(comparison.toString().replaceAll("[^A-Za-z0-9.]+", "-"));
        }
        assertThat(measured.most()).isLessThanOrEqualTo(allowed);
    }

    @Test
    void leavesOutNoOperation() {
        Set<String> compared = comparisons().stream()
                .map(comparison -> comparison.operations().getLast().getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(Operation.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .isNotEmpty()
                .allMatch(compared::contains);
    }

    @Test
    void tellsWhatWasMeasured() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String text = ExactnessPage.text(
                comparisons().stream().map(ExactnessPage.Line::of).toList());
        if (WRITE) {
            Files.writeString(PAGE, page.substring(0, begin) + text + page.substring(end));
            return;
        }
        assertThat(ExactnessPage.withoutFigures(page.substring(begin, end)))
                .isEqualTo(ExactnessPage.withoutFigures(text));
    }
}
