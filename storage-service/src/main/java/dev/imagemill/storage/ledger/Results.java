package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.database.SqlArray;
import dev.imagemill.storage.loop.Signal;
import dev.imagemill.storage.outbox.Outbox;
import dev.imagemill.storage.rendition.RenditionCatalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies what workers answer: one transaction a batch, chunks locked in the order of their ids, then jobs in the order of
 * theirs, so that two batches cannot wait for each other.
 */
@Component
class Results {
    private static final String LOCK = """
            SELECT id, job_id, lane, attempt, retries, state, item_states, work FROM chunk
            WHERE id = ANY(:ids) AND state <> 'DONE' ORDER BY id FOR UPDATE
            """;
    private static final String UPDATE = """
            UPDATE chunk SET
                state = CASE WHEN c.open = 0 THEN 'DONE' WHEN c.back THEN 'PENDING' ELSE state END,
                not_before = CASE WHEN c.back THEN now() + c.wait * interval '1 ms' ELSE not_before END,
                retries = c.retries, item_states = c.states, open_items = c.open,
                work = CASE WHEN c.open > 0 THEN work END, done_at = CASE WHEN c.open = 0 THEN now() END
            FROM unnest(:ids, :backs, :waits, :retries, :states, :opens) AS c(i, back, wait, retries, states, open)
            WHERE id = c.i
            """;

    private final JdbcClient jdbc;
    private final RenditionCatalogue renditions;
    private final Outbox outbox;
    private final JobProgress jobs;
    private final TransactionOperations transaction;
    private final Signal signal;
    private final LedgerProperties properties;
    private final Clock clock = Clock.systemUTC();

    Results(
            JdbcClient jdbc,
            RenditionCatalogue renditions,
            Outbox outbox,
            JobProgress jobs,
            TransactionOperations transaction,
            Signal signal,
            LedgerProperties properties) {
        this.jdbc = jdbc;
        this.renditions = renditions;
        this.outbox = outbox;
        this.jobs = jobs;
        this.transaction = transaction;
        this.signal = signal;
        this.properties = properties;
    }

    void apply(List<CloudEvent<TransformFinished>> events) {
        List<TransformFinished> finished = events.stream().map(CloudEvent::data).toList();
        if (finished.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> applyLocked(finished, traces(events)));
        signal.committed();
    }

    /** By chunk, the trace in which it was done. */
    private static Map<UUID, String> traces(List<CloudEvent<TransformFinished>> events) {
        Map<UUID, String> traces = new HashMap<>();
        for (CloudEvent<TransformFinished> event : events) {
            String traceparent = event.traceparent();
            if (traceparent != null) {
                traces.put(event.data().chunkId(), traceparent);
            }
        }
        return traces;
    }

    private void applyLocked(List<TransformFinished> finished, Map<UUID, String> traces) {
        Map<UUID, LockedChunk> chunks = lock(finished);
        ResultBatch batch = new ResultBatch(chunks, properties.retries());
        finished.forEach(batch::apply);
        renditions.store(batch.stored());
        renditions.fail(batch.failed());
        save(chunks.values().stream().toList());
        Map<UUID, String> ofImages = ofImages(chunks.values(), traces);
        outbox.add(
                batch.completed(clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                completed -> ofImages.get(completed.imageId()));
        jobs.itemsEnded(batch.tallies());
    }

    private static Map<UUID, String> ofImages(Collection<LockedChunk> chunks, Map<UUID, String> traces) {
        Map<UUID, String> ofImages = new HashMap<>();
        for (LockedChunk chunk : chunks) {
            String traceparent = traces.get(chunk.id);
            if (traceparent != null) {
                chunk.images().forEach(image -> ofImages.put(image, traceparent));
            }
        }
        return ofImages;
    }

    private Map<UUID, LockedChunk> lock(List<TransformFinished> finished) {
        Set<UUID> ids =
                finished.stream().map(TransformFinished::chunkId).collect(Collectors.toCollection(TreeSet::new));
        return jdbc.sql(LOCK).param("ids", SqlArray.uuids(ids)).query(this::chunk).list().stream()
                .collect(Collectors.toMap(chunk -> chunk.id, Function.identity()));
    }

    private LockedChunk chunk(ResultSet row, int number) throws SQLException {
        return new LockedChunk(
                Columns.uuid(row, "id"),
                Columns.optionalUuid(row, "job_id"),
                Lane.valueOf(row.getString("lane")),
                row.getInt("attempt"),
                row.getString("state").equals("RELEASED"),
                row.getInt("retries"),
                new ItemStates(row.getBytes("item_states")),
                WorkText.read(row.getString("work")).sources());
    }

    private void save(List<LockedChunk> chunks) {
        List<LockedChunk> gone = chunks.stream()
                .filter(chunk -> chunk.job == null && chunk.isDone())
                .toList();
        List<LockedChunk> kept =
                chunks.stream().filter(chunk -> !gone.contains(chunk)).toList();
        if (!gone.isEmpty()) {
            jdbc.sql("DELETE FROM chunk WHERE id = ANY(:ids)")
                    .param("ids", SqlArray.uuids(gone, chunk -> chunk.id))
                    .update();
        }
        if (!kept.isEmpty()) {
            jdbc.sql(UPDATE)
                    .param("ids", SqlArray.uuids(kept, chunk -> chunk.id))
                    .param("backs", SqlArray.booleans(kept, LockedChunk::isPutBack))
                    .param(
                            "waits",
                            SqlArray.longs(
                                    kept,
                                    chunk -> properties.backOff(chunk.retries()).toMillis()))
                    .param("retries", SqlArray.integers(kept, LockedChunk::retries))
                    .param("states", SqlArray.bytes(kept, chunk -> chunk.states.bytes()))
                    .param("opens", SqlArray.integers(kept, chunk -> chunk.states.open()))
                    .update();
        }
    }
}
