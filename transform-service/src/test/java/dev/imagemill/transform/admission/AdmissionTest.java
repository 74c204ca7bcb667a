package dev.imagemill.transform.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AdmissionTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        requests.shutdownNow();
    }

    @Test
    void servesTheLineInItsOrderAndTurnsTheRestAway() throws Exception {
        Admission admission = new Admission(1, 3, Duration.ofSeconds(15), registry);
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            all.add(requests.submit(() -> admission.work(() -> {
                gate.await();
                return order.add(number);
            })));
            Thread.sleep(50);
        }
        assertTurnedAway(admission::requireRoom);
        assertTurnedAway(() -> admission.work(() -> ""));
        assertThat(registry.counter("imagemill.transform.requests.turned-away").count())
                .isEqualTo(2);
        gate.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        assertThat(order).containsExactly(0, 1, 2, 3);
        assertThat(admission.working()).isZero();
        admission.requireRoom();
    }

    @Test
    void losesPatience() throws Exception {
        Admission admission = new Admission(1, 3, Duration.ofMillis(50), registry);
        Future<?> first = requests.submit(() -> admission.work(() -> {
            gate.await();
            return "";
        }));
        Thread.sleep(50);
        assertTurnedAway(() -> admission.work(() -> ""));
        gate.countDown();
        first.get();
    }

    @Test
    void freesThePlaceOfWorkThatFails() {
        Admission admission = new Admission(1, 0, Duration.ofMillis(50), registry);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> admission.work(() -> {
                        throw new IllegalStateException("mine");
                    }))
                    .hasMessage("mine");
        }
        assertThat(admission.working()).isZero();
    }

    private static void assertTurnedAway(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));
    }
}
