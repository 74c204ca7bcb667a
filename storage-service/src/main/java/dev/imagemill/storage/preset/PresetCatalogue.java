package dev.imagemill.storage.preset;

import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.ledger.NamedPipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The presets in Postgres. */
@Component
public class PresetCatalogue {
    private static final String CURRENT = """
            SELECT p.name, p.revision, r.content, r.digest, r.created_at
            FROM preset p JOIN preset_revision r ON r.name = p.name AND r.revision = p.revision
            """;

    private final JdbcClient jdbc;

    PresetCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current revision of a preset. */
    public Optional<Preset> find(String name) {
        return current(name).map(StoredPreset::preset);
    }

    /** The renditions of a preset's current revision under their full names; none if there is no such preset. */
    public List<NamedPipeline> renditions(String name) {
        return find(name).stream()
                .flatMap(preset -> preset.renditions().stream()
                        .map(rendition -> NamedPipeline.of(preset.fullName(rendition), rendition.pipeline())))
                .toList();
    }

    Optional<StoredPreset> current(String name) {
        return jdbc.sql(CURRENT + "WHERE p.name = :name")
                .param("name", name)
                .query(PresetCatalogue::row)
                .optional();
    }

    /** A page of presets by name. */
    List<StoredPreset> list(String after, int limit) {
        return jdbc.sql(CURRENT + "WHERE p.name > :after ORDER BY p.name LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query(PresetCatalogue::row)
                .list();
    }

    /**
     * Makes the name's row if there is none, and holds it for this transaction; the revision it stands at, 0 for a new one.
     * Two writers of one preset come after each other here.
     */
    int lock(String name) {
        jdbc.sql("INSERT INTO preset (name, revision) VALUES (:name, 0) ON CONFLICT (name) DO NOTHING")
                .param("name", name)
                .update();
        return jdbc.sql("SELECT revision FROM preset WHERE name = :name FOR UPDATE")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** Adds a revision and makes it the current one, on a row that is locked. */
    void add(String name, int revision, List<RenditionSpec> renditions) {
        String content = PresetContent.write(renditions);
        jdbc.sql(
                        "INSERT INTO preset_revision (name, revision, content, digest) VALUES (:name, :revision, :content, :digest)")
                .param("name", name)
                .param("revision", revision)
                .param("content", content)
                .param("digest", Columns.digest(PresetContent.digest(content)))
                .update();
        jdbc.sql("UPDATE preset SET revision = :revision, updated_at = now() WHERE name = :name")
                .param("name", name)
                .param("revision", revision)
                .update();
    }

    private static StoredPreset row(ResultSet row, int number) throws SQLException {
        return new StoredPreset(
                PresetContent.read(row.getString("name"), row.getInt("revision"), row.getString("content")),
                Columns.digest(row, "digest"),
                Columns.instant(row, "created_at"));
    }
}
