package dev.imagemill.storage.job;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.image.NameRange;
import dev.imagemill.storage.ledger.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements by which selections are expanded: by keyset, never by offset. */
@Component
class UnplannedJobs {
    private static final String TAKE = """
            SELECT id, preset, renditions, selection, name_prefix, bound, position_seq, position_name, position_id, created_at,
                   traceparent
            FROM job WHERE planned_at IS NULL
              AND (SELECT count(*) FROM chunk c WHERE c.job_id = job.id AND c.state = 'PENDING') < :ahead
            ORDER BY planned, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String COLUMNS = """
            SELECT i.id, %s AS seq, i.name, encode(b.sha256, 'hex') AS sha256, b.bytes, b.media_type, b.width, b.height
            """;
    private static final String BLOB = """
            JOIN version_file f ON f.image_id = i.id AND f.version = i.current_version AND f.entry = 0 AND f.view = 0
            JOIN blob b ON b.sha256 = f.sha256
            """;
    private static final String ALL = COLUMNS.formatted("i.seq") + "FROM image i " + BLOB
            + "WHERE i.seq > :seq AND i.seq <= :bound ORDER BY i.seq LIMIT :limit";
    private static final String BY_NAME = COLUMNS.formatted("i.seq") + "FROM image i " + BLOB + """
              WHERE (i.name, i.id) > (:name, :id) AND i.name >= :from AND i.name < :to AND i.seq <= :bound
              ORDER BY i.name, i.id LIMIT :limit
              """;
    private static final String BY_ID = COLUMNS.formatted(":seq + s.position") + """
              FROM unnest((SELECT selected_ids[(:seq + 1)::int : (:seq + :limit)::int] FROM job WHERE id = :job))
                   WITH ORDINALITY AS s(id, position)
              JOIN image i ON i.id = s.id
              """ + BLOB + "ORDER BY s.position";
    private static final String ADVANCE = """
            UPDATE job SET state = 'RUNNING', started_at = coalesce(started_at, now()), planned = planned + :items,
                position_seq = :seq, position_name = :name, position_id = :id
            WHERE id = :job
            """;
    /** Images that have gone since the submission are not waited for. */
    private static final String FINISH = "UPDATE job SET planned_at = now(), total = planned WHERE id = :job";

    private final JdbcClient jdbc;
    private final JobProperties properties;

    UnplannedJobs(JdbcClient jdbc, JobProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Holds a job that may be expanded further, the one that is least far first. */
    Optional<UnplannedJob> take() {
        return jdbc.sql(TAKE)
                .param("ahead", properties.ahead())
                .query(UnplannedJobs::job)
                .optional();
    }

    SelectedPage page(UnplannedJob job) {
        List<SelectedPage.Selected> images = select(job)
                .param("limit", properties.page())
                .query(UnplannedJobs::selected)
                .list();
        return new SelectedPage(
                images,
                images.isEmpty() ? job.position() : images.getLast().position(),
                images.size() < properties.page());
    }

    void advance(UnplannedJob job, SelectedPage page, long items) {
        jdbc.sql(ADVANCE)
                .param("items", items)
                .param("seq", page.end().seq())
                .param("name", page.end().name())
                .param("id", page.end().id())
                .param("job", job.id())
                .update();
        if (page.last()) {
            jdbc.sql(FINISH).param("job", job.id()).update();
        }
    }

    private JdbcClient.StatementSpec select(UnplannedJob job) {
        return switch (job.selection()) {
            case ALL -> jdbc.sql(ALL).param("seq", job.position().seq()).param("bound", job.bound());
            case NAME_PREFIX -> {
                NameRange names = NameRange.of(Objects.requireNonNull(job.namePrefix(), "namePrefix is null"));
                yield jdbc.sql(BY_NAME)
                        .param("name", job.position().name())
                        .param("id", job.position().id())
                        .param("from", names.from())
                        .param("to", names.to())
                        .param("bound", job.bound());
            }
            case IDS -> jdbc.sql(BY_ID).param("seq", job.position().seq()).param("job", job.id());
        };
    }

    private static UnplannedJob job(ResultSet row, int number) throws SQLException {
        return new UnplannedJob(
                Columns.uuid(row, "id"),
                row.getString("preset"),
                row.getString("renditions"),
                Job.SelectionKind.valueOf(row.getString("selection")),
                row.getString("name_prefix"),
                row.getLong("bound"),
                new UnplannedJob.Position(
                        row.getLong("position_seq"), row.getString("position_name"), Columns.uuid(row, "position_id")),
                Columns.instant(row, "created_at"),
                row.getString("traceparent"));
    }

    private static SelectedPage.Selected selected(ResultSet row, int number) throws SQLException {
        BlobRef blob = new BlobRef(row.getString("sha256"), row.getLong("bytes"), row.getString("media_type"));
        Source source = new Source(Columns.uuid(row, "id"), blob, row.getInt("width"), row.getInt("height"));
        return new SelectedPage.Selected(
                source, new UnplannedJob.Position(row.getLong("seq"), row.getString("name"), source.imageId()));
    }
}
