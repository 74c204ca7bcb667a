package dev.imagemill.storage.loop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/**
 * Says inside this process that something was committed, so that its loops look at once. Other replicas see it at their next
 * poll: nothing may depend on a signal but speed.
 */
@Component
public final class Signal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Has every commit wake the given loop. */
    public Loop wake(Loop loop) {
        listeners.add(loop::wake);
        return loop;
    }

    /** To be called after a commit. */
    public void committed() {
        listeners.forEach(Runnable::run);
    }
}
