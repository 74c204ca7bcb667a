package dev.imagemill.storage.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a datablock as clients see it.
 *
 * @param number from 1
 * @param cause what made it, as {@code UPLOAD}
 * @param parent the version it came from, or null for the first
 * @param createdAt when it was made
 * @param sha256 digest of its bytes
 * @param bytes their number
 * @param mediaType as {@code image/jpeg}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record VersionDocument(
        int number,
        String cause,
        @Nullable Integer parent,
        Instant createdAt,
        String sha256,
        long bytes,
        String mediaType) {}
