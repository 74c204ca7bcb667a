package dev.imagemill.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void writesAProblemDocument() {
        assertThat(Problem.at(ProblemType.INVALID_PIPELINE, "/operations/0/op", "unknown operation")
                        .document())
                .containsExactly(
                        entry("type", "urn:imagemill:problem:invalid-pipeline"),
                        entry("title", "The pipeline is not valid"),
                        entry("status", 422),
                        entry("code", "invalid-pipeline"),
                        entry("detail", "unknown operation"),
                        entry("pointer", "/operations/0/op"));
        assertThat(Problem.of(ProblemType.EMPTY_BODY, "nothing").document()).doesNotContainKey("pointer");
    }

    @Test
    void isSeenFromTheEnclosingDocument() {
        assertThat(Problem.at(ProblemType.INVALID_PIPELINE, "/op", "x")
                        .within("/a/0")
                        .pointer())
                .isEqualTo("/a/0/op");
        assertThat(Problem.of(ProblemType.INVALID_PIPELINE, "x").within("/a/0").pointer())
                .isEqualTo("/a/0");
    }

    @Test
    void saysEverythingInItsException() {
        assertThat(Problem.at(ProblemType.INVALID_PIPELINE, "/op", "unknown").exception())
                .hasMessage("invalid-pipeline at \"/op\": unknown");
    }
}
