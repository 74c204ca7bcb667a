package dev.imagemill.transform.render;

import dev.imagemill.transform.wanted.SourceFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was found out about sources, by their digests, and so for good; those not asked for longest are forgotten. */
final class KnownFacts {
    private static final int MOST = 50_000;
    private static final float USUAL_LOAD = 0.75f;

    private final Map<String, SourceFacts> known = new LinkedHashMap<>(16, USUAL_LOAD, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SourceFacts> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<SourceFacts> find(String sha256) {
        return Optional.ofNullable(known.get(sha256));
    }

    synchronized void keep(String sha256, SourceFacts facts) {
        known.put(sha256, facts);
    }
}
