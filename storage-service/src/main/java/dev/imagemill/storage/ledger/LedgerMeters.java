package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.storage.ledger.WaitingWork.Items;
import dev.imagemill.storage.ledger.WaitingWork.LaneWork;
import dev.imagemill.storage.ledger.WaitingWork.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells how much work waits, by lane: {@code imagemill.storage.work.waiting} in estimated seconds of a worker,
 * {@code imagemill.storage.work.age} of the oldest open chunk in seconds, {@code imagemill.storage.chunks} and
 * {@code imagemill.storage.items} by state, and {@code imagemill.storage.outbox} in events. It is the ledger's, so every replica tells the same. The database is asked once
 * for all of them and seldom; while it is away they have no value.
 */
@Component
class LedgerMeters implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerMeters.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final WaitingWork work;
    private @Nullable Snapshot latest;
    private long lookedAt;
    private boolean looked;

    LedgerMeters(WaitingWork work) {
        this.work = work;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Lane lane : Lane.values()) {
            String name = lane.name().toLowerCase(Locale.ROOT);
            gauge("imagemill.storage.work.waiting", lane, LaneWork::seconds)
                    .baseUnit("seconds")
                    .tag("lane", name)
                    .register(registry);
            gauge("imagemill.storage.work.age", lane, LaneWork::oldestSeconds)
                    .baseUnit("seconds")
                    .tag("lane", name)
                    .register(registry);
            gauge("imagemill.storage.chunks", lane, LaneWork::pending)
                    .tags("lane", name, "state", "pending")
                    .register(registry);
            gauge("imagemill.storage.chunks", lane, LaneWork::released)
                    .tags("lane", name, "state", "released")
                    .register(registry);
            items(lane, name, "unplanned", Items::unplanned, registry);
            items(lane, name, "pending", Items::pending, registry);
            items(lane, name, "released", Items::released, registry);
        }
        Gauge.builder("imagemill.storage.outbox", this, meters -> meters.value(Snapshot::outbox))
                .register(registry);
    }

    private void items(Lane lane, String name, String state, ToDoubleFunction<Items> what, MeterRegistry registry) {
        gauge("imagemill.storage.items", lane, work -> what.applyAsDouble(work.items()))
                .tags("lane", name, "state", state)
                .register(registry);
    }

    private Gauge.Builder<LedgerMeters> gauge(String name, Lane lane, ToDoubleFunction<LaneWork> what) {
        return Gauge.builder(name, this, meters -> meters.value(snapshot -> what.applyAsDouble(snapshot.lane(lane))));
    }

    private synchronized double value(ToDoubleFunction<Snapshot> what) {
        if (!looked || System.nanoTime() - lookedAt > FRESH_NANOS) {
            latest = look();
            lookedAt = System.nanoTime();
            looked = true;
        }
        return latest == null ? Double.NaN : what.applyAsDouble(latest);
    }

    private @Nullable Snapshot look() {
        try {
            return work.look();
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("nobody knows what waits", away);
            return null;
        }
    }
}
