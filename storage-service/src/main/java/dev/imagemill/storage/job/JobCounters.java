package dev.imagemill.storage.job;

import dev.imagemill.contract.event.JobCompleted;
import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.database.SqlArray;
import dev.imagemill.storage.ledger.JobProgress;
import dev.imagemill.storage.ledger.JobTally;
import dev.imagemill.storage.outbox.Outbox;
import dev.imagemill.storage.rendition.FailedRendition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the items of jobs that come to their end: one update a job and batch, in the transaction that ends the items, so a
 * count is exact whenever it is read. The job that this completes is completed with it.
 */
@Component
class JobCounters implements JobProgress {
    /** Seconds older than this are of no use for the rate. */
    private static final int RATE_KEPT_SECONDS = 60;

    private static final String COUNT = """
            UPDATE job SET done = done + :done, failed = failed + :failed, reused = reused + :reused WHERE id = :id
            """;
    private static final String RATE = """
            INSERT INTO job_rate AS old (job_id, second, items) VALUES (:id, extract(epoch FROM now()), :items)
            ON CONFLICT (job_id, second) DO UPDATE SET items = old.items + excluded.items
            """;
    private static final String FORGET_RATE =
            "DELETE FROM job_rate WHERE job_id = :id AND second < extract(epoch FROM now()) - :kept";
    private static final String FAILURES = """
            INSERT INTO job_failure (job_id, image_id, rendition, code, detail)
            SELECT :id, i, n, c, d FROM unnest(:images, :names, :codes, :details) AS f(i, n, c, d)
            ON CONFLICT DO NOTHING
            """;
    private static final String COMPLETE = """
            UPDATE job SET state = 'COMPLETED', finished_at = now()
            WHERE id = ANY(:ids) AND state = 'RUNNING' AND planned_at IS NOT NULL AND done + failed = total
            RETURNING id, preset, total, done, failed, created_at, finished_at, traceparent
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    JobCounters(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public void itemsEnded(List<JobTally> tallies) {
        List<JobTally> ordered =
                tallies.stream().sorted(Comparator.comparing(JobTally::job)).toList();
        ordered.forEach(this::count);
        completeEnded(ordered.stream().map(JobTally::job).toList());
    }

    /** Completes those of the jobs that have no item left; to be called whenever that may have come about. */
    void completeEnded(Collection<UUID> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        Map<UUID, String> traces = new HashMap<>();
        List<JobCompleted> completed = jdbc.sql(COMPLETE)
                .param("ids", SqlArray.uuids(jobs))
                .query((row, number) -> completed(row, traces))
                .list();
        outbox.add(completed, job -> traces.get(job.jobId()));
    }

    private void count(JobTally tally) {
        jdbc.sql(COUNT)
                .param("done", tally.done())
                .param("failed", tally.failures().size())
                .param("reused", tally.reused())
                .param("id", tally.job())
                .update();
        jdbc.sql(RATE)
                .param("id", tally.job())
                .param("items", tally.done() + tally.failures().size())
                .update();
        jdbc.sql(FORGET_RATE)
                .param("id", tally.job())
                .param("kept", RATE_KEPT_SECONDS)
                .update();
        if (!tally.failures().isEmpty()) {
            failures(tally.job(), tally.failures());
        }
    }

    private void failures(UUID job, List<FailedRendition> failures) {
        jdbc.sql(FAILURES)
                .param("id", job)
                .param("images", SqlArray.uuids(failures, FailedRendition::imageId))
                .param("names", SqlArray.texts(failures, FailedRendition::name))
                .param("codes", SqlArray.texts(failures, FailedRendition::code))
                .param("details", SqlArray.texts(failures, FailedRendition::detail))
                .update();
    }

    private static JobCompleted completed(ResultSet row, Map<UUID, String> traces) throws SQLException {
        UUID id = Columns.uuid(row, "id");
        String traceparent = row.getString("traceparent");
        if (traceparent != null) {
            traces.put(id, traceparent);
        }
        return new JobCompleted(
                id,
                row.getString("preset"),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("failed"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "finished_at"));
    }
}
