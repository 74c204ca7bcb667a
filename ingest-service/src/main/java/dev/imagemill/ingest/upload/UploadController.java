package dev.imagemill.ingest.upload;

import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.receive.Receiver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/uploads}. It reads the body itself, so no argument may be bound to a part or a parameter. */
@RestController
@Tag(name = "Uploads", description = "Images in")
class UploadController {
    private final Receiver receiver;
    private final Uploads uploads;

    UploadController(Receiver receiver, Uploads uploads) {
        this.receiver = receiver;
        this.uploads = uploads;
    }

    @Operation(
            summary = "Upload images",
            description = UploadDocs.DESCRIPTION,
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "Files in a form, or the bytes of one file",
                            content = {
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(implementation = UploadDocs.Form.class)),
                                @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/octet-stream",
                                        schema = @Schema(type = "string", format = "binary"))
                            }),
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "name",
                        description = "What the image is to be called; only with a single file",
                        schema = @Schema(type = "string"),
                        example = "harbour.jpg"),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "preset",
                        description = "Preset whose renditions are wanted of every image",
                        schema = @Schema(type = "string"),
                        example = "thumbnails"),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "pipeline",
                        description = "A pipeline in JSON: one rendition that is wanted of every image",
                        schema = @Schema(type = "string"),
                        example = UploadDocs.PIPELINE)
            })
    @ApiResponse(
            responseCode = "202",
            description = "At least one image was taken. None of those in \"images\" can be lost any more.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UploadAnswer.class),
                            examples = @ExampleObject(UploadDocs.ANSWER)))
    @ApiResponse(
            responseCode = "400",
            description = "empty-body, invalid-request, upload-interrupted",
            content = @Content(mediaType = UploadDocs.PROBLEM))
    @ApiResponse(
            responseCode = "413",
            description = "too-many-bytes, too-many-files",
            content = @Content(mediaType = UploadDocs.PROBLEM))
    @ApiResponse(
            responseCode = "415",
            description = "not-an-image, media-type-mismatch, unsupported-image, unsupported-media-type",
            content = @Content(mediaType = UploadDocs.PROBLEM, examples = @ExampleObject(UploadDocs.MISMATCH)))
    @ApiResponse(
            responseCode = "422",
            description =
                    "corrupt-image, side-too-long, too-many-pixels, too-many-pages, unknown-preset, invalid-pipeline,"
                            + " idempotency-key-reused, no-file-accepted (several files, none of them good; with \"errors\")",
            content = @Content(mediaType = UploadDocs.PROBLEM))
    @ApiResponse(
            responseCode = "503",
            description = "storage-unavailable, event-bus-unavailable, service-busy, shutting-down; try again after"
                    + " the seconds in Retry-After",
            headers =
                    @Header(name = "Retry-After", description = "Seconds to wait", schema = @Schema(type = "integer")),
            content = @Content(mediaType = UploadDocs.PROBLEM))
    @PostMapping("/v1/uploads")
    ResponseEntity<UploadAnswer> upload(
            HttpServletRequest request,
            @Parameter(
                            description =
                                    "A name for this request, 1 to 255 printable ASCII characters. Repeating the request"
                                            + " under the same name gives the same answer and makes no second image.",
                            example = "8e03978e-40d5-43dd-bc93-6894a57f9324")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey) {
        IdempotencyKey key = IdempotencyKey.parse(idempotencyKey);
        return ResponseEntity.accepted()
                .body(receiver.receive(request, upload -> uploads.take(upload.files(), upload.fields(), key)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletRequest request) {
        return ResponseEntity.status(ProblemType.NO_FILE_ACCEPTED.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refusal.document(request.getRequestURI()));
    }
}
