package dev.imagemill.ingest.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** One file that was refused, as the answer tells of it. */
@Schema(description = "A file that was refused, while others were taken")
record RefusedFile(
        @Schema(description = "Name of the file", example = "notes.png")
        String name,

        @Schema(
                description = "Problem document (RFC 9457): type, title, status, code, detail",
                example =
                        "{\"type\":\"urn:imagemill:problem:not-an-image\",\"title\":\"The bytes are not an image\",\"status\":415,"
                                + "\"code\":\"not-an-image\",\"detail\":\"The bytes begin like no image format that is known\"}")
        Map<String, Object> problem) {}
