package dev.imagemill.transform.formats;

import dev.imagemill.codec.ImageFormat;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.PipelineVocabulary;
import dev.imagemill.imageop.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code GET /v1/formats}: what sources may be, and what a pipeline's output may be. */
@RestController
@Tag(name = "Vocabulary", description = "What can be read, done and written")
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
     * @param maxSide pixels that a rendition's side may have; null if it is not written
     * @param modes the modes of PEP 368 that its encoder takes; pictures of other modes are brought to the nearest of them
     * @param options what a pipeline's output may say beside {@code format}
     */
    record Format(
            String id,
            String mediaType,
            String extension,
            boolean read,
            boolean write,
            @Nullable Integer maxSide,
            List<String> modes,
            @Schema(implementation = Object[].class) ArrayNode options) {
        static Format of(ImageFormat format) {
            Optional<OutputFormat> output = Arrays.stream(OutputFormat.values())
                    .filter(written -> written.id().equals(format.id()))
                    .findFirst();
            return new Format(
                    format.id(),
                    format.mediaType(),
                    format.extension(),
                    format.canRead(),
                    output.isPresent(),
                    output.map(OutputFormat::maxSide).orElse(null),
                    Arrays.stream(Mode.values())
                            .filter(format::holds)
                            .map(Mode::name)
                            .toList(),
                    output.map(PipelineVocabulary::options).orElseGet(JsonNodeFactory.instance::arrayNode));
        }
    }
}
