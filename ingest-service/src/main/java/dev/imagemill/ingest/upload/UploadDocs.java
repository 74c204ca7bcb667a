package dev.imagemill.ingest.upload;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the OpenAPI document says of uploads where code does not say it. */
final class UploadDocs {
    static final String PROBLEM = "application/problem+json";

    static final String DESCRIPTION = """
            Takes any number of images in a form, or one as the whole body. When the answer comes, the bytes are in object storage and \
            the event that registers each image is acknowledged, so nothing can be lost any more; the images appear in the catalogue \
            within moments.

            Files are known by their content. A name or a Content-Type that claims another type is refused; \
            application/octet-stream and names without a known extension claim nothing. Only headers are looked at here: an image \
            whose pixels turn out to be broken fails later, with the rendition that needs them.

            Good files of a form are taken even if others are refused; "errors" tells why. If a preset or pipeline is not valid, \
            or no file is good, nothing is taken at all.""";

    static final String PIPELINE =
            "{\"operations\":[{\"op\":\"scale\",\"width\":400}],\"output\":{\"format\":\"webp\"}}";

    static final String ANSWER = """
            {"images":[{"id":"019a9f3e-7c1d-7c44-9c57-2f7d0a9b6e11","name":"harbour.jpg",\
            "href":"/v1/images/019a9f3e-7c1d-7c44-9c57-2f7d0a9b6e11",\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","bytes":482113,\
            "mediaType":"image/jpeg","width":3000,"height":2000,"mode":"RGB","orientation":6,"duplicate":false}],\
            "errors":[{"name":"notes.png","problem":{"type":"urn:imagemill:problem:not-an-image",\
            "title":"The bytes are not an image","status":415,"code":"not-an-image",\
            "detail":"The bytes begin like no image format that is known"}}]}""";

    static final String MISMATCH = """
            {"type":"urn:imagemill:problem:media-type-mismatch","title":"The image is not of the type it claims","status":415,\
            "code":"media-type-mismatch",\
            "detail":"The file name \\"harbour.png\\" says image/png, but the content is image/jpeg"}""";

    private UploadDocs() {}

    /** The form as OpenAPI shows it; it is read part by part, never into this. */
    @Schema(description = "Files under any field name, and these fields")
    record Form(
            @ArraySchema(
                    arraySchema = @Schema(description = "The files; a part with a file name is a file"),
                    schema = @Schema(type = "string", format = "binary"))
            List<String> file,

            @Schema(description = "What the image is to be called; only with a single file", example = "harbour.jpg")
            @Nullable
            String name,

            @Schema(description = "Preset whose renditions are wanted of every image", example = "thumbnails") @Nullable
            String preset,

            @Schema(description = "A pipeline in JSON: one rendition that is wanted of every image", example = PIPELINE)
            @Nullable
            String pipeline) {}
}
