package dev.imagemill.transform.transforms;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What the OpenAPI document says of transforms where code does not say it. */
final class TransformsDocs {
    static final String PROBLEM = "application/problem+json";

    static final String DESCRIPTION = """
            Takes one image and makes what the pipelines say, by one decode for all of them. Nothing is stored. Send a form with "file" and \
            any number of "pipeline" fields, or the image as the whole body and pipelines in the query or a header.

            One picture is the whole answer. Several come as multipart/mixed, or as a ZIP file if Accept names application/zip; what \
            cannot be made stands there as a problem document under its name. If nothing can be made the answer is a problem itself.

            So many requests are worked on at a time and so many wait; others are answered 429 at once.""";

    static final String PIPELINE =
            "{\"operations\":[{\"op\":\"scale\",\"width\":400}],\"output\":{\"format\":\"webp\"}}";

    private TransformsDocs() {}

    /** The form as OpenAPI shows it; it is read part by part, never into this. */
    @Schema(name = "TransformForm", description = "An image and what is wanted of it")
    record Form(
            @Schema(type = "string", format = "binary", description = "The image")
            String file,

            @ArraySchema(
                    arraySchema = @Schema(description = "Pipelines in JSON, presets and their renditions by name"),
                    schema = @Schema(example = PIPELINE))
            List<String> pipeline) {}
}
