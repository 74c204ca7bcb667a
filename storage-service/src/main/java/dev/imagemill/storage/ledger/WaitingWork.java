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
    /**
     * One lane's open work.
     *
     * @param pending chunks that wait
     * @param released chunks that are out
     * @param seconds what they take by estimate
     * @param oldestSeconds how long the oldest is there
     * @param items their items that have not come to their end
     */
    record LaneWork(long pending, long released, double seconds, double oldestSeconds, Items items) {
        static final LaneWork NONE = new LaneWork(0, 0, 0, 0, Items.NONE);
    }

    /** Items that have not come to their end: of jobs that are no chunks yet, of chunks that wait, and of chunks that are out. */
    record Items(long unplanned, long pending, long released) {
        static final Items NONE = new Items(0, 0, 0);
    }

    /** All lanes', and the events that wait to be sent. */
    record Snapshot(Map<Lane, LaneWork> lanes, long outbox) {
        LaneWork lane(Lane lane) {
            return lanes.getOrDefault(lane, LaneWork.NONE);
        }
    }

    private static final String OPEN_CHUNKS = """
            SELECT lane, count(*) FILTER (WHERE state = 'PENDING') AS pending, count(*) FILTER (WHERE state = 'RELEASED') AS released,
                coalesce(sum(open_items) FILTER (WHERE state = 'PENDING'), 0) AS pending_items,
                coalesce(sum(open_items) FILTER (WHERE state = 'RELEASED'), 0) AS released_items,
                sum(estimate_millis::float8 * open_items / octet_length(item_states)) / 1000 AS seconds,
                extract(epoch FROM now() - min(created_at))::float8 AS oldest
            FROM chunk WHERE state <> 'DONE' GROUP BY lane
            """;

    /** Items of jobs that are no chunks yet, each counted as the mean of those that are. */
    private static final String UNPLANNED = """
            SELECT coalesce(sum(greatest(total - planned, 0)), 0) AS items, (
                SELECT coalesce(avg(estimate_millis::float8 / octet_length(item_states)), :unknown) / 1000
                FROM chunk WHERE state <> 'DONE' AND lane = 'BULK') AS item_seconds
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
        LaneWork unplanned = jdbc.sql(UNPLANNED)
                .param("unknown", UNKNOWN_ITEM_MILLIS)
                .query((row, number) -> unplanned(row))
                .single();
        lanes.merge(Lane.BULK, unplanned, WaitingWork::with);
        long outbox = jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
        return new Snapshot(lanes, outbox);
    }

    private static LaneWork with(LaneWork open, LaneWork unplanned) {
        return new LaneWork(
                open.pending(),
                open.released(),
                open.seconds() + unplanned.seconds(),
                open.oldestSeconds(),
                new Items(
                        unplanned.items().unplanned(),
                        open.items().pending(),
                        open.items().released()));
    }

    private static LaneWork unplanned(ResultSet row) throws SQLException {
        long items = row.getLong("items");
        return new LaneWork(0, 0, items * row.getDouble("item_seconds"), 0, new Items(items, 0, 0));
    }

    private static LaneWork lane(ResultSet row) throws SQLException {
        return new LaneWork(
                row.getLong("pending"),
                row.getLong("released"),
                row.getDouble("seconds"),
                row.getDouble("oldest"),
                new Items(0, row.getLong("pending_items"), row.getLong("released_items")));
    }
}
