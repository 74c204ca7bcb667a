package dev.imagemill.imageop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weights that were wanted lately; those that were not for the longest time go first. It takes a few megabytes at most, and any threads at a time may use it. */
final class WeightsShelf {
    static final WeightsShelf COMMON = new WeightsShelf();

    private static final int MOST_ENTRIES = 32;

    /** Weights of more numbers than this take little time beside the lines that they are for. */
    private static final int MOST_VALUES = 1 << 15;

    private final Map<Wish, Weights> kept = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wish, Weights> eldest) {
            return size() > MOST_ENTRIES;
        }
    };

    /** What {@link Weights#of(Filter, int, double, double, int)} is asked for. */
    record Wish(Filter filter, int lines, double from, double to, int outputs) {
        Weights weights() {
            return Weights.compute(filter, lines, from, to, outputs);
        }
    }

    Weights get(Wish wish) {
        Weights known = known(wish);
        if (known != null) {
            return known;
        }
        Weights made = wish.weights();
        if (made.values().length <= MOST_VALUES) {
            keep(wish, made);
        }
        return made;
    }

    private synchronized @Nullable Weights known(Wish wish) {
        return kept.get(wish);
    }

    private synchronized void keep(Wish wish, Weights weights) {
        kept.put(wish, weights);
    }
}
