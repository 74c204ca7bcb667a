package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * One source image and the renditions to make of it with one decode.
 *
 * @param imageId the image, for messages and the crash journal
 * @param blob its bytes
 * @param renditions at least one
 */
public record SourceWork(UUID imageId, BlobRef blob, List<WantedRendition> renditions) {
    public SourceWork {
        requireNonNull(imageId, "imageId is null");
        requireNonNull(blob, "blob is null");
        renditions = List.copyOf(requireNonNull(renditions, "renditions is null"));
        Require.atLeast(1, renditions.size(), "the number of renditions");
    }
}
