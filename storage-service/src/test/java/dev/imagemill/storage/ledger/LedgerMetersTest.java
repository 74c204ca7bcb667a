package dev.imagemill.storage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.storage.ledger.WaitingWork.Items;
import dev.imagemill.storage.ledger.WaitingWork.LaneWork;
import dev.imagemill.storage.ledger.WaitingWork.Snapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void tellsEachLaneByItself() {
        Looks looks =
                new Looks(new Snapshot(Map.of(Lane.BULK, new LaneWork(3, 2, 12.5, 60, new Items(70, 30, 11))), 7));
        new LedgerMeters(looks).bindTo(registry);

        assertThat(waiting("bulk")).isEqualTo(12.5);
        assertThat(waiting("interactive")).isZero();
        assertThat(registry.get("imagemill.storage.work.age")
                        .tag("lane", "bulk")
                        .gauge()
                        .value())
                .isEqualTo(60);
        assertThat(registry.get("imagemill.storage.chunks")
                        .tags("lane", "bulk", "state", "pending")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(registry.get("imagemill.storage.chunks")
                        .tags("lane", "bulk", "state", "released")
                        .gauge()
                        .value())
                .isEqualTo(2);
        for (var items :
                Map.of("unplanned", 70.0, "pending", 30.0, "released", 11.0).entrySet()) {
            assertThat(registry.get("imagemill.storage.items")
                            .tags("lane", "bulk", "state", items.getKey())
                            .gauge()
                            .value())
                    .isEqualTo(items.getValue());
        }
        assertThat(registry.get("imagemill.storage.outbox").gauge().value()).isEqualTo(7);
    }

    @Test
    void asksTheDatabaseOnceForAllOfThem() {
        Looks looks = new Looks(new Snapshot(Map.of(), 0));
        new LedgerMeters(looks).bindTo(registry);

        registry.forEachMeter(meter -> meter.measure()
                .forEach(measurement -> assertThat(measurement.getValue()).isZero()));

        assertThat(looks.count).isEqualTo(1);
    }

    @Test
    void hasNoValueWhileTheDatabaseIsAwayAndDoesNotAskItForEach() {
        Looks looks = new Looks(null);
        new LedgerMeters(looks).bindTo(registry);

        assertThat(waiting("bulk")).isNaN();
        assertThat(waiting("interactive")).isNaN();
        assertThat(looks.count).isEqualTo(1);
    }

    private double waiting(String lane) {
        return registry.get("imagemill.storage.work.waiting")
                .tag("lane", lane)
                .gauge()
                .value();
    }

    private static final class Looks extends WaitingWork {
        private final @Nullable Snapshot answer;
        private int count;

        Looks(@Nullable Snapshot answer) {
            super(JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource()));
            this.answer = answer;
        }

        @Override
        Snapshot look() {
            count++;
            if (answer == null) {
                throw new DataAccessResourceFailureException("away");
            }
            return answer;
        }
    }
}
