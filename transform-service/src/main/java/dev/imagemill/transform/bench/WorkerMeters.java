package dev.imagemill.transform.bench;

import dev.imagemill.codec.Codec;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;

/**
 * What the worker counts: {@code imagemill.transform.decodes}; {@code imagemill.transform.items} by lane, outcome and, where there is one, code; how
 * busy its threads are; and the memory that pictures take. Codes are those of {@link dev.imagemill.contract.problem.ProblemType}, so their number is bounded.
 */
public final class WorkerMeters {
    private static final String ITEMS = "imagemill.transform.items";
    /** Of items that have not failed. */
    private static final String NO_CODE = "none";

    private final Stages stages;
    private final Counter decodes;
    private final MeterRegistry registry;

    /** Counts, and times nothing. */
    public WorkerMeters(MeterRegistry registry, ComputePool pool, MemoryBudget memory) {
        this(registry, pool, memory, Stages.UNSEEN);
    }

    WorkerMeters(MeterRegistry registry, ComputePool pool, MemoryBudget memory, Stages stages) {
        this.stages = stages;
        decodes = registry.counter("imagemill.transform.decodes");
        this.registry = registry;
        for (Lane lane : Lane.values()) {
            items(lane, "made", NO_CODE);
            items(lane, "reused", NO_CODE);
        }
        registry.gauge("imagemill.transform.abandoned", pool, ComputePool::abandoned);
        registry.gauge("imagemill.transform.memory.free", memory, MemoryBudget::freeBytes);
        registry.gauge("imagemill.transform.compute.threads", pool, ComputePool::size);
        registry.gauge("imagemill.transform.compute.waiting", pool, ComputePool::waiting);
        FunctionCounter.builder("imagemill.transform.compute.busy", pool, ComputePool::busySeconds)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("imagemill.transform.libvips", Codec::libraryBytes)
                .baseUnit("bytes")
                .register(registry);
    }

    /** How long things take. */
    public Stages stages() {
        return stages;
    }

    void decoding() {
        decodes.increment();
    }

    public void finished(Lane lane, List<ItemResult> results) {
        for (ItemResult result : results) {
            counter(lane, result).increment();
        }
    }

    private Counter counter(Lane lane, ItemResult result) {
        return switch (result) {
            case ItemResult.Stored stored -> items(lane, stored.reused() ? "reused" : "made", NO_CODE);
            case ItemResult.Failed failed -> items(lane, "failed", failed.code());
            case ItemResult.Unavailable later -> items(lane, "unavailable", later.code());
        };
    }

    private Counter items(Lane lane, String outcome, String code) {
        return registry.counter(ITEMS, "lane", lane.name().toLowerCase(Locale.ROOT), "outcome", outcome, "code", code);
    }
}
