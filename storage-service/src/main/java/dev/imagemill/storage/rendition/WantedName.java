package dev.imagemill.storage.rendition;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an image's rendition of a name is to be.
 *
 * @param imageId the image
 * @param name full name, as {@code thumbnails.w400}
 * @param key digest of the rendition's key, or null if not even its pipeline is known
 * @param wantedAt when it was asked for; a later wish for the same name replaces an earlier one
 * @param problem why it cannot be made, or null
 */
public record WantedName(
        UUID imageId,
        String name,
        @Nullable String key,
        Instant wantedAt,
        @Nullable Problem problem) {
    public WantedName {
        requireNonNull(imageId, "imageId is null");
        requireNonNull(name, "name is null");
        requireNonNull(wantedAt, "wantedAt is null");
        if (key == null && problem == null) {
            throw new IllegalArgumentException("neither a key nor a problem");
        }
    }
}
