package dev.imagemill.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CarriedTest {
    private static final ContextKey<String> KEY = ContextKey.named("key");

    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        pool.shutdownNow();
        MDC.clear();
    }

    @Test
    void takesTraceAndIdsToAnotherThread() throws Exception {
        Callable<List<String>> work;
        try (LogIds _ = LogIds.of(LogIds.IMAGE, "i").and(LogIds.RENDITION, "r");
                Scope _ = Context.current().with(KEY, "traced").makeCurrent()) {
            work = Carried.along().to(CarriedTest::around);
        }

        assertThat(pool.submit(work).get()).containsExactly("traced", "i", "r");
    }

    @Test
    void leavesNothingBehindOnAThreadOfAPool() throws Exception {
        try (LogIds _ = LogIds.of(LogIds.IMAGE, "i")) {
            pool.submit(Carried.along().to(CarriedTest::around)).get();
        }

        assertThat(pool.submit(CarriedTest::around).get()).containsExactly("none", "none", "none");
    }

    @Test
    void givesAThreadItsOwnBackAlthoughTheWorkFails() throws Exception {
        Callable<String> failing = Carried.along().to(() -> {
            MDC.put(LogIds.ITEM, "7");
            throw new IllegalStateException("no");
        });
        List<String> after = pool.submit(() -> {
                    MDC.put(LogIds.IMAGE, "own");
                    try {
                        failing.call();
                    } catch (IllegalStateException expected) {
                        return List.of(MDC.get(LogIds.IMAGE), String.valueOf(MDC.get(LogIds.ITEM)));
                    }
                    return List.<String>of();
                })
                .get();

        assertThat(after).containsExactly("own", "null");
    }

    @Test
    void restoresAnIdThatStoodThereBefore() {
        try (LogIds _ = LogIds.of(LogIds.IMAGE, "outer")) {
            try (LogIds _ = LogIds.of(LogIds.IMAGE, "inner").and(LogIds.JOB, null)) {
                assertThat(MDC.get(LogIds.IMAGE)).isEqualTo("inner");
                assertThat(MDC.get(LogIds.JOB)).isNull();
            }
            assertThat(MDC.get(LogIds.IMAGE)).isEqualTo("outer");
        }
        assertThat(MDC.get(LogIds.IMAGE)).isNull();
    }

    private static List<String> around() {
        String traced = Context.current().get(KEY);
        return List.of(traced == null ? "none" : traced, mdc(LogIds.IMAGE), mdc(LogIds.RENDITION));
    }

    private static String mdc(String name) {
        String id = MDC.get(name);
        return id == null ? "none" : id;
    }
}
