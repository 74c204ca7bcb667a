package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.pipeline.Names;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image lies in object storage and is to be registered, with the renditions wanted of it.
 *
 * @param imageId the image's id, chosen at the upload
 * @param name the name it was uploaded under, at most {@value #LONGEST_NAME} characters
 * @param blob its bytes
 * @param format its format, as {@code jpeg}
 * @param width width as stored, in pixels, before the orientation
 * @param height height as stored, in pixels, before the orientation
 * @param mode the mode that decoding gives
 * @param orientation EXIF orientation, 1..8
 * @param pages number of pages or animation frames, at least 1
 * @param alpha whether it has transparency
 * @param icc whether it carries a colour profile
 * @param preset the preset whose renditions are wanted, or null
 * @param renditions further renditions wanted; their full names begin with {@code custom.}
 * @param uploadedAt when the upload was complete
 */
public record ImageUploaded(
        UUID imageId,
        String name,
        BlobRef blob,
        String format,
        int width,
        int height,
        Mode mode,
        int orientation,
        int pages,
        boolean alpha,
        boolean icc,
        @Nullable String preset,
        List<RenditionSpec> renditions,
        Instant uploadedAt)
        implements EventData {

    /** Longest name, in characters: as much as the catalogue can hold in the order of names. */
    public static final int LONGEST_NAME = 512;

    private static final int MAX_ORIENTATION = 8;

    public ImageUploaded {
        requireNonNull(imageId, "imageId is null");
        Require.text(name, LONGEST_NAME, "name");
        requireNonNull(blob, "blob is null");
        Require.text(format, "format");
        Require.atLeast(1, width, "width");
        Require.atLeast(1, height, "height");
        requireNonNull(mode, "mode is null");
        Require.within(1, MAX_ORIENTATION, orientation, "orientation");
        Require.atLeast(1, pages, "pages");
        if (preset != null && !Names.isName(preset)) {
            throw new IllegalArgumentException("preset is no preset's name: \"" + preset + '"');
        }
        renditions = List.copyOf(requireNonNull(renditions, "renditions is null"));
        requireNonNull(uploadedAt, "uploadedAt is null");
    }

    @Override
    public EventType type() {
        return EventType.IMAGE_UPLOADED;
    }

    /** The image's id. */
    @Override
    public String key() {
        return imageId.toString();
    }

    /** The size as stored, before the orientation. */
    public ImageSize size() {
        return new ImageSize(width, height);
    }
}
