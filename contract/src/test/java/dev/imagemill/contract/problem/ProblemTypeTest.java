package dev.imagemill.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {
    private static final Path DOCS = Path.of("../docs/errors.md");

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void isFoundByItsCode(ProblemType type) {
        assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(type.uri()).hasToString("urn:imagemill:problem:" + type.code());
        assertThat(ProblemType.ofCode(type.code())).contains(type);
    }

    @Test
    void knowsNoOtherCodes() {
        assertThat(ProblemType.ofCode("no-such-problem")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void asksForAnotherTryOnlyWhenTheEnvironmentIsAtFault(ProblemType type) {
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.retryable())
                .isEqualTo(type == ProblemType.TOO_MANY_REQUESTS
                        || (type.status() >= 500 && type != ProblemType.SOURCE_MISSING));
    }

    @Test
    void isListedInTheDocumentation() throws IOException {
        assertThat(Files.readAllLines(DOCS).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemTypeTest::row)
                        .toList());
    }

    private static String row(ProblemType type) {
        return "| `" + type.code() + "` | " + type.status() + " | " + (type.retryable() ? "yes" : "no") + " | "
                + type.title() + " |";
    }
}
