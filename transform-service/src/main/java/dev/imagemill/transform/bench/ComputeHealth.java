package dev.imagemill.transform.bench;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while as many tasks as there should be threads were abandoned and still run: only a new process gets rid of them. */
final class ComputeHealth extends AbstractHealthIndicator {
    private final ComputePool pool;
    private final int most;

    ComputeHealth(ComputePool pool, int most) {
        super("the compute pool cannot be examined");
        this.pool = pool;
        this.most = most;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        int abandoned = pool.abandoned();
        builder.status(abandoned < most ? "UP" : "DOWN").withDetail("abandoned", abandoned);
    }
}
