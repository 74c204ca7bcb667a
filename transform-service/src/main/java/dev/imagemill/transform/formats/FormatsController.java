package dev.imagemill.transform.formats;

import dev.imagemill.codec.ImageFormat;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/formats}. */
@RestController
class FormatsController {
    private static final Formats FORMATS =
            new Formats(Stream.of(ImageFormat.values()).map(Format::of).toList(), null);

    @GetMapping("/v1/formats")
    @Operation(operationId = "listFormats", summary = "The image formats that can be read and written")
    Formats formats() {
        return FORMATS;
    }

    /**
     * A list that fits on one page.
     *
     * @param items the formats
     * @param next always null
     */
    record Formats(List<Format> items, @Nullable String next) {}

    /**
     * An image format.
     *
     * @param id the word that stands for it in a pipeline's output
     * @param mediaType internet media type
     * @param extension usual file name extension, without a dot
     * @param read whether sources may have it
     * @param write whether renditions may have it
     */
    record Format(String id, String mediaType, String extension, boolean read, boolean write) {
        static Format of(ImageFormat format) {
            return new Format(format.id(), format.mediaType(), format.extension(), true, format.canWrite());
        }
    }
}
