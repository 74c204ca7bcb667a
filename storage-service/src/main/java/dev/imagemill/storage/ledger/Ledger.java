package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.storage.database.SqlArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes open work in as chunks. */
@Component
public class Ledger {
    private static final String INSERT = """
            INSERT INTO chunk (id, job_id, lane, state, work, item_states, open_items, estimate_millis, traceparent)
            SELECT i, :job, :lane, 'PENDING', w, s, n, e, t
            FROM unnest(:ids, :works, :states, :counts, :estimates, :traces) AS c(i, w, s, n, e, t)
            """;

    private record NewChunk(
            UUID id,
            List<SourceWork> work,
            int items,
            int estimateMillis,
            @Nullable String traceparent) {}

    private final JdbcClient jdbc;
    private final Chunker chunker;

    Ledger(JdbcClient jdbc, LedgerProperties properties) {
        this.jdbc = jdbc;
        this.chunker = new Chunker(properties.chunkWork(), properties.chunkItems());
    }

    /** Takes in work that somebody waits for: a chunk an image. */
    public void submitInteractive(List<OpenWork> work) {
        insert(Lane.INTERACTIVE, null, work.stream().map(List::of).toList());
    }

    /** Takes in a part of a job, in chunks of a few seconds. */
    public void submitBulk(UUID job, List<OpenWork> work) {
        insert(Lane.BULK, job, chunker.cut(work));
    }

    /** How many chunks of a job wait for their release. */
    public int pending(UUID job) {
        return jdbc.sql("SELECT count(*) FROM chunk WHERE job_id = :job AND state = 'PENDING'")
                .param("job", job)
                .query(Integer.class)
                .single();
    }

    private void insert(Lane lane, @Nullable UUID job, List<List<OpenWork>> groups) {
        if (groups.isEmpty()) {
            return;
        }
        List<NewChunk> chunks = groups.stream().map(Ledger::chunk).toList();
        jdbc.sql(INSERT)
                .param("job", job, java.sql.Types.OTHER)
                .param("lane", lane.name())
                .param("ids", SqlArray.uuids(chunks, NewChunk::id))
                .param(
                        "works",
                        SqlArray.texts(
                                chunks,
                                chunk ->
                                        WorkText.write(new TransformRequested(chunk.id(), job, 1, lane, chunk.work()))))
                .param(
                        "states",
                        SqlArray.bytes(
                                chunks,
                                chunk -> ItemStates.allOpen(chunk.items()).bytes()))
                .param("counts", SqlArray.integers(chunks, NewChunk::items))
                .param("estimates", SqlArray.integers(chunks, NewChunk::estimateMillis))
                .param("traces", SqlArray.texts(chunks, NewChunk::traceparent))
                .update();
    }

    private static NewChunk chunk(List<OpenWork> images) {
        List<SourceWork> sources = new ArrayList<>();
        int item = 0;
        for (OpenWork image : images) {
            List<WantedRendition> wanted = new ArrayList<>();
            for (OpenWork.Item open : image.items()) {
                wanted.add(new WantedRendition(item++, open.name(), open.key(), open.pipeline()));
            }
            sources.add(new SourceWork(image.source().imageId(), image.source().blob(), wanted));
        }
        return new NewChunk(
                Uuid7.next(),
                sources,
                item,
                estimateMillis(images),
                images.getFirst().traceparent());
    }

    private static int estimateMillis(List<OpenWork> images) {
        Duration estimate = images.stream().map(WorkEstimate::of).reduce(Duration.ZERO, Duration::plus);
        return (int) Math.min(estimate.toMillis(), Integer.MAX_VALUE);
    }
}
