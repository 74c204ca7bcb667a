package dev.imagemill.storage.image;

import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.storage.database.SqlArray;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes datablocks, each once; batches are written in the order of their keys. */
@Component
class ImageCatalogue {
    private static final String BLOBS = """
            INSERT INTO blob (sha256, bytes, media_type, format, width, height, mode, orientation, pages, alpha, icc)
            SELECT * FROM unnest(:sha256s, :bytes, :mediaTypes, :formats, :widths, :heights, :modes, :orientations, :pages,
                                 :alphas, :iccs)
            ON CONFLICT (sha256) DO NOTHING
            """;
    private static final String IMAGES = """
            INSERT INTO image (id, name, created_at) SELECT i, n, t::timestamptz FROM unnest(:ids, :names, :times) AS r(i, n, t)
            ON CONFLICT (id) DO NOTHING RETURNING id
            """;
    private static final String VERSIONS = """
            INSERT INTO version (image_id, number, cause, created_at)
            SELECT i, 1, 'UPLOAD', t::timestamptz FROM unnest(:ids, :times) AS r(i, t)
            """;
    private static final String FILES =
            "INSERT INTO version_file (image_id, version, sha256) SELECT i, 1, s FROM unnest(:ids, :sha256s) AS r(i, s)";

    private final JdbcClient jdbc;
    private final RegistrationLock lock;

    ImageCatalogue(JdbcClient jdbc, RegistrationLock lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /** Registers the images that are not known yet, and says which these were. */
    List<ImageUploaded> register(Collection<ImageUploaded> uploads) {
        Map<UUID, ImageUploaded> byId = new TreeMap<>();
        uploads.forEach(upload -> byId.putIfAbsent(upload.imageId(), upload));
        lock.share();
        blobs(byId.values());
        Set<UUID> added = images(List.copyOf(byId.values()));
        List<ImageUploaded> fresh = byId.values().stream()
                .filter(upload -> added.contains(upload.imageId()))
                .toList();
        if (!fresh.isEmpty()) {
            versions(fresh);
        }
        return fresh;
    }

    private void blobs(Collection<ImageUploaded> uploads) {
        Map<String, ImageUploaded> byDigest = new TreeMap<>();
        uploads.forEach(upload -> byDigest.putIfAbsent(upload.blob().sha256(), upload));
        List<ImageUploaded> rows = byDigest.values().stream()
                .sorted(Comparator.comparing(upload -> upload.blob().sha256()))
                .toList();
        jdbc.sql(BLOBS)
                .param("sha256s", SqlArray.digests(rows, upload -> upload.blob().sha256()))
                .param("bytes", SqlArray.longs(rows, upload -> upload.blob().bytes()))
                .param(
                        "mediaTypes",
                        SqlArray.texts(rows, upload -> upload.blob().mediaType()))
                .param("formats", SqlArray.texts(rows, ImageUploaded::format))
                .param("widths", SqlArray.integers(rows, ImageUploaded::width))
                .param("heights", SqlArray.integers(rows, ImageUploaded::height))
                .param("modes", SqlArray.texts(rows, upload -> upload.mode().name()))
                .param("orientations", SqlArray.integers(rows, ImageUploaded::orientation))
                .param("pages", SqlArray.integers(rows, ImageUploaded::pages))
                .param("alphas", SqlArray.booleans(rows, ImageUploaded::alpha))
                .param("iccs", SqlArray.booleans(rows, ImageUploaded::icc))
                .update();
    }

    private Set<UUID> images(List<ImageUploaded> rows) {
        return new HashSet<>(jdbc.sql(IMAGES)
                .param("ids", SqlArray.uuids(rows, ImageUploaded::imageId))
                .param("names", SqlArray.texts(rows, ImageUploaded::name))
                .param("times", SqlArray.instants(rows, ImageUploaded::uploadedAt))
                .query(UUID.class)
                .list());
    }

    private void versions(List<ImageUploaded> rows) {
        jdbc.sql(VERSIONS)
                .param("ids", SqlArray.uuids(rows, ImageUploaded::imageId))
                .param("times", SqlArray.instants(rows, ImageUploaded::uploadedAt))
                .update();
        jdbc.sql(FILES)
                .param("ids", SqlArray.uuids(rows, ImageUploaded::imageId))
                .param("sha256s", SqlArray.digests(rows, upload -> upload.blob().sha256()))
                .update();
    }
}
