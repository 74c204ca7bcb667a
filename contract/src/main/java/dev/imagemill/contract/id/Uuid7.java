package dev.imagemill.contract.id;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes version 7 UUIDs (RFC 9562): they begin with the time in milliseconds, so that they sort by when they were made.
 *
 * <p>One generator never goes back: the 12 bits after the time count within a millisecond, and when they are used up, or
 * the clock steps back, the time part runs ahead of the clock. Safe for use by many threads.
 */
public final class Uuid7 {
    private static final Uuid7 SHARED = new Uuid7(Clock.systemUTC(), new SecureRandom());
    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_START_BITS = 8;

    private final Clock clock;
    private final RandomGenerator random;
    private long last = Long.MIN_VALUE;

    public Uuid7(Clock clock, RandomGenerator random) {
        this.clock = requireNonNull(clock, "clock is null");
        this.random = requireNonNull(random, "random is null");
    }

    /** The next id of the generator that this virtual machine shares. */
    public static UUID next() {
        return SHARED.generate();
    }

    public UUID generate() {
        long timeAndCounter = advance();
        long high = (timeAndCounter >>> COUNTER_BITS << 16) | 0x7000L | (timeAndCounter & 0xfffL);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** When a version 7 UUID was made, to the millisecond. */
    public static Instant time(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException("a version 7 UUID was expected, not " + id);
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private synchronized long advance() {
        long fresh = (clock.millis() << COUNTER_BITS) | random.nextLong(1L << COUNTER_START_BITS);
        last = Math.max(fresh, last + 1);
        return last;
    }
}
