package dev.imagemill.platform.blobstore;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether object storage answers; makes the bucket as soon as it does. */
final class BlobStoreHealth extends AbstractHealthIndicator {
    private final BlobStore store;

    BlobStoreHealth(BlobStore store) {
        super("object storage is unavailable");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        store.ensureBucket();
        builder.up();
    }
}
