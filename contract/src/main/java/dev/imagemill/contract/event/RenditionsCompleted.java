package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Renditions of an image are ready, or have failed for good.
 *
 * @param imageId the image
 * @param jobId the job they were made for, or null for an upload's renditions
 * @param stored those that are ready
 * @param failed those that cannot be made
 * @param completedAt when the catalogue knew
 */
public record RenditionsCompleted(
        UUID imageId,
        @Nullable UUID jobId,
        List<StoredRendition> stored,
        List<FailedRendition> failed,
        Instant completedAt)
        implements EventData {

    public RenditionsCompleted {
        requireNonNull(imageId, "imageId is null");
        stored = List.copyOf(requireNonNull(stored, "stored is null"));
        failed = List.copyOf(requireNonNull(failed, "failed is null"));
        requireNonNull(completedAt, "completedAt is null");
    }

    @Override
    public EventType type() {
        return EventType.RENDITIONS_COMPLETED;
    }

    /** The image's id. */
    @Override
    public String key() {
        return imageId.toString();
    }

    /**
     * A rendition that is ready.
     *
     * @param name full name, {@code <preset>.<rendition>}
     * @param key digest of its rendition key
     * @param sha256 digest of its bytes
     * @param bytes how many bytes it has
     * @param mediaType what it is
     * @param width in pixels
     * @param height in pixels
     */
    public record StoredRendition(
            String name, String key, String sha256, long bytes, String mediaType, int width, int height) {
        public StoredRendition {
            Require.text(name, "name");
            Require.digest(key, "key");
            Require.digest(sha256, "sha256");
            Require.atLeast(1, bytes, "bytes");
            Require.text(mediaType, "mediaType");
            Require.atLeast(1, width, "width");
            Require.atLeast(1, height, "height");
        }
    }

    /**
     * A rendition that cannot be made.
     *
     * @param name full name, {@code <preset>.<rendition>}
     * @param code a {@link dev.imagemill.contract.problem.ProblemType#code()}
     * @param detail what was wrong, for people
     */
    public record FailedRendition(String name, String code, String detail) {
        public FailedRendition {
            Require.text(name, "name");
            Require.text(code, "code");
            requireNonNull(detail, "detail is null");
        }
    }
}
