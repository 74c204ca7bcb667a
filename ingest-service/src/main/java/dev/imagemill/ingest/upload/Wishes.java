package dev.imagemill.ingest.upload;

import dev.imagemill.contract.pipeline.RenditionSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The renditions that a client wants of every image of its upload.
 *
 * @param preset name of a preset that exists, or null
 * @param renditions the rendition wanted beside it, if any
 */
record Wishes(@Nullable String preset, List<RenditionSpec> renditions) {
    /** What identifies the wishes within a request that is repeated. */
    String fingerprint() {
        StringBuilder text = new StringBuilder(preset == null ? "" : preset);
        renditions.forEach(
                rendition -> text.append('\n').append(rendition.pipeline().digest()));
        return text.toString();
    }
}
