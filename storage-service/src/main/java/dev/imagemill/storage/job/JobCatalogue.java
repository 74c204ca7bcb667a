package dev.imagemill.storage.job;

import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.page.Cursor;
import dev.imagemill.storage.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads jobs. */
@Component
class JobCatalogue {
    static final String CURSOR = "jobs";
    static final String FAILURES_CURSOR = "failures";

    /** The rate is taken over this many whole seconds, or over the job's life if that is shorter. */
    private static final int RATE_WINDOW_SECONDS = 15;

    private static final String SELECT = """
            SELECT j.id, j.state, j.preset, j.preset_revision, j.renditions, j.selection, j.name_prefix, j.selected_count,
                   j.total, j.done, j.failed, j.reused, j.created_at, j.started_at, j.finished_at,
                   (SELECT coalesce(sum(c.open_items), 0) FROM chunk c WHERE c.job_id = j.id AND c.state = 'RELEASED') AS running,
                   (SELECT coalesce(sum(r.items), 0) FROM job_rate r
                     WHERE r.job_id = j.id AND r.second > extract(epoch FROM now()) - %1$d) AS recent_items,
                   least(%1$d, extract(epoch FROM now() - j.started_at)) AS recent_seconds
            FROM job j
            """.formatted(RATE_WINDOW_SECONDS);

    private static final String FAILURES = """
            SELECT f.image_id, coalesce(i.name, '') AS name, f.rendition, f.code, f.detail
            FROM job_failure f LEFT JOIN image i ON i.id = f.image_id
            WHERE f.job_id = :job AND (f.image_id, f.rendition) > (:image, :rendition)
            ORDER BY f.image_id, f.rendition LIMIT :limit
            """;

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    JobCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE j.id = :id")
                .param("id", id)
                .query(JobCatalogue::job)
                .optional();
    }

    boolean exists(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM job WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** A page of jobs, the newest first. */
    Page<Job> list(int limit, @Nullable Cursor after) {
        var rows = jdbc.sql(SELECT + "WHERE j.id < :after ORDER BY j.id DESC LIMIT :limit")
                .param("after", after == null ? HIGHEST : after.id(0))
                .param("limit", limit + 1)
                .query(JobCatalogue::job)
                .list();
        return Page.of(rows, limit, last -> Cursor.of(CURSOR, last.id()));
    }

    /** A page of a job's failures, by image and rendition. */
    Page<JobFailure> failures(UUID job, int limit, @Nullable Cursor after) {
        var rows = jdbc.sql(FAILURES)
                .param("job", job)
                .param("image", after == null ? LOWEST : after.id(0))
                .param("rendition", after == null ? "" : after.part(1))
                .param("limit", limit + 1)
                .query(JobFailure::row)
                .list();
        return Page.of(rows, limit, last -> Cursor.of(FAILURES_CURSOR, last.imageId(), last.rendition()));
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                Columns.uuid(row, "id"),
                JobState.valueOf(row.getString("state")),
                row.getString("preset"),
                row.getObject("preset_revision", Integer.class),
                row.getString("renditions"),
                Job.SelectionKind.valueOf(row.getString("selection")),
                row.getString("name_prefix"),
                row.getLong("selected_count"),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("failed"),
                row.getLong("reused"),
                row.getLong("running"),
                row.getDouble("recent_items"),
                row.getDouble("recent_seconds"),
                Columns.instant(row, "created_at"),
                Columns.optionalInstant(row, "started_at"),
                Columns.optionalInstant(row, "finished_at"));
    }
}
