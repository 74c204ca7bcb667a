package dev.imagemill.benchmark.pillow;

/** Lets the two sides take turns at one operation, so that a machine whose speed drifts does so for both. */
final class Contest {
    private static final long ROUND_NANOS = 15_000_000;
    private static final long ENOUGH_NANOS = 250_000_000;
    private static final int FEWEST_ROUNDS = 3;
    /** From here on, both together, work is slow enough to be judged by one more round. */
    private static final double SLOW_NANOS = 800_000_000;

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
        Ours ours = new Ours(clock, work);
        if (cold) {
            ours.warmUp();
        }
        if (operation.theirs() == null) {
            return new Row(operation, picture.scale(), alternate(ours, ours).ours(), null, our.bytes(), true);
        }
        Checksum their = peer.prepare(picture.scale(), operation.given(), operation.theirs());
        boolean same = operation.exact() ? our.equals(their) : our.bytes() == their.bytes();
        if (!same) {
            System.err.println(operation.title(picture.scale()) + ": " + our + " here, " + their + " there");
        }
        Pair best = alternate(ours, peer);
        return new Row(operation, picture.scale(), best.ours(), best.theirs(), our.bytes(), same);
    }

    private static Pair alternate(Side ours, Side theirs) {
        Timing our = ours.round(1);
        Timing their = theirs.round(1);
        int ourRepetitions = repetitions(our);
        int theirRepetitions = repetitions(their);
        boolean slow = our.wall() + their.wall() > SLOW_NANOS;
        int fewest = slow ? 1 : FEWEST_ROUNDS;
        long start = System.nanoTime();
        for (int round = 0; round < fewest || System.nanoTime() - start < ENOUGH_NANOS; round++) {
            our = our.best(ours.round(ourRepetitions));
            their = their.best(theirs.round(theirRepetitions));
        }
        return new Pair(our, their);
    }

    private static int repetitions(Timing once) {
        return (int) Math.max(1, ROUND_NANOS / Math.max(1, once.wall()));
    }

    private record Pair(Timing ours, Timing theirs) {}
}
