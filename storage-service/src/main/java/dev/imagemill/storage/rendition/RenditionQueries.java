package dev.imagemill.storage.rendition;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.page.Cursor;
import dev.imagemill.storage.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the renditions of an image. */
@Component
class RenditionQueries {
    static final String CURSOR = "renditions";

    private static final String SELECT = """
            SELECT w.image_id, w.name, w.key, w.problem_code, w.problem_detail,
                   r.sha256, r.bytes, r.media_type, r.width, r.height
            FROM image_rendition w LEFT JOIN rendition r ON r.key = w.key
            WHERE w.image_id = :image
            """;

    private final JdbcClient jdbc;

    RenditionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of an image's renditions by name; null if there is no such image. */
    @Nullable
    Page<ImageRendition> list(UUID image, int limit, @Nullable Cursor after) {
        var rows = jdbc.sql(SELECT + "AND w.name > :after ORDER BY w.name LIMIT :limit")
                .param("image", image)
                .param("after", after == null ? "" : after.part(0))
                .param("limit", limit + 1)
                .query(RenditionQueries::row)
                .list();
        if (rows.isEmpty() && !exists(image)) {
            return null;
        }
        return Page.of(rows, limit, last -> Cursor.of(CURSOR, last.name()));
    }

    ImageRendition get(UUID image, String name) {
        return jdbc.sql(SELECT + "AND w.name = :name")
                .param("image", image)
                .param("name", name)
                .query(RenditionQueries::row)
                .optional()
                .orElseThrow(() -> missing(image, name));
    }

    private ProblemException missing(UUID image, String name) {
        return exists(image)
                ? new ProblemException(
                        ProblemType.RENDITION_NOT_FOUND, "image %s has no rendition \"%s\"".formatted(image, name))
                : new ProblemException(ProblemType.IMAGE_NOT_FOUND, "there is no image " + image);
    }

    private boolean exists(UUID image) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM image WHERE id = :image)")
                .param("image", image)
                .query(Boolean.class)
                .single();
    }

    private static ImageRendition row(ResultSet row, int number) throws SQLException {
        UUID image = Columns.uuid(row, "image_id");
        String name = row.getString("name");
        byte[] key = row.getBytes("key");
        String hex = key == null ? null : HexFormat.of().formatHex(key);
        String href = "/v1/images/%s/renditions/%s".formatted(image, name);
        if (row.getBytes("sha256") != null) {
            return new ImageRendition(
                    image,
                    hex,
                    name,
                    RenditionState.READY,
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getString("media_type"),
                    row.getLong("bytes"),
                    Columns.digest(row, "sha256"),
                    href,
                    null);
        }
        Map<String, Object> problem = problem(row);
        RenditionState state = problem == null ? RenditionState.PENDING : RenditionState.FAILED;
        return new ImageRendition(image, hex, name, state, null, null, null, null, null, href, problem);
    }

    private static @Nullable Map<String, Object> problem(ResultSet row) throws SQLException {
        String code = row.getString("problem_code");
        if (code == null) {
            return null;
        }
        ProblemType type = ProblemType.ofCode(code).orElse(ProblemType.INTERNAL_ERROR);
        return Problem.of(type, row.getString("problem_detail")).document();
    }
}
