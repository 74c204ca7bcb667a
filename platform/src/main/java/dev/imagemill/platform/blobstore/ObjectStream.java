package dev.imagemill.platform.blobstore;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.InputStream;

/** Bytes of an object on their way, and what the store says of the very object they come from, be it replaced meanwhile. */
public final class ObjectStream extends FilterInputStream {
    private final StoredObject object;

    ObjectStream(StoredObject object, InputStream in) {
        super(in);
        this.object = requireNonNull(object, "object is null");
    }

    /** The object that is read; its length is that of the whole, also when a range of it is read. */
    public StoredObject object() {
        return object;
    }
}
