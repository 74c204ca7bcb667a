package dev.imagemill.transform.bench;

import dev.imagemill.contract.event.ItemResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * What the worker counts: {@code imagemill.transform.decodes}, {@code imagemill.transform.items} by outcome, and the seconds that its threads
 * computed in {@code imagemill.transform.compute.busy}.
 */
public final class WorkerMeters {
    private static final String ITEMS = "imagemill.transform.items";
    private static final String OUTCOME = "outcome";

    private final Counter decodes;
    private final Counter made;
    private final Counter reused;
    private final Counter failed;
    private final Counter unavailable;

    public WorkerMeters(MeterRegistry registry, ComputePool pool, MemoryBudget memory) {
        decodes = registry.counter("imagemill.transform.decodes");
        made = registry.counter(ITEMS, OUTCOME, "made");
        reused = registry.counter(ITEMS, OUTCOME, "reused");
        failed = registry.counter(ITEMS, OUTCOME, "failed");
        unavailable = registry.counter(ITEMS, OUTCOME, "unavailable");
        FunctionCounter.builder("imagemill.transform.compute.busy", pool, ComputePool::busySeconds)
                .baseUnit("seconds")
                .register(registry);
        registry.gauge("imagemill.transform.abandoned", pool, ComputePool::abandoned);
        registry.gauge("imagemill.transform.memory.free", memory, MemoryBudget::freeBytes);
    }

    void decoding() {
        decodes.increment();
    }

    public void finished(List<ItemResult> results) {
        for (ItemResult result : results) {
            counter(result).increment();
        }
    }

    private Counter counter(ItemResult result) {
        return switch (result) {
            case ItemResult.Stored stored -> stored.reused() ? reused : made;
            case ItemResult.Failed _ -> failed;
            case ItemResult.Unavailable _ -> unavailable;
        };
    }
}
