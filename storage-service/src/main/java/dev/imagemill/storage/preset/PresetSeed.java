package dev.imagemill.storage.preset;

import java.util.List;
import org.springframework.stereotype.Component;

/** Sees to it, once a start, that the first preset exists and that object storage has the current revision of every one. */
@Component
class PresetSeed {
    private static final int PAGE = 100;

    private final PresetCatalogue catalogue;
    private final Presets presets;
    private final PresetPublisher publisher;
    private boolean done;

    PresetSeed(PresetCatalogue catalogue, Presets presets, PresetPublisher publisher) {
        this.catalogue = catalogue;
        this.presets = presets;
        this.publisher = publisher;
    }

    /** Does it unless it is done; fails, to be tried again, while Postgres or object storage are away. */
    boolean run() {
        if (!done) {
            if (catalogue.find(ThumbnailsPreset.NAME).isEmpty()) {
                presets.put(ThumbnailsPreset.NAME, ThumbnailsPreset.renditions(), Presets.Condition.NEW);
            }
            publishAll();
            done = true;
        }
        return false;
    }

    private void publishAll() {
        String after = "";
        List<StoredPreset> page = catalogue.list(after, PAGE);
        while (!page.isEmpty()) {
            page.forEach(stored -> publisher.publish(stored.preset().name()));
            after = page.getLast().preset().name();
            page = catalogue.list(after, PAGE);
        }
    }
}
