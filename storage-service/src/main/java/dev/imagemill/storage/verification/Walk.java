package dev.imagemill.storage.verification;

import dev.imagemill.platform.blobstore.ListedObject;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Goes over rows and objects side by side, both in the order of their digests, and says for each whether it has its other half. */
final class Walk {
    /** What is done with each. */
    interface Visitor {
        void both(CatalogueRow row, ListedObject object);

        void rowOnly(CatalogueRow row);

        void objectOnly(ListedObject object);
    }

    private final String prefix;
    private final Visitor visitor;

    Walk(String prefix, Visitor visitor) {
        this.prefix = prefix;
        this.visitor = visitor;
    }

    /** Throws {@link IllegalStateException} if the bucket does not list its objects in the order of their keys. */
    void over(Iterator<CatalogueRow> rows, Iterator<ListedObject> objects) {
        CatalogueRow row = next(rows);
        ListedObject object = next(objects);
        while (row != null || object != null) {
            int order = order(row, object);
            if (row != null && object != null && order == 0) {
                visitor.both(row, object);
            } else if (row != null && order < 0) {
                visitor.rowOnly(row);
            } else if (object != null) {
                visitor.objectOnly(object);
            }
            row = order <= 0 ? next(rows) : row;
            object = order >= 0 ? after(object, objects) : object;
        }
    }

    private int order(@Nullable CatalogueRow row, @Nullable ListedObject object) {
        if (row == null) {
            return 1;
        }
        return object == null ? -1 : (prefix + row.digest()).compareTo(object.key());
    }

    private static @Nullable ListedObject after(@Nullable ListedObject previous, Iterator<ListedObject> objects) {
        ListedObject object = next(objects);
        if (previous != null && object != null && object.key().compareTo(previous.key()) <= 0) {
            throw new IllegalStateException("the bucket lists %s after %s, and not in the order of keys"
                    .formatted(object.key(), previous.key()));
        }
        return object;
    }

    private static <T> @Nullable T next(Iterator<T> things) {
        return things.hasNext() ? things.next() : null;
    }
}
