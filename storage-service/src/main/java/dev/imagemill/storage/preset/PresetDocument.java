package dev.imagemill.storage.preset;

import dev.imagemill.contract.pipeline.RenditionSpec;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A preset as clients see it.
 *
 * @param name its name
 * @param revision which revision this is, from 1
 * @param createdAt when the revision was made
 * @param href where it is
 * @param renditions each {@code {"name", "pipeline"}}, pipelines in their canonical form
 */
record PresetDocument(String name, int revision, Instant createdAt, String href, List<JsonNode> renditions) {
    static PresetDocument of(StoredPreset stored) {
        return new PresetDocument(
                stored.preset().name(),
                stored.preset().revision(),
                stored.createdAt(),
                "/v1/presets/" + stored.preset().name(),
                stored.preset().renditions().stream()
                        .<JsonNode>map(RenditionSpec::json)
                        .toList());
    }
}
