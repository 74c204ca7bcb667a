package dev.imagemill.transform.wanted;

import dev.imagemill.contract.pipeline.Names;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.PresetParser;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The presets that the catalogue has published as objects, so that nobody need ask the catalogue itself. One that was found is
 * remembered for a while; one that was not is looked up each time.
 */
final class PublishedPresets {
    private static final int MAX_CACHED = 1_000;

    private final BlobStore store;
    private final InstantSource clock;
    private final Duration cacheTime;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Preset preset, Instant until) {}

    PublishedPresets(BlobStore store, InstantSource clock, Duration cacheTime) {
        this.store = store;
        this.clock = clock;
        this.cacheTime = cacheTime;
    }

    /** The current revision of a preset, or the one before it for a moment. */
    Optional<Preset> find(String name) {
        if (!Names.isName(name)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Known before = known.get(name);
        if (before != null && now.isBefore(before.until())) {
            return Optional.of(before.preset());
        }
        Optional<Preset> preset = read(name);
        preset.ifPresent(found -> remember(found, now));
        return preset;
    }

    private void remember(Preset preset, Instant now) {
        if (known.size() >= MAX_CACHED) {
            known.clear();
        }
        known.put(preset.name(), new Known(preset, now.plus(cacheTime)));
    }

    private Optional<Preset> read(String name) {
        try {
            return Optional.of(
                    PresetParser.parse(new String(store.get(ObjectKeys.preset(name)), StandardCharsets.UTF_8)));
        } catch (BlobNotFound missing) {
            return Optional.empty();
        }
    }
}
