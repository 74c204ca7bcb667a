package dev.imagemill.benchmark;

import dev.imagemill.codec.ImageFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of work that both sides do: renditions of one source, scaled to these widths, at quality 80.
 *
 * @param repetitions how often it is done in a round
 * @param source the format of the photograph
 * @param format that of the renditions, by its short name
 */
record Task(String title, int repetitions, ImageFormat source, String format, List<Integer> widths) {
    static List<Task> all() {
        return List.of(
                new Task("one 400 px JPEG", 30, ImageFormat.JPEG, "jpeg", List.of(400)),
                new Task("one 400 px WebP", 20, ImageFormat.JPEG, "webp", List.of(400)),
                new Task("one 720 px JPEG", 20, ImageFormat.JPEG, "jpeg", List.of(720)),
                new Task("one 1200 px JPEG", 10, ImageFormat.JPEG, "jpeg", List.of(1200)),
                new Task(
                        "eight JPEG, 1600 to 100 px",
                        5,
                        ImageFormat.JPEG,
                        "jpeg",
                        List.of(1600, 1200, 1000, 800, 600, 400, 200, 100)),
                new Task(
                        "six WebP, 1600 to 100 px",
                        3,
                        ImageFormat.JPEG,
                        "webp",
                        List.of(1600, 1200, 800, 400, 200, 100)),
                new Task("one 400 px JPEG of a PNG", 4, ImageFormat.PNG, "jpeg", List.of(400)),
                new Task("one 400 px JPEG of a WebP", 4, ImageFormat.WEBP, "jpeg", List.of(400)));
    }

    /** What the peer's script calls it. */
    String id() {
        return format + widths.stream().map(width -> "-" + width).collect(Collectors.joining());
    }

    List<Pipeline> pipelines() {
        return widths.stream().map(this::pipeline).toList();
    }

    private Pipeline pipeline(int width) {
        return PipelineParser.parse("""
                {"operations":[{"op":"autorotate"},{"op":"scale","width":%d}],"output":{"format":"%s","quality":80}}""".formatted(width, format));
    }
}
