package dev.imagemill.storage.job;

import dev.imagemill.contract.pipeline.RenditionSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is asked for.
 *
 * @param preset name of the preset whose current renditions are wanted, or null
 * @param renditions the renditions wanted if there is no preset
 * @param selection of which images
 */
record JobRequest(@Nullable String preset, List<RenditionSpec> renditions, Selection selection) {
    JobRequest {
        renditions = List.copyOf(renditions);
    }
}
