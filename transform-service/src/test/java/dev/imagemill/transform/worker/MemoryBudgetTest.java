package dev.imagemill.transform.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final MemoryBudget budget = new MemoryBudget(1 << 20);

    @Test
    void givesOutNoMoreThanThereIs() throws InterruptedException {
        MemoryBudget.Lease most = budget.take(1_000_000, SHORT);
        assertRefused(100_000);
        most.close();
        budget.take(100_000, SHORT).close();
        assertThat(budget.freeBytes()).isEqualTo(1 << 20);
    }

    @Test
    void refusesWhatItCouldNeverGive() {
        assertRefused(2 << 20);
    }

    @Test
    void givesEverythingOnlyWhenNothingIsTaken() throws InterruptedException {
        MemoryBudget.Lease one = budget.take(1, SHORT);
        assertThatThrownBy(() -> budget.takeAll(SHORT)).isInstanceOf(ProblemException.class);
        one.close();
        budget.takeAll(SHORT);
        assertThat(budget.freeBytes()).isZero();
    }

    @Test
    void takesALeaseBackOnce() throws InterruptedException {
        MemoryBudget.Lease lease = budget.take(4096, SHORT);
        lease.close();
        lease.close();
        assertThat(budget.freeBytes()).isEqualTo(1 << 20);
    }

    private void assertRefused(long bytes) {
        assertThatThrownBy(() -> budget.take(bytes, SHORT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.OUT_OF_MEMORY_BUDGET));
    }
}
