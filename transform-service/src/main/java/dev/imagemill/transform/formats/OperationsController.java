package dev.imagemill.transform.formats;

import dev.imagemill.contract.pipeline.PipelineVocabulary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/operations}: what can be done with an image. */
@RestController
@Tag(name = "Vocabulary")
class OperationsController {
    private static final Operations OPERATIONS = new Operations(PipelineVocabulary.operations(), null);

    @GetMapping("/v1/operations")
    @Operation(
            operationId = "listOperations",
            summary = "The operations of a pipeline",
            description = "Each with its parameters (value, range, unit, default), an example and the JSON Schema that"
                    + " exactly its documents fulfil.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OperationsShape.class)))
    Operations operations() {
        return OPERATIONS;
    }

    /**
     * A list that fits on one page.
     *
     * @param items the operations
     * @param next always null
     */
    record Operations(List<ObjectNode> items, @Nullable String next) {}

    /** The list as OpenAPI shows it. */
    @Schema(name = "Operations")
    record OperationsShape(
            List<OperationShape> items, @Nullable String next) {}

    /** One of its items. */
    @Schema(name = "OperationDescription")
    record OperationShape(
            @Schema(description = "the operation's word in a pipeline", example = "scale")
            String op,

            @Schema(description = "what it does, in a line") String description,

            @Schema(
                    description = "name, description, value, required, and where it has them unit, minimum, maximum,"
                            + " enum and default")
            List<Object> parameters,

            @Schema(description = "a document of the operation")
            Object example,

            @Schema(description = "JSON Schema (2020-12) of the operation's documents")
            Object schema) {}
}
