package dev.imagemill.storage.rendition;

import dev.imagemill.storage.database.SqlArray;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what is wanted, stored and failed. Every write may be repeated and reordered; batches are written in the order of
 * their keys, so that two transactions cannot wait for each other.
 */
@Component
public class RenditionCatalogue {
    private static final String WANT = """
            INSERT INTO image_rendition AS old (image_id, name, key, wanted_at, problem_code, problem_detail)
            SELECT i, n, k, t::timestamptz, c, d FROM unnest(:ids, :names, :keys, :times, :codes, :details) AS r(i, n, k, t, c, d)
            ON CONFLICT (image_id, name) DO UPDATE
            SET key = excluded.key, wanted_at = excluded.wanted_at,
                problem_code = excluded.problem_code, problem_detail = excluded.problem_detail
            WHERE excluded.wanted_at >= old.wanted_at
            """;
    private static final String STORE = """
            INSERT INTO rendition (key, sha256, bytes, media_type, width, height)
            SELECT * FROM unnest(:keys, :sha256s, :bytes, :mediaTypes, :widths, :heights)
            ON CONFLICT (key) DO NOTHING
            """;
    private static final String FAIL = """
            UPDATE image_rendition AS r SET problem_code = f.c, problem_detail = f.d
            FROM unnest(:ids, :names, :keys, :codes, :details) AS f(i, n, k, c, d)
            WHERE r.image_id = f.i AND r.name = f.n AND r.key = f.k
            """;

    private final JdbcClient jdbc;

    RenditionCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what names are to be; the same image and name come at most once in a batch. */
    public void want(Collection<WantedName> wanted) {
        List<WantedName> rows = wanted.stream()
                .sorted(Comparator.comparing(WantedName::imageId).thenComparing(WantedName::name))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(WANT)
                .param("ids", SqlArray.uuids(rows, WantedName::imageId))
                .param("names", SqlArray.texts(rows, WantedName::name))
                .param("keys", SqlArray.digests(rows, WantedName::key))
                .param("times", SqlArray.instants(rows, WantedName::wantedAt))
                .param(
                        "codes",
                        SqlArray.texts(
                                rows,
                                row -> row.problem() == null
                                        ? null
                                        : row.problem().code()))
                .param(
                        "details",
                        SqlArray.texts(
                                rows,
                                row -> row.problem() == null
                                        ? null
                                        : row.problem().detail()))
                .update();
    }

    /** Which of the keys have their rendition stored. */
    public Set<String> known(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT encode(key, 'hex') FROM rendition WHERE key = ANY(:keys)")
                .param("keys", SqlArray.digests(keys))
                .query(String.class)
                .list());
    }

    /** Notes renditions as stored; one that is known already stays as it is. */
    public void store(Collection<StoredRendition> stored) {
        List<StoredRendition> rows = stored.stream()
                .sorted(Comparator.comparing(StoredRendition::key))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(STORE)
                .param("keys", SqlArray.digests(rows, StoredRendition::key))
                .param("sha256s", SqlArray.digests(rows, StoredRendition::sha256))
                .param("bytes", SqlArray.longs(rows, StoredRendition::bytes))
                .param("mediaTypes", SqlArray.texts(rows, StoredRendition::mediaType))
                .param("widths", SqlArray.integers(rows, StoredRendition::width))
                .param("heights", SqlArray.integers(rows, StoredRendition::height))
                .update();
    }

    /** Notes why renditions could not be made. */
    public void fail(Collection<FailedRendition> failed) {
        List<FailedRendition> rows = failed.stream()
                .sorted(Comparator.comparing(FailedRendition::imageId).thenComparing(FailedRendition::name))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(FAIL)
                .param("ids", SqlArray.uuids(rows, FailedRendition::imageId))
                .param("names", SqlArray.texts(rows, FailedRendition::name))
                .param("keys", SqlArray.digests(rows, FailedRendition::key))
                .param("codes", SqlArray.texts(rows, FailedRendition::code))
                .param("details", SqlArray.texts(rows, FailedRendition::detail))
                .update();
    }
}
