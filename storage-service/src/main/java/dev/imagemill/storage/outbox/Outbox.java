package dev.imagemill.storage.outbox;

import dev.imagemill.contract.event.EventData;
import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.storage.database.SqlArray;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in what there is to tell, inside the transaction that makes it true. */
@Component
public class Outbox {
    private static final String INSERT = """
            INSERT INTO outbox (id, type, time, data)
            SELECT i, t, now(), d FROM unnest(:ids, :types, :data) AS e(i, t, d)
            """;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(List<? extends EventData> events) {
        if (events.isEmpty()) {
            return;
        }
        List<EventData> rows = List.copyOf(events);
        jdbc.sql(INSERT)
                .param("ids", SqlArray.uuids(rows, event -> Uuid7.next()))
                .param("types", SqlArray.texts(rows, event -> event.type().id()))
                .param("data", SqlArray.texts(rows, event -> EventJson.mapper().writeValueAsString(event)))
                .update();
    }
}
