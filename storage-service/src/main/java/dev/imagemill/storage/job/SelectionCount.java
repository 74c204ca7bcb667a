package dev.imagemill.storage.job;

import dev.imagemill.storage.database.SqlArray;
import dev.imagemill.storage.image.NameRange;
import dev.imagemill.storage.image.RegistrationLock;
import dev.imagemill.storage.request.JsonBody;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fixes what a selection means at the moment of submission: the images registered up to a bound. Later registrations get a
 * greater {@code seq}, so the selection can be expanded at leisure and still comes to the counted number.
 */
@Component
class SelectionCount {
    /**
     * A selection that was counted.
     *
     * @param kind how the images are named
     * @param namePrefix the prefix, if by one
     * @param ids the ids, if by these
     * @param bound greatest {@code seq} that belongs to it
     * @param images how many there are
     */
    record Counted(
            Job.SelectionKind kind,
            @Nullable String namePrefix,
            @Nullable List<UUID> ids,
            long bound,
            long images) {
        @Nullable
        SqlArray idArray() {
            return ids == null ? null : SqlArray.uuids(ids);
        }
    }

    private record Unknown(UUID id, int position) {}

    private static final String UNKNOWN_ID = """
            SELECT s.id, s.position FROM unnest(:ids) WITH ORDINALITY AS s(id, position)
            WHERE NOT EXISTS (SELECT FROM image WHERE image.id = s.id) ORDER BY s.position LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final RegistrationLock registrations;
    private final TransactionOperations transaction;

    SelectionCount(JdbcClient jdbc, RegistrationLock registrations, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.registrations = registrations;
        this.transaction = transaction;
    }

    Counted count(Selection selection) {
        return switch (selection) {
            case Selection.All all -> range(Job.SelectionKind.ALL, null, NameRange.ALL);
            case Selection.NamePrefix named ->
                range(Job.SelectionKind.NAME_PREFIX, named.prefix(), NameRange.of(named.prefix()));
            case Selection.Ids named -> ids(named.ids());
        };
    }

    private Counted range(Job.SelectionKind kind, @Nullable String prefix, NameRange names) {
        long bound = transaction.execute(status -> bound());
        String sql = prefix == null
                ? "SELECT count(*) FROM image WHERE seq <= :bound"
                : "SELECT count(*) FROM image WHERE seq <= :bound AND name >= :from AND name < :to";
        var statement = jdbc.sql(sql).param("bound", bound);
        if (prefix != null) {
            statement = statement.param("from", names.from()).param("to", names.to());
        }
        return new Counted(
                kind, prefix, null, bound, statement.query(Long.class).single());
    }

    private long bound() {
        registrations.excludeRegistrations();
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM image")
                .query(Long.class)
                .single();
    }

    private Counted ids(List<UUID> ids) {
        jdbc.sql(UNKNOWN_ID)
                .param("ids", SqlArray.uuids(ids))
                .query((row, number) -> new Unknown(row.getObject("id", UUID.class), row.getInt("position")))
                .optional()
                .ifPresent(unknown -> {
                    throw JsonBody.problem(
                            "/selection/ids/" + (unknown.position() - 1),
                            "there is no image %s".formatted(unknown.id()));
                });
        return new Counted(Job.SelectionKind.IDS, null, ids, Long.MAX_VALUE, ids.size());
    }
}
