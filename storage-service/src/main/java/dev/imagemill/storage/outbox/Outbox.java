package dev.imagemill.storage.outbox;

import dev.imagemill.contract.event.EventData;
import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.storage.database.SqlArray;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in what there is to tell, inside the transaction that makes it true. */
@Component
public class Outbox {
    private static final String INSERT = """
            INSERT INTO outbox (id, type, time, data, traceparent)
            SELECT i, t, now(), d, p FROM unnest(:ids, :types, :data, :traces) AS e(i, t, d, p)
            """;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes in events.
     *
     * @param traceparent the trace that an event belongs to, or null
     */
    public <T extends EventData> void add(List<T> events, Function<T, @Nullable String> traceparent) {
        if (events.isEmpty()) {
            return;
        }
        List<T> rows = List.copyOf(events);
        jdbc.sql(INSERT)
                .param("ids", SqlArray.uuids(rows, event -> Uuid7.next()))
                .param("types", SqlArray.texts(rows, event -> event.type().id()))
                .param("data", SqlArray.texts(rows, event -> EventJson.mapper().writeValueAsString(event)))
                .param("traces", SqlArray.texts(rows, traceparent))
                .update();
    }
}
