package dev.imagemill.ingest.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** One image that was taken, as the answer tells of it. */
@Schema(description = "An image that was taken. It is in object storage and announced: it can no longer be lost.")
record AcceptedImage(
        @Schema(description = "Id of the image, a UUID", example = "019a9f3e-7c1d-7c44-9c57-2f7d0a9b6e11")
        UUID id,

        @Schema(description = "Name without path and control characters", example = "harbour.jpg")
        String name,

        @Schema(
                description = "Where the image will be; it appears there within moments",
                example = "/v1/images/019a9f3e-7c1d-7c44-9c57-2f7d0a9b6e11")
        String href,

        @Schema(description = "SHA-256 of the bytes, in hexadecimal")
        String sha256,

        @Schema(description = "Number of bytes", example = "482113")
        long bytes,

        @Schema(description = "Media type, from the content", example = "image/jpeg")
        String mediaType,

        @Schema(description = "Pixels across as stored, before orientation", example = "3000")
        int width,

        @Schema(description = "Pixels down as stored, before orientation", example = "2000")
        int height,

        @Schema(description = "Pixel mode", example = "RGB") String mode,

        @Schema(description = "EXIF orientation, 1 to 8; 1 is upright", example = "1")
        int orientation,

        @Schema(description = "Whether the same bytes were stored before")
        boolean duplicate) {}
