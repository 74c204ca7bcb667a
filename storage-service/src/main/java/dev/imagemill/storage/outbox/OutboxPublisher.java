package dev.imagemill.storage.outbox;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.EventData;
import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.event.EventType;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.eventbus.OutgoingEvent;
import dev.imagemill.storage.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes what is in the outbox. Rows are taken, sent, and deleted once every one is acknowledged, in one transaction: a
 * crash or an outage publishes them again under the same event ids, and several replicas never take the same row.
 */
@Component
class OutboxPublisher {
    static final String SOURCE = "urn:imagemill:storage";

    private static final int BATCH = 500;

    private static final String TAKE = """
            DELETE FROM outbox WHERE position IN (
                SELECT position FROM outbox ORDER BY position LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING position, id, type, time, data, traceparent
            """;

    private final JdbcClient jdbc;
    private final EventBus bus;
    private final TransactionOperations transaction;

    private record Row(long position, CloudEvent<?> event) {}

    OutboxPublisher(JdbcClient jdbc, EventBus bus, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.bus = bus;
        this.transaction = transaction;
    }

    /** Publishes one batch; whether there may be more. */
    boolean publish() {
        return transaction.execute(status -> {
            List<OutgoingEvent> events =
                    jdbc.sql(TAKE).param("limit", BATCH).query(OutboxPublisher::row).list().stream()
                            .sorted((a, b) -> Long.compare(a.position(), b.position()))
                            .map(row -> OutgoingEvent.of(row.event()))
                            .toList();
            if (!events.isEmpty()) {
                bus.publishAll(events);
            }
            return events.size() == BATCH;
        });
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String id = row.getString("type");
        EventType type = EventType.ofId(id).orElseThrow(() -> new IllegalStateException("unknown event type " + id));
        EventData data = EventJson.mapper().readValue(row.getString("data"), type.dataClass());
        return new Row(
                row.getLong("position"),
                CloudEvent.of(Columns.uuid(row, "id").toString(), SOURCE, Columns.instant(row, "time"), data)
                        .in(row.getString("traceparent")));
    }
}
