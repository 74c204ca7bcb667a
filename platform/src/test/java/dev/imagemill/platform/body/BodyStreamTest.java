package dev.imagemill.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyStreamTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void passesOnAllThatLiesWithinTheLimit() throws Exception {
        try (BodyStream body = new BodyStream(bytes(10), 10, PATIENCE)) {
            assertThat(body.readAllBytes()).hasSize(10);
            assertThat(body.ended()).isTrue();
        }
    }

    @Test
    void stopsAtTheFirstByteBeyondTheLimit() {
        assertProblem(new BodyStream(bytes(11), 10, PATIENCE), ProblemType.TOO_MANY_BYTES);
    }

    @Test
    void losesPatienceWithAClientThatDawdles() {
        assertProblem(new BodyStream(bytes(10), 10, Duration.ofNanos(1)), ProblemType.UPLOAD_INTERRUPTED);
    }

    @Test
    void tellsThatTheClientWentAway() {
        assertProblem(new BodyStream(new Gone(), 10, PATIENCE), ProblemType.UPLOAD_INTERRUPTED);
    }

    private static void assertProblem(BodyStream body, ProblemType type) {
        assertThatThrownBy(body::readAllBytes)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(type));
        assertThat(body.ended()).isFalse();
    }

    private static InputStream bytes(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }
}
