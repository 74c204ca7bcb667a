package dev.imagemill.transform.render;

import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.platform.connection.ClientConnection;
import dev.imagemill.transform.rendition.Renditions;
import dev.imagemill.transform.wanted.Accepted;
import dev.imagemill.transform.wanted.PipelineReader;
import dev.imagemill.transform.wanted.WantedPipeline;
import dev.imagemill.transform.wanted.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/render/{signature}/{pipeline}/{image}}. */
@RestController
@Tag(name = "Render", description = "Signed addresses of pictures, for pages and caches")
class RenderController {
    private static final String PROBLEM = "application/problem+json";

    private final Signatures signatures;
    private final PipelineReader pipelines;
    private final Renders renders;
    private final Caching caching;

    RenderController(Signatures signatures, PipelineReader pipelines, Renders renders, Caching caching) {
        this.signatures = signatures;
        this.pipelines = pipelines;
        this.renders = renders;
        this.caching = caching;
    }

    @Operation(
            operationId = "render",
            summary = "A picture by its signed address",
            description =
                    "The first call makes the rendition and stores it, later ones read it. signature is a key's id, a dot"
                            + " and the base64url of HMAC-SHA256 over what follows it in the address.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "expires",
                            description = "seconds since 1970 from which the address is no longer good; signed too",
                            schema = @Schema(type = "integer", format = "int64")))
    @ApiResponse(
            responseCode = "200",
            headers = {
                @Header(name = "ETag", description = "changes with the picture"),
                @Header(name = "Cache-Control", description = "how long caches may keep it"),
                @Header(name = "Imagemill-Width", description = "pixels", schema = @Schema(type = "integer")),
                @Header(name = "Imagemill-Height", description = "pixels", schema = @Schema(type = "integer"))
            },
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The picture that If-None-Match names is still the one")
    @ApiResponse(responseCode = "403", description = "invalid-signature", content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "404", description = "image-not-found", content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "406", description = "not-acceptable", content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "410", description = "url-expired", content = @Content(mediaType = PROBLEM))
    @ApiResponse(
            responseCode = "422",
            description = "invalid-pipeline, unknown-preset, and whatever keeps the picture from being made",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "429", description = "too-many-requests", content = @Content(mediaType = PROBLEM))
    @ApiResponse(
            responseCode = "503",
            description = "catalog-unavailable, storage-unavailable, out-of-memory-budget, shutting-down",
            content = @Content(mediaType = PROBLEM))
    @GetMapping("/v1/render/{signature}/{pipeline}/{image}")
    void render(
            @Parameter(description = "key id, dot, base64url of the HMAC") @PathVariable String signature,
            @Parameter(description = "a preset's rendition, as thumbnails.w400, or a pipeline's JSON in base64url")
                    @PathVariable
                    String pipeline,
            @Parameter(description = "an image's id, or the SHA-256 of its bytes") @PathVariable String image,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Address address = Address.of(pipeline, image, request.getQueryString());
        signatures.verify(signature, address.signedText());
        long secondsLeft = caching.secondsLeft(address);
        Wish wish = pipelines.readSegment(address.pipeline());
        if (wish.isOpen()) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        String source = renders.source(address);
        WantedPipeline wanted =
                wish.settle(Accepted.by(request), () -> renders.facts(source, ClientConnection.of(request)));
        WantedRendition rendition = Renders.wanted(source, wanted);

        CachedAs cachedAs = caching.of(rendition.key(), address.namesBytes() && wanted.fixed(), secondsLeft);
        if (cachedAs.isKnownTo(request)) {
            cachedAs.describe(response);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(source, rendition, cachedAs, request, response);
    }

    private void send(
            String source,
            WantedRendition rendition,
            CachedAs cachedAs,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Optional<Renditions.Opened> stored = renders.find(rendition);
        if (stored.isPresent()) {
            try (Renditions.Opened opened = stored.get()) {
                describe(opened.mediaType(), opened.bytes(), opened.width(), opened.height(), cachedAs, response);
                opened.stream().transferTo(response.getOutputStream());
            }
        } else {
            Renditions.Made made = renders.make(source, rendition, ClientConnection.of(request));
            describe(made.mediaType(), made.bytes().length, made.width(), made.height(), cachedAs, response);
            response.getOutputStream().write(made.bytes());
        }
    }

    private static void describe(
            String mediaType, long bytes, int width, int height, CachedAs cachedAs, HttpServletResponse response) {
        cachedAs.describe(response);
        response.setContentType(mediaType);
        response.setContentLengthLong(bytes);
        // Two makings of a rendition may differ by rounding, so parts of them may not fit together.
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "none");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setIntHeader("Imagemill-Width", width);
        response.setIntHeader("Imagemill-Height", height);
    }
}
