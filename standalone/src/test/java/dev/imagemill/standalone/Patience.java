package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes bring about. */
final class Patience {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private Patience() {}

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s within %s", what, LIMIT).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
