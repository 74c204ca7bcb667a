package dev.imagemill.storage.ledger;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.event.BlobRef;
import java.util.UUID;

/**
 * An image as work starts from it.
 *
 * @param imageId the image
 * @param blob the bytes of its current version
 * @param width as stored, in pixels
 * @param height as stored, in pixels
 */
public record Source(UUID imageId, BlobRef blob, int width, int height) {
    public Source {
        requireNonNull(imageId, "imageId is null");
        requireNonNull(blob, "blob is null");
    }

    long pixels() {
        return (long) width * height;
    }
}
