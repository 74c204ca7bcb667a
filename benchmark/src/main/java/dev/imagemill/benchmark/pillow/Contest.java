package dev.imagemill.benchmark.pillow;

import dev.imagemill.benchmark.process.ProcessClock;
import dev.imagemill.imageop.ImageMemory;
import java.util.Arrays;
import java.util.List;

/** Lets all sides take turns at one operation, so that a machine whose speed drifts does so for each. */
final class Contest {
    private static final long ROUND_NANOS = 15_000_000;
    private static final long ENOUGH_NANOS = 150_000_000;
    private static final int FEWEST_ROUNDS = 3;
    /** From here on, all together, work is slow enough to be judged by one more round. */
    private static final double SLOW_NANOS = 800_000_000;

    /** The results of one operation, and what it makes in between. */
    private static final long MEMORY = 1L << 30;

    private final ProcessClock clock = new ProcessClock();
    private final PillowPeer peer;

    Contest(PillowPeer peer) {
        this.peer = peer;
    }

    /**
     * Measures the best round of each.
     *
     * @param cold whether this operation was not done before in this process
     */
    Row measure(Operation operation, Picture picture, boolean cold) {
        Work work = operation.ours().apply(picture);
        Checksum our = Checksum.of(work.run());
        Side anew = new Ours(clock, work, null);
        Ours ours = new Ours(clock, work, ImageMemory.ofAtMost(MEMORY));
        if (cold) {
            ours.warmUp();
        }
        if (operation.theirs() == null) {
            List<Timing> best = alternate(List.of(ours, anew));
            return new Row(operation, picture.scale(), best.get(0), best.get(1), null, our.bytes(), true);
        }
        Checksum their = peer.prepare(picture.scale(), operation.given(), operation.theirs());
        boolean same = operation.exact() ? our.equals(their) : our.bytes() == their.bytes();
        if (!same) {
            System.err.println(operation.title(picture.scale()) + ": " + our + " here, " + their + " there");
        }
        List<Timing> best = alternate(List.of(ours, peer, anew));
        return new Row(operation, picture.scale(), best.get(0), best.get(2), best.get(1), our.bytes(), same);
    }

    /** The best round of each, in their order. */
    private static List<Timing> alternate(List<Side> sides) {
        Timing[] best = sides.stream().map(side -> side.round(1)).toArray(Timing[]::new);
        int[] repetitions = Arrays.stream(best).mapToInt(Contest::repetitions).toArray();
        double once = Arrays.stream(best).mapToDouble(Timing::wall).sum();
        int fewest = once > SLOW_NANOS ? 1 : FEWEST_ROUNDS;
        long start = System.nanoTime();
        for (int round = 0; round < fewest || System.nanoTime() - start < ENOUGH_NANOS; round++) {
            for (int i = 0; i < best.length; i++) {
                best[i] = best[i].best(sides.get(i).round(repetitions[i]));
            }
        }
        return List.of(best);
    }

    private static int repetitions(Timing once) {
        return (int) Math.max(1, ROUND_NANOS / Math.max(1, once.wall()));
    }
}
