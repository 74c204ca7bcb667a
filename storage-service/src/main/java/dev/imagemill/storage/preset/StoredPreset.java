package dev.imagemill.storage.preset;

import dev.imagemill.contract.pipeline.Preset;
import java.time.Instant;

/**
 * A revision of a preset in the catalogue.
 *
 * @param preset name, revision and renditions
 * @param digest digest of the renditions' canonical form
 * @param createdAt when the revision was made
 */
record StoredPreset(Preset preset, String digest, Instant createdAt) {
    /** The entity tag's value: revision and content. */
    String tag() {
        return preset.revision() + "-" + digest.substring(0, 16);
    }
}
