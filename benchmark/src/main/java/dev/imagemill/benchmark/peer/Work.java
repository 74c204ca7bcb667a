package dev.imagemill.benchmark.peer;

import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is done to one source, as both sides understand it: renditions scaled to some widths, at quality 80.
 *
 * @param codecOnly whether nothing is resampled: the source is decoded as small as it can be for the first rendition, and that encoded. The
 *     engine's side only
 * @param format that of the renditions, by its short name
 */
record Work(boolean codecOnly, String format, List<Integer> widths) {
    private static final String CODEC_ONLY = "codec";

    /** Renditions that are scaled. */
    static Work of(String format, List<Integer> widths) {
        return new Work(false, format, widths);
    }

    /** Reads what {@link #text} has written. */
    static Work parse(String text) {
        List<String> words = Arrays.asList(text.split("-", -1));
        boolean codecOnly = words.getFirst().equals(CODEC_ONLY);
        List<String> rest = codecOnly ? words.subList(1, words.size()) : words;
        List<Integer> widths =
                rest.subList(1, rest.size()).stream().map(Integer::valueOf).toList();
        return new Work(codecOnly, rest.getFirst(), widths);
    }

    /** As {@code webp-1600-400}. */
    String text() {
        return (codecOnly ? CODEC_ONLY + "-" : "")
                + format
                + widths.stream().map(width -> "-" + width).collect(Collectors.joining());
    }

    /** Decoding and encoding for the first rendition alone. */
    Work codecAlone() {
        return new Work(true, format, List.of(widths.getFirst()));
    }

    List<Pipeline> pipelines() {
        return widths.stream().map(this::pipeline).toList();
    }

    private Pipeline pipeline(int width) {
        return PipelineParser.parse("""
                {"operations":[{"op":"autorotate"},{"op":"scale","width":%d}],"output":{"format":"%s","quality":80}}""".formatted(width, format));
    }
}
