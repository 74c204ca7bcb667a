package dev.imagemill.ingest.upload;

import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.receive.Field;
import dev.imagemill.ingest.receive.Fields;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads which renditions a client wants, strictly, and throws a problem with a pointer if it cannot have them. */
final class WishReader {
    private final PublishedPresets presets;

    WishReader(PublishedPresets presets) {
        this.presets = presets;
    }

    Wishes read(Fields fields) {
        List<RenditionSpec> renditions = renditions(fields.get(Field.PIPELINE));
        String preset = fields.get(Field.PRESET);
        if (preset != null) {
            presets.require(preset);
        }
        return new Wishes(preset, renditions);
    }

    private static List<RenditionSpec> renditions(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return List.of(RenditionSpec.unnamed(PipelineParser.parse(json).withImages(WishReader::refuse)));
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().within(Field.PIPELINE.pointer()), e);
        }
    }

    /** Which file an image has the catalogue knows, and an upload does not wait for it. */
    private static String refuse(UUID image) {
        throw new ProblemException(
                ProblemType.INVALID_PIPELINE,
                "an upload's watermark is named by its blob, or in a preset: the image %s is not looked up"
                        .formatted(image));
    }
}
