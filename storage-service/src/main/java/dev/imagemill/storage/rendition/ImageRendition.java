package dev.imagemill.storage.rendition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rendition of an image as clients see it.
 *
 * @param imageId the image
 * @param key digest of its key, or null if its pipeline is not known
 * @param name full name, as {@code thumbnails.w400}
 * @param state whether it can be read
 * @param width in pixels, once it is ready
 * @param height in pixels, once it is ready
 * @param mediaType as {@code image/webp}, once it is ready
 * @param bytes its length, once it is ready
 * @param sha256 digest of its bytes, once it is ready
 * @param href where this document is; the bytes are at {@code /content} below it
 * @param problem why it cannot be made, if it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageRendition(
        @JsonIgnore UUID imageId,
        @JsonIgnore @Nullable String key,
        String name,
        RenditionState state,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String mediaType,
        @Nullable Long bytes,
        @Nullable String sha256,
        String href,
        @Nullable Map<String, Object> problem) {}
