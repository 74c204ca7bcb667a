package dev.imagemill.transform.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a source holds while it is worked on: its entry in the crash journal, memory, native pixels, a temporary file.
 * Everything is given back, the last taken first, when the last one who works on the source lets go, be it long after
 * the worker gave up waiting for him.
 */
public final class Hand {
    private static final Logger log = LoggerFactory.getLogger(Hand.class);

    private final Deque<AutoCloseable> held = new ArrayDeque<>();
    private int holders = 1;

    /** Adds something to be closed in the end. */
    public synchronized <T extends AutoCloseable> T hold(T resource) {
        held.push(resource);
        return resource;
    }

    /** What some of those hold who work on the source. It counts as one of them, and is given back before the rest. */
    Hand part() {
        join();
        Hand part = new Hand();
        part.hold(this::leave);
        return part;
    }

    /** Counts one more who works on the source. */
    synchronized void join() {
        holders++;
    }

    /** Counts one less. */
    void leave() {
        if (left()) {
            for (AutoCloseable resource : held) {
                close(resource);
            }
        }
    }

    private synchronized boolean left() {
        return --holders == 0;
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.error("something a source held could not be given back", e);
        }
    }
}
