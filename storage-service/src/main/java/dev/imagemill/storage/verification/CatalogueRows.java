package dev.imagemill.storage.verification;

import dev.imagemill.storage.database.Columns;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a section in the order of their digests, fetched page by page; no transaction stays open between them. */
final class CatalogueRows implements Iterator<CatalogueRow> {
    private final JdbcClient jdbc;
    private final Section section;
    private final int pageSize;
    private final Queue<CatalogueRow> page = new ArrayDeque<>();
    private byte[] last = new byte[0];
    private boolean ended;

    CatalogueRows(JdbcClient jdbc, Section section, int pageSize) {
        this.jdbc = jdbc;
        this.section = section;
        this.pageSize = pageSize;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            fetch();
        }
        return !page.isEmpty();
    }

    @Override
    public CatalogueRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }

    private void fetch() {
        List<CatalogueRow> rows = jdbc.sql(section.page())
                .param("after", last)
                .param("limit", pageSize)
                .query((row, number) -> new CatalogueRow(
                        Columns.digest(row, "digest"), row.getLong("bytes"), Columns.digest(row, "sha256")))
                .list();
        ended = rows.size() < pageSize;
        if (!rows.isEmpty()) {
            last = Columns.digest(rows.getLast().digest());
            page.addAll(rows);
        }
    }
}
