package dev.imagemill.benchmark;

import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import java.util.List;
import java.util.stream.IntStream;

/** A piece of work that both sides do; {@link #id} is what the peer's script calls it. */
enum Task {
    THUMBNAIL_JPEG("thumbnail-400-jpeg", "one 400 px JPEG", 30, List.of(pipeline(400, "jpeg"))),
    THUMBNAIL_WEBP("thumbnail-400-webp", "one 400 px WebP", 20, List.of(pipeline(400, "webp"))),
    SIX_THUMBNAILS(
            "six-thumbnails-webp",
            "six WebP, 1600 to 100 px",
            6,
            IntStream.of(1600, 1200, 800, 400, 200, 100)
                    .mapToObj(width -> pipeline(width, "webp"))
                    .toList());

    private final String id;
    private final String title;
    private final int repetitions;
    private final List<Pipeline> pipelines;

    Task(String id, String title, int repetitions, List<Pipeline> pipelines) {
        this.id = id;
        this.title = title;
        this.repetitions = repetitions;
        this.pipelines = pipelines;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** How often it is done in a round. */
    int repetitions() {
        return repetitions;
    }

    List<Pipeline> pipelines() {
        return pipelines;
    }

    private static Pipeline pipeline(int width, String format) {
        return PipelineParser.parse("""
                {"operations":[{"op":"autorotate"},{"op":"scale","width":%d}],"output":{"format":"%s","quality":80}}"""
                .formatted(width, format));
    }
}
