package dev.imagemill.transform.render;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Keys of the renditions that were made last, so many that one is remembered for longer than a look into object storage takes. */
final class RecentKeys {
    private static final int MOST = 4096;

    private final Set<String> keys = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    synchronized void add(String key) {
        keys.add(key);
    }

    synchronized boolean contains(String key) {
        return keys.contains(key);
    }
}
