package dev.imagemill.platform.blobstore;

import io.minio.Result;
import io.minio.messages.Item;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks over a listing, which the client fetches page by page. A bucket that is not there yet holds nothing. */
final class S3Listing implements Iterator<ListedObject> {
    private final String prefix;
    private final Iterator<Result<Item>> results;
    private @Nullable ListedObject next;

    S3Listing(String prefix, Iterator<Result<Item>> results) {
        this.prefix = prefix;
        this.results = results;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = advance();
        }
        return next != null;
    }

    @Override
    public ListedObject next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        ListedObject result = next;
        next = null;
        return result;
    }

    private @Nullable ListedObject advance() {
        try {
            while (S3Failures.about(prefix, results::hasNext)) {
                Item item = S3Failures.about(prefix, () -> results.next().get());
                if (!item.isDir()) {
                    return new ListedObject(
                            item.objectName(), item.size(), item.lastModified().toInstant());
                }
            }
            return null;
        } catch (BlobNotFound e) {
            return null;
        }
    }
}
