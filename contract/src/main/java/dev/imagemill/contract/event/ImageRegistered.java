package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.Mode;
import java.time.Instant;
import java.util.UUID;

/**
 * The catalogue knows a new image.
 *
 * @param imageId the image's id
 * @param name its name
 * @param version the number of its first version
 * @param blob the bytes of that version
 * @param width width as stored, in pixels
 * @param height height as stored, in pixels
 * @param mode the mode that decoding gives
 * @param registeredAt when it was registered
 */
public record ImageRegistered(
        UUID imageId, String name, int version, BlobRef blob, int width, int height, Mode mode, Instant registeredAt)
        implements EventData {

    public ImageRegistered {
        requireNonNull(imageId, "imageId is null");
        Require.text(name, "name");
        Require.atLeast(1, version, "version");
        requireNonNull(blob, "blob is null");
        Require.atLeast(1, width, "width");
        Require.atLeast(1, height, "height");
        requireNonNull(mode, "mode is null");
        requireNonNull(registeredAt, "registeredAt is null");
    }

    @Override
    public EventType type() {
        return EventType.IMAGE_REGISTERED;
    }

    /** The image's id. */
    @Override
    public String key() {
        return imageId.toString();
    }
}
