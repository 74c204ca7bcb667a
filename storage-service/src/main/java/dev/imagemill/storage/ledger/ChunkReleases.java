package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.storage.database.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements by which chunks are taken for release, leased, and put back. */
@Component
class ChunkReleases {
    /** First half of the advisory locks under which a lane's window is counted. */
    private static final int WINDOW_LOCK = 0x494d_0001;

    private static final String EXPIRE = """
            UPDATE chunk SET state = 'PENDING', not_before = now()
            WHERE id IN (SELECT id FROM chunk WHERE lane = :lane AND state = 'RELEASED' AND lease_until < now()
                         ORDER BY id FOR UPDATE SKIP LOCKED)
            """;
    private static final String TAKE = """
            WITH taken AS (
                SELECT id FROM chunk WHERE lane = :lane AND state = 'PENDING' AND not_before <= now()
                ORDER BY not_before, id FOR UPDATE SKIP LOCKED LIMIT :limit)
            UPDATE chunk SET state = 'RELEASED', attempt = attempt + 1, lease_until = now() + :claim * interval '1 ms'
            FROM taken WHERE chunk.id = taken.id
            RETURNING attempt, work, item_states, traceparent
            """;
    private static final String LEASE = """
            UPDATE chunk SET lease_until = now() + :lease * interval '1 ms'
            FROM unnest(:ids, :attempts) AS r(i, a) WHERE id = r.i AND attempt = r.a AND state = 'RELEASED'
            """;
    private static final String PUT_BACK = """
            UPDATE chunk SET state = 'PENDING', not_before = now()
            FROM unnest(:ids, :attempts) AS r(i, a) WHERE id = r.i AND attempt = r.a AND state = 'RELEASED'
            """;

    private final JdbcClient jdbc;

    ChunkReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes this transaction the only one that fills the lane's window. */
    void lock(Lane lane) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock, hashtext(:lane))")
                .param("lock", WINDOW_LOCK)
                .param("lane", lane.name())
                .query((row, number) -> lane)
                .single();
    }

    /** Chunks whose lease has passed wait for release again. */
    int expire(Lane lane) {
        return jdbc.sql(EXPIRE).param("lane", lane.name()).update();
    }

    int released(Lane lane) {
        return jdbc.sql("SELECT count(*) FROM chunk WHERE lane = :lane AND state = 'RELEASED'")
                .param("lane", lane.name())
                .query(Integer.class)
                .single();
    }

    List<Release> take(Lane lane, int limit, Duration claim) {
        return jdbc.sql(TAKE)
                .param("lane", lane.name())
                .param("limit", limit)
                .param("claim", claim.toMillis())
                .query(ChunkReleases::release)
                .list();
    }

    void lease(List<Release> chunks, Duration lease) {
        forEach(LEASE, chunks).param("lease", lease.toMillis()).update();
    }

    void putBack(List<Release> chunks) {
        forEach(PUT_BACK, chunks).update();
    }

    private JdbcClient.StatementSpec forEach(String sql, List<Release> chunks) {
        return jdbc.sql(sql)
                .param("ids", SqlArray.uuids(chunks, chunk -> chunk.request().chunkId()))
                .param(
                        "attempts",
                        SqlArray.integers(chunks, chunk -> chunk.request().attempt()));
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        ItemStates states = new ItemStates(row.getBytes("item_states"));
        TransformRequested all = WorkText.read(row.getString("work"));
        List<SourceWork> open =
                all.sources().stream().flatMap(source -> open(source, states)).toList();
        return new Release(
                new TransformRequested(all.chunkId(), all.jobId(), row.getInt("attempt"), all.lane(), open),
                row.getString("traceparent"));
    }

    private static Stream<SourceWork> open(SourceWork source, ItemStates states) {
        List<WantedRendition> items = source.renditions().stream()
                .filter(item -> states.isOpen(item.item()))
                .toList();
        return items.isEmpty() ? Stream.empty() : Stream.of(new SourceWork(source.imageId(), source.blob(), items));
    }
}
