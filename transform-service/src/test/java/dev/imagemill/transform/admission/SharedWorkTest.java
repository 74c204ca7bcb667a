package dev.imagemill.transform.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.platform.connection.ClientConnection;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedWorkTest {
    private static final ClientConnection STAYS = () -> false;

    private final SharedWork<String, String> work = new SharedWork<>();

    @Test
    void isDoneOnceForAllWhoWantItAtATime() throws Exception {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(clients.submit(() -> work.call("a", STAYS, () -> {
                    gate.await();
                    return "made " + times.incrementAndGet();
                })));
            }
            assertThat(work.call("b", STAYS, () -> "other")).isEqualTo("other");
            Thread.sleep(300);
            gate.countDown();
            for (Future<String> each : all) {
                assertThat(each.get()).isEqualTo("made 1");
            }
        }
        assertThat(work.call("a", STAYS, () -> "made anew")).isEqualTo("made anew");
    }

    @Test
    void goesOnWhileOneClientIsLeftAndEndsWithTheLast() throws Exception {
        AtomicBoolean firstIsGone = new AtomicBoolean();
        AtomicBoolean secondIsGone = new AtomicBoolean();
        CountDownLatch interrupted = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = clients.submit(() -> work.call("a", firstIsGone::get, () -> {
                try {
                    Thread.sleep(15_000);
                    return "made";
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            }));
            Thread.sleep(100);
            Future<?> second = clients.submit(() -> work.call("a", secondIsGone::get, () -> "never called"));
            firstIsGone.set(true);
            assertThatThrownBy(first::get).hasCauseInstanceOf(UncheckedIOException.class);
            assertThat(interrupted.getCount()).isEqualTo(1);
            secondIsGone.set(true);
            assertThatThrownBy(second::get).hasCauseInstanceOf(UncheckedIOException.class);
            interrupted.await();
        }
    }

    @Test
    void handsItsResultOutEarlyAndGoesOnWithoutClients() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        SharedWork.Work<String> early = result -> {
            result.accept("made");
            gate.await();
            over.countDown();
            return "made";
        };

        assertThat(work.call("a", STAYS, early)).isEqualTo("made");
        assertThat(work.call("a", STAYS, () -> "never called")).isEqualTo("made");
        gate.countDown();
        over.await();
        while (!work.call("a", STAYS, () -> "anew").equals("anew")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void keepsAResultThatWasHandedOutBeforeTheWorkFailed() {
        assertThat(work.call("a", STAYS, (SharedWork.Work<String>) result -> {
                    result.accept("made");
                    throw new IllegalStateException("it could not be stored");
                }))
                .isEqualTo("made");
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> work.call("a", STAYS, () -> {
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
    }
}
