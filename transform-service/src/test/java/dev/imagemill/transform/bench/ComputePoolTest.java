package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.transform.bench.ComputePool.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ComputePoolTest {
    private static final Duration LONG = Duration.ofSeconds(15);

    private final ComputePool pool = new ComputePool(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        pool.close();
        callers.shutdownNow();
    }

    @Test
    void computesTheMoreUrgentFirst() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Future<?> first = callers.submit(() -> pool.run(Urgency.BULK_SOURCE, LONG, () -> {
            begun.countDown();
            gate.await();
            return "";
        }));
        begun.await();
        List<Urgency> order = new CopyOnWriteArrayList<>();
        List<Future<?>> waiting = new ArrayList<>();
        for (Urgency urgency : List.of(Urgency.BULK_SOURCE, Urgency.BULK_RENDITION, Urgency.INTERACTIVE_SOURCE)) {
            waiting.add(callers.submit(() -> pool.run(urgency, LONG, () -> order.add(urgency))));
        }
        Thread.sleep(200);
        gate.countDown();
        first.get();
        for (Future<?> each : waiting) {
            each.get();
        }
        assertThat(order).containsExactly(Urgency.INTERACTIVE_SOURCE, Urgency.BULK_RENDITION, Urgency.BULK_SOURCE);
    }

    @Test
    void countsTheTimeThatTasksTook() throws Exception {
        pool.run(Urgency.BULK_SOURCE, LONG, () -> {
            Thread.sleep(30);
            return "";
        });
        pool.run(Urgency.BULK_SOURCE, LONG, () -> "after the first was counted");
        assertThat(pool.busySeconds()).isGreaterThanOrEqualTo(0.03);
    }

    @Test
    void abandonsWhatPassesItsLimitAndGoesOn() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        assertThatThrownBy(() -> pool.run(Urgency.BULK_SOURCE, Duration.ofMillis(50), () -> {
                    gate.await();
                    return "late";
                }))
                .isInstanceOfSatisfying(TimeLimitExceeded.class, late -> {
                    assertThat(pool.abandoned()).isEqualTo(1);
                    assertThat(late.end()).isNotDone();
                    gate.countDown();
                    assertThat(late.end().join()).isEqualTo("late");
                });
        assertThat(pool.run(Urgency.BULK_SOURCE, LONG, () -> "next")).isEqualTo("next");
        assertThat(pool.abandoned()).isZero();
    }

    @Test
    @Timeout(120)
    void stopsWhatPassesItsLimit() {
        byte[] drawing = ("<svg xmlns='http://www.w3.org/2000/svg' width='12000' height='12000'>"
                        + "<circle opacity='0.1' r='9000' cx='6000' cy='6000'/>".repeat(8) + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> pool.run(
                        Urgency.BULK_SOURCE,
                        Duration.ofMillis(300),
                        () -> Codec.decode(drawing, DecodeOptions.DEFAULT)))
                .isInstanceOfSatisfying(
                        TimeLimitExceeded.class, late -> assertThat(late.end()).failsWithin(Duration.ofSeconds(100)));
        assertThat(pool.abandoned()).isZero();
    }

    @Test
    void doesNotCountTheTimeATaskWaitsForItsTurn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> slow = callers.submit(() -> pool.run(Urgency.BULK_SOURCE, LONG, () -> {
            begun.countDown();
            Thread.sleep(600);
            return "";
        }));
        begun.await();
        assertThat(pool.run(Urgency.BULK_SOURCE, Duration.ofMillis(300), () -> "in time"))
                .isEqualTo("in time");
        slow.get();
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> pool.run(Urgency.BULK_SOURCE, LONG, () -> {
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
    }

    @Test
    void keepsAFifthForJobsHoweverManyPeopleWait() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        List<Urgency> order = new CopyOnWriteArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        all.add(callers.submit(() -> pool.run(Urgency.BULK_SOURCE, LONG, () -> {
            gate.await();
            return "";
        })));
        Thread.sleep(100);
        for (int i = 0; i < 20; i++) {
            Urgency urgency = i < 2 ? Urgency.BULK_RENDITION : Urgency.INTERACTIVE_SOURCE;
            all.add(callers.submit(() -> pool.run(urgency, LONG, () -> order.add(urgency))));
        }
        Thread.sleep(300);
        gate.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        assertThat(order.indexOf(Urgency.BULK_RENDITION)).isEqualTo(4);
        assertThat(order.lastIndexOf(Urgency.BULK_RENDITION)).isEqualTo(9);
    }

    @Test
    void neverBeginsWhatNobodyWaitsForAnyMore() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Future<?> first = callers.submit(() -> pool.run(Urgency.BULK_SOURCE, LONG, () -> {
            gate.await();
            return "";
        }));
        Thread.sleep(100);
        List<String> begun = new CopyOnWriteArrayList<>();
        Future<?> dropped = callers.submit(() -> pool.run(Urgency.BULK_SOURCE, LONG, () -> begun.add("dropped")));
        Thread.sleep(100);
        dropped.cancel(true);
        Thread.sleep(100);
        gate.countDown();
        first.get();
        assertThat(pool.run(Urgency.BULK_SOURCE, LONG, () -> "next")).isEqualTo("next");
        assertThat(begun).isEmpty();
    }

    @Test
    void tellsWhenWhatRunsForNobodyEnds() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<Object> seen = new CompletableFuture<>();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                pool.run(Urgency.BULK_SOURCE, Duration.ofMillis(300), () -> {
                    begun.countDown();
                    gate.await();
                    return "late";
                });
            } catch (StillRunning still) {
                seen.complete(still);
            } catch (InterruptedException e) {
                seen.completeExceptionally(e);
            }
        });
        begun.await();
        caller.interrupt();
        StillRunning still = (StillRunning) seen.get();
        assertThat(still.end()).isNotDone();
        while (pool.abandoned() == 0) {
            Thread.sleep(10);
        }
        gate.countDown();
        assertThat(still.end().join()).isEqualTo("late");
    }

    @Test
    void takesNothingOnceItIsClosed() {
        pool.close();
        assertThatThrownBy(() -> pool.run(Urgency.BULK_SOURCE, LONG, () -> ""))
                .isInstanceOf(CancellationException.class);
    }
}
