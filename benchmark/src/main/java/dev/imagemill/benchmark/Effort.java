package dev.imagemill.benchmark;

/** How often things are repeated: as often as figures need it, or, to see that a benchmark runs at all, {@code --quick}. */
public final class Effort {
    private static final boolean QUICK = Boolean.getBoolean("imagemill.benchmark.quick");

    private Effort() {}

    /** So many repetitions, or so few. */
    public static int of(int usual, int quick) {
        return QUICK ? quick : usual;
    }
}
