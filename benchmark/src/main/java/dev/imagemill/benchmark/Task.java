package dev.imagemill.benchmark;

import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of work that both sides do.
 *
 * @param id what the peer's script calls it
 * @param repetitions how often it is done in a round
 */
record Task(String id, String title, int repetitions, List<Pipeline> pipelines) {
    private static final int[] WIDTHS = {1600, 1200, 800, 400, 200, 100};

    static List<Task> all() {
        return List.of(
                new Task("thumbnail-400-jpeg", "one 400 px JPEG", 30, List.of(pipeline(400, "jpeg"))),
                new Task("thumbnail-400-webp", "one 400 px WebP", 20, List.of(pipeline(400, "webp"))),
                new Task("six-thumbnails-webp", "six WebP, 1600 to 100 px", 6, six()));
    }

    private static List<Pipeline> six() {
        return IntStream.of(WIDTHS).mapToObj(width -> pipeline(width, "webp")).toList();
    }

    private static Pipeline pipeline(int width, String format) {
        return PipelineParser.parse("""
                {"operations":[{"op":"autorotate"},{"op":"scale","width":%d}],"output":{"format":"%s","quality":80}}""".formatted(width, format));
    }
}
