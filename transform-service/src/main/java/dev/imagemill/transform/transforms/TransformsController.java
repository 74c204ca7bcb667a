package dev.imagemill.transform.transforms;

import dev.imagemill.platform.connection.ClientConnection;
import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.wanted.Accepted;
import dev.imagemill.transform.wanted.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/transforms}. It reads the body itself, so no argument may be bound to a part or a parameter. */
@RestController
@Tag(name = "Transforms", description = "An image in, pictures out, nothing kept")
class TransformsController {
    private final Admission admission;
    private final ImageReceiver receiver;
    private final Transforms transforms;

    TransformsController(Admission admission, ImageReceiver receiver, Transforms transforms) {
        this.admission = admission;
        this.receiver = receiver;
        this.transforms = transforms;
    }

    @Operation(
            operationId = "transform",
            summary = "Transform an image",
            description = TransformsDocs.DESCRIPTION,
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "A form, or the bytes of the image",
                            content = {
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(implementation = TransformsDocs.Form.class)),
                                @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/octet-stream",
                                        schema = @Schema(type = "string", format = "binary"))
                            }),
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "pipeline",
                        description =
                                "a pipeline in JSON, a preset's name or that of one of its renditions; may be repeated",
                        schema = @Schema(type = "string"),
                        example = "thumbnails.w400"),
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = ImageReceiver.PIPELINE_HEADER,
                        description = "the same, where it does not go into the query",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = "Accept",
                        description = "application/zip for several pictures in a ZIP file",
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The picture, or several in multipart/mixed or a ZIP file",
            headers = {
                @Header(name = "ETag", description = "SHA-256 of the picture"),
                @Header(name = Answers.WIDTH, description = "pixels", schema = @Schema(type = "integer")),
                @Header(name = Answers.HEIGHT, description = "pixels", schema = @Schema(type = "integer"))
            },
            content = {
                @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "multipart/mixed"),
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "400",
            description = "empty-body, invalid-request, upload-interrupted",
            content = @Content(mediaType = TransformsDocs.PROBLEM))
    @ApiResponse(
            responseCode = "413",
            description = "too-many-bytes, too-many-files",
            content = @Content(mediaType = TransformsDocs.PROBLEM))
    @ApiResponse(
            responseCode = "415",
            description = "not-an-image, unsupported-image, unsupported-media-type",
            content = @Content(mediaType = TransformsDocs.PROBLEM))
    @ApiResponse(
            responseCode = "422",
            description = "invalid-pipeline (with a pointer), unknown-preset, corrupt-image, decoder-crashed,"
                    + " operation-out-of-bounds, unsupported-conversion, side-too-long, too-many-pixels,"
                    + " too-many-pages, too-much-memory, time-limit-exceeded",
            content = @Content(mediaType = TransformsDocs.PROBLEM))
    @ApiResponse(
            responseCode = "429",
            description = "too-many-requests; try again after the seconds in Retry-After",
            headers =
                    @Header(name = "Retry-After", description = "Seconds to wait", schema = @Schema(type = "integer")),
            content = @Content(mediaType = TransformsDocs.PROBLEM))
    @ApiResponse(
            responseCode = "503",
            description = "service-busy, out-of-memory-budget, storage-unavailable, shutting-down",
            content = @Content(mediaType = TransformsDocs.PROBLEM))
    @PostMapping("/v1/transforms")
    void transform(HttpServletRequest request, HttpServletResponse response) throws IOException {
        admission.requireRoom();
        try (ReceivedImage image = receiver.receive(request)) {
            String accept = Accepted.by(request);
            List<Wish> wishes = transforms.wishes(image.pipelines());
            if (wishes.stream().anyMatch(Wish::isOpen)) {
                response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            }
            Packaging packaging = Packaging.of(accept, wishes.size());
            Answers.send(transforms.make(image, wishes, accept, ClientConnection.of(request)), packaging, response);
        }
    }
}
