package dev.imagemill.storage.verification;

import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.storage.database.SqlArray;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets the catalogue forget renditions whose bytes are gone, so that the next who asks for them has them made.
 *
 * <p>Services may run meanwhile. The rows are locked before the bucket is asked once more. A worker that writes the bytes after that
 * answers after that, and its result, which notes the rendition unless it is noted, waits for this transaction and notes it anew.
 */
final class Repair {
    private static final int ROWS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final BlobStore blobs;
    private final List<String> waiting = new ArrayList<>();
    private long forgotten;

    Repair(JdbcClient jdbc, TransactionOperations transaction, BlobStore blobs) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.blobs = blobs;
    }

    /** Takes note of a rendition that seems to be missing. */
    synchronized void add(String digest) {
        waiting.add(digest);
        if (waiting.size() == ROWS_AT_ONCE) {
            finish();
        }
    }

    /** Forgets what was noted and is still missing. */
    synchronized void finish() {
        transaction.executeWithoutResult(status -> forget(List.copyOf(waiting)));
        waiting.clear();
    }

    /** How many were forgotten. */
    synchronized long forgotten() {
        return forgotten;
    }

    private void forget(List<String> digests) {
        List<String> missing = jdbc
                .sql("SELECT encode(key, 'hex') FROM rendition WHERE key = ANY(:keys) ORDER BY key FOR UPDATE")
                .param("keys", SqlArray.digests(digests))
                .query(String.class)
                .list()
                .stream()
                .filter(digest -> !blobs.exists(Section.RENDITIONS.prefix() + digest))
                .toList();
        forgotten += jdbc.sql("DELETE FROM rendition WHERE key = ANY(:keys)")
                .param("keys", SqlArray.digests(missing))
                .update();
    }
}
