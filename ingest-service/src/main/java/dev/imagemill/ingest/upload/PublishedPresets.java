package dev.imagemill.ingest.upload;

import dev.imagemill.contract.pipeline.Names;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.platform.blobstore.BlobStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The presets that the catalogue has published as objects, so that an upload can be checked while the catalogue is down. A preset is
 * never withdrawn, so one that was found stays known for a while; one that was not is looked up each time.
 */
final class PublishedPresets {
    private static final int MAX_CACHED = 1_000;

    private final BlobStore store;
    private final InstantSource clock;
    private final Duration cacheTime;
    private final Map<String, Instant> knownUntil = new ConcurrentHashMap<>();

    PublishedPresets(BlobStore store, InstantSource clock, Duration cacheTime) {
        this.store = store;
        this.clock = clock;
        this.cacheTime = cacheTime;
    }

    /** Throws {@code unknown-preset} unless there is a preset of this name. */
    void require(String name) {
        if (!Names.isName(name) || !isKnown(name)) {
            throw Problem.at(ProblemType.UNKNOWN_PRESET, "/preset", "There is no preset \"" + shown(name) + "\"")
                    .exception();
        }
    }

    private boolean isKnown(String name) {
        Instant now = clock.instant();
        Instant until = knownUntil.get(name);
        if (until != null && now.isBefore(until)) {
            return true;
        }
        boolean found = store.exists(ObjectKeys.preset(name));
        if (found && knownUntil.size() < MAX_CACHED) {
            knownUntil.put(name, now.plus(cacheTime));
        }
        return found;
    }

    private static String shown(String name) {
        return FileName.clean(name, "");
    }
}
