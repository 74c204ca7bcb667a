package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoryBudgetTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final MemoryBudget budget = new MemoryBudget(1 << 20);

    @Test
    void givesOutNoMoreThanThereIs() throws InterruptedException {
        MemoryBudget.Lease most = budget.take(1_000_000, Lane.BULK, SHORT);
        assertRefused(100_000, ProblemType.OUT_OF_MEMORY_BUDGET);
        most.close();
        budget.take(100_000, Lane.BULK, SHORT).close();
        assertThat(budget.freeBytes()).isEqualTo(1 << 20);
    }

    @Test
    void refusesWhatItCouldNeverGive() {
        assertRefused(2 << 20, ProblemType.TOO_MUCH_MEMORY);
        assertThat(ProblemType.TOO_MUCH_MEMORY.retryable()).isFalse();
    }

    @Test
    void givesEverythingOnlyWhenNothingIsTaken() throws InterruptedException {
        MemoryBudget.Lease one = budget.take(1, Lane.BULK, SHORT);
        assertThatThrownBy(() -> budget.takeAll(SHORT)).isInstanceOf(ProblemException.class);
        one.close();
        budget.takeAll(SHORT);
        assertThat(budget.freeBytes()).isZero();
    }

    @Test
    void takesALeaseBackOnce() throws InterruptedException {
        MemoryBudget.Lease lease = budget.take(4096, Lane.BULK, SHORT);
        lease.close();
        lease.close();
        assertThat(budget.freeBytes()).isEqualTo(1 << 20);
    }

    @Test
    @Timeout(20)
    void letsWhoeverIsWaitedForPassAllJobsButOne() throws Exception {
        MemoryBudget.Lease everything = budget.takeAll(SHORT);
        List<String> order = new CopyOnWriteArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String name : List.of("bulk 1", "bulk 2", "bulk 3", "interactive")) {
                Lane lane = name.startsWith("bulk") ? Lane.BULK : Lane.INTERACTIVE;
                var unused = callers.submit(() -> {
                    try (var _ = budget.take(1 << 20, lane, Duration.ofSeconds(15))) {
                        order.add(name);
                        return name;
                    }
                });
                Thread.sleep(100);
            }
            everything.close();
        }
        assertThat(order).containsExactly("bulk 1", "interactive", "bulk 2", "bulk 3");
    }

    private void assertRefused(long bytes, ProblemType type) {
        assertThatThrownBy(() -> budget.take(bytes, Lane.BULK, SHORT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(type));
    }
}
