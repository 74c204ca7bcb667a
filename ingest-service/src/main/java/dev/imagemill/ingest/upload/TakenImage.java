package dev.imagemill.ingest.upload;

import dev.imagemill.codec.ImageInfo;
import java.util.UUID;

/**
 * An image whose bytes are stored.
 *
 * @param id the datablock that it becomes
 * @param image what was received
 * @param duplicate whether the same bytes were stored before
 */
record TakenImage(UUID id, Inspected.Sound image, boolean duplicate) {
    AcceptedImage answer() {
        ImageInfo info = image.info();
        return new AcceptedImage(
                id,
                image.name(),
                "/v1/images/" + id,
                image.content().sha256(),
                image.content().bytes(),
                info.format().mediaType(),
                info.size().width(),
                info.size().height(),
                info.mode().name(),
                info.orientation(),
                duplicate);
    }
}
