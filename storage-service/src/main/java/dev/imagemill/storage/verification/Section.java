package dev.imagemill.storage.verification;

import dev.imagemill.contract.store.ObjectKeys;
import java.util.Locale;

/** A part of the bucket whose objects Postgres has rows for. */
enum Section {
    BLOBS(ObjectKeys.BLOBS, """
            SELECT b.sha256 AS digest, b.bytes, b.sha256 FROM blob b
            WHERE b.sha256 > :after AND EXISTS (SELECT FROM version_file f WHERE f.sha256 = b.sha256)
            ORDER BY b.sha256 LIMIT :limit
            """, FindingKind.MISSING_BLOB, FindingKind.DAMAGED_BLOB, FindingKind.UNKNOWN_BLOB),
    RENDITIONS(
            ObjectKeys.RENDITIONS,
            """
            SELECT key AS digest, bytes, sha256 FROM rendition WHERE key > :after ORDER BY key LIMIT :limit
            """,
            FindingKind.MISSING_RENDITION,
            FindingKind.DAMAGED_RENDITION,
            FindingKind.UNKNOWN_RENDITION);

    private final String prefix;
    private final String page;
    private final FindingKind missing;
    private final FindingKind damaged;
    private final FindingKind unknown;

    Section(String prefix, String page, FindingKind missing, FindingKind damaged, FindingKind unknown) {
        this.prefix = prefix;
        this.page = page;
        this.missing = missing;
        this.damaged = damaged;
        this.unknown = unknown;
    }

    /** What the keys of its objects begin with; a digest follows. */
    String prefix() {
        return prefix;
    }

    /** The query for a page of its rows in the order of their digests. */
    String page() {
        return page;
    }

    FindingKind missing() {
        return missing;
    }

    FindingKind damaged() {
        return damaged;
    }

    FindingKind unknown() {
        return unknown;
    }

    /** Its name in what is printed. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
