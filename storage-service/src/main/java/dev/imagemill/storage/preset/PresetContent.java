package dev.imagemill.storage.preset;

import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.PresetParser;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.store.Sha256;
import java.util.List;

/** The canonical text of a set of renditions, and its way back. */
final class PresetContent {
    private PresetContent() {}

    static String write(List<RenditionSpec> renditions) {
        return EventJson.mapper().writeValueAsString(renditions);
    }

    static Preset read(String name, int revision, String content) {
        return new Preset(
                name, revision, PresetParser.renditions(EventJson.mapper().readTree(content), ""));
    }

    static String digest(String content) {
        return Sha256.of(content);
    }
}
