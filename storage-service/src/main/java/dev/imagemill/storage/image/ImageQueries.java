package dev.imagemill.storage.image;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Mode;
import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.page.Cursor;
import dev.imagemill.storage.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads datablocks. */
@Component
class ImageQueries {
    static final String NEWEST_CURSOR = "images";
    static final String NAMED_CURSOR = "images-by-name";

    private static final UUID LOWEST = new UUID(0, 0);

    private static final String SELECT = """
            SELECT i.id, i.seq, i.name, i.created_at, i.current_version, b.sha256, b.bytes, b.media_type, b.format, b.width,
                   b.height, b.mode, b.orientation, b.pages, b.alpha, b.icc
            FROM image i
            JOIN version_file f ON f.image_id = i.id AND f.version = i.current_version AND f.entry = 0 AND f.view = 0
            JOIN blob b ON b.sha256 = f.sha256
            """;
    private static final String VERSIONS = """
            SELECT v.number, v.cause, v.parent, v.created_at, b.sha256, b.bytes, b.media_type
            FROM version v
            JOIN version_file f ON f.image_id = v.image_id AND f.version = v.number AND f.entry = 0 AND f.view = 0
            JOIN blob b ON b.sha256 = f.sha256
            WHERE v.image_id = :id ORDER BY v.number DESC
            """;

    private record Row(long seq, ImageDocument image) {}

    private final JdbcClient jdbc;

    ImageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ImageDocument get(UUID id) {
        return jdbc.sql(SELECT + "WHERE i.id = :id")
                .param("id", id)
                .query(ImageQueries::row)
                .optional()
                .map(Row::image)
                .orElseThrow(() -> missing(id));
    }

    /** A page of all images, the last registered first. */
    Page<ImageDocument> newest(int limit, @Nullable Cursor after) {
        List<Row> rows = jdbc.sql(SELECT + "WHERE i.seq < :after ORDER BY i.seq DESC LIMIT :limit")
                .param("after", after == null ? Long.MAX_VALUE : after.number(0))
                .param("limit", limit + 1)
                .query(ImageQueries::row)
                .list();
        return Page.of(rows, limit, last -> Cursor.of(NEWEST_CURSOR, last.seq()))
                .map(Row::image);
    }

    /** A page of the images whose names begin with a prefix, by name. */
    Page<ImageDocument> named(String prefix, int limit, @Nullable Cursor after) {
        NameRange names = NameRange.of(prefix);
        List<Row> rows = jdbc.sql(
                        SELECT
                                + "WHERE (i.name, i.id) > (:name, :id) AND i.name >= :from AND i.name < :to ORDER BY i.name, i.id LIMIT :limit")
                .param("name", after == null ? "" : after.part(0))
                .param("id", after == null ? LOWEST : after.id(1))
                .param("from", names.from())
                .param("to", names.to())
                .param("limit", limit + 1)
                .query(ImageQueries::row)
                .list();
        return Page.of(
                        rows,
                        limit,
                        last -> Cursor.of(
                                NAMED_CURSOR, last.image().name(), last.image().id()))
                .map(Row::image);
    }

    /** An image's versions, the newest first. */
    List<VersionDocument> versions(UUID id) {
        List<VersionDocument> versions =
                jdbc.sql(VERSIONS).param("id", id).query(ImageQueries::version).list();
        if (versions.isEmpty()) {
            throw missing(id);
        }
        return versions;
    }

    private static ProblemException missing(UUID id) {
        return new ProblemException(ProblemType.IMAGE_NOT_FOUND, "there is no image " + id);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID id = Columns.uuid(row, "id");
        String href = "/v1/images/" + id;
        ImageDocument image = new ImageDocument(
                id,
                row.getString("name"),
                Columns.instant(row, "created_at"),
                row.getInt("current_version"),
                Columns.digest(row, "sha256"),
                row.getLong("bytes"),
                row.getString("media_type"),
                row.getString("format"),
                row.getInt("width"),
                row.getInt("height"),
                Mode.valueOf(row.getString("mode")),
                row.getInt("orientation"),
                row.getInt("pages"),
                row.getBoolean("alpha"),
                row.getBoolean("icc"),
                href,
                href + "/content",
                href + "/renditions",
                href + "/versions");
        return new Row(row.getLong("seq"), image);
    }

    private static VersionDocument version(ResultSet row, int number) throws SQLException {
        return new VersionDocument(
                row.getInt("number"),
                row.getString("cause"),
                row.getObject("parent", Integer.class),
                Columns.instant(row, "created_at"),
                Columns.digest(row, "sha256"),
                row.getLong("bytes"),
                row.getString("media_type"));
    }
}
