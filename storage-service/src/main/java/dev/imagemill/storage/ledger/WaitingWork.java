package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much is still to be done, as the ledger has it. */
@Component
class WaitingWork {
    /** One lane's open chunks: how many wait and are out, what they take by estimate, and how long the oldest is there. */
    record LaneWork(long pending, long released, double seconds, double oldestSeconds) {
        static final LaneWork NONE = new LaneWork(0, 0, 0, 0);
    }

    /** All lanes', and the events that wait to be sent. */
    record Snapshot(Map<Lane, LaneWork> lanes, long outbox) {
        LaneWork lane(Lane lane) {
            return lanes.getOrDefault(lane, LaneWork.NONE);
        }
    }

    private static final String OPEN_CHUNKS = """
            SELECT lane, count(*) FILTER (WHERE state = 'PENDING') AS pending, count(*) FILTER (WHERE state = 'RELEASED') AS released,
                sum(estimate_millis::float8 * open_items / octet_length(item_states)) / 1000 AS seconds,
                extract(epoch FROM now() - min(created_at))::float8 AS oldest
            FROM chunk WHERE state <> 'DONE' GROUP BY lane
            """;

    /** Items of jobs that are no chunks yet, each counted as the mean of those that are. */
    private static final String UNPLANNED_SECONDS = """
            SELECT coalesce(sum(greatest(total - planned, 0)), 0) * (
                SELECT coalesce(avg(estimate_millis::float8 / octet_length(item_states)), :unknown) / 1000
                FROM chunk WHERE state <> 'DONE' AND lane = 'BULK')
            FROM job WHERE planned_at IS NULL
            """;

    private static final double UNKNOWN_ITEM_MILLIS = 30;

    private final JdbcClient jdbc;

    WaitingWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Snapshot look() {
        Map<Lane, LaneWork> lanes = new EnumMap<>(Lane.class);
        jdbc.sql(OPEN_CHUNKS)
                .query((row, number) -> lanes.put(Lane.valueOf(row.getString("lane")), lane(row)))
                .list();
        double unplanned = jdbc.sql(UNPLANNED_SECONDS)
                .param("unknown", UNKNOWN_ITEM_MILLIS)
                .query(Double.class)
                .single();
        lanes.merge(
                Lane.BULK,
                new LaneWork(0, 0, unplanned, 0),
                (open, more) -> new LaneWork(
                        open.pending(), open.released(), open.seconds() + more.seconds(), open.oldestSeconds()));
        long outbox = jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
        return new Snapshot(lanes, outbox);
    }

    private static LaneWork lane(ResultSet row) throws SQLException {
        return new LaneWork(
                row.getLong("pending"), row.getLong("released"), row.getDouble("seconds"), row.getDouble("oldest"));
    }
}
