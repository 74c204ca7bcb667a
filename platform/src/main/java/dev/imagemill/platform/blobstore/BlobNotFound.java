package dev.imagemill.platform.blobstore;

/** Nothing is stored under the key that was asked for. */
public final class BlobNotFound extends BlobStoreException {
    private final String key;

    public BlobNotFound(String key) {
        super("nothing is stored under " + key, null);
        this.key = key;
    }

    /** The key that was asked for. */
    public String key() {
        return key;
    }
}
