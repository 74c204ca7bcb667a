package dev.imagemill.imageop.kernel;

/**
 * Lengths of arrays that make vector code fast.
 *
 * <p>A loop over several arrays is fastest if all begin at the same place of a line of the cache: the compiler aligns its vectors to one of them, and
 * those of the others are then aligned as well. Where an array begins cannot be chosen. But the JVM places arrays that are made one after the
 * other next to one another; so if each, with its header, fills whole lines, they all begin alike. Nothing but speed depends on it.
 */
public final class CacheLines {
    private static final int LINE = 64;
    private static final int HEADER = 16;

    private CacheLines() {}

    /** The least length of at least {@code elements} for which an array, with its header, takes whole cache lines. */
    public static int fill(int elements, int elementBytes) {
        long bytes = HEADER + (long) elements * elementBytes;
        return Math.toIntExact(((bytes + LINE - 1) / LINE * LINE - HEADER) / elementBytes);
    }
}
