package dev.imagemill.storage.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
    @Test
    void goesOnAfterWhateverAStepThrows() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(1);
        Loop loop = new Loop("test", Duration.ofHours(1), () -> switch (runs.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("passes");
            case 2 -> throw new OutOfMemoryError("passes too");
            default -> {
                third.countDown();
                yield false;
            }
        });

        loop.start();
        try {
            assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            loop.stop();
        }
    }
}
