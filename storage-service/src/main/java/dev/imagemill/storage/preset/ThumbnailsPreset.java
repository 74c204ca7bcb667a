package dev.imagemill.storage.preset;

import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.pipeline.RenditionSpec;
import java.util.List;
import java.util.stream.IntStream;

/** The preset every installation starts with: six widths from 1600 to 100 pixels, upright, as WebP, never enlarged. */
final class ThumbnailsPreset {
    static final String NAME = "thumbnails";

    private static final int[] WIDTHS = {1600, 1200, 800, 400, 200, 100};

    private ThumbnailsPreset() {}

    static List<RenditionSpec> renditions() {
        return IntStream.of(WIDTHS)
                .mapToObj(width -> new RenditionSpec("w" + width, PipelineParser.parse("""
                        {"operations": [{"op": "autorotate"}, {"op": "scale", "width": %d, "fit": "inside"}],
                         "output": {"format": "webp"}}
                        """.formatted(width))))
                .toList();
    }
}
