package dev.imagemill.embedded.child;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Runs another main class, and ends this JVM as soon as standard input ends: when the parent closes it, or is no more. */
public final class ChildMain {
    private static final long LONGEST_SHUTDOWN_MILLIS = 8_000;

    private ChildMain() {}

    /**
     * Starts the main class named by the first argument with the others.
     *
     * @throws ReflectiveOperationException if there is no such main class, or it throws
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        endWithParent();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            awaitEndOfInput();
            Thread.ofPlatform().daemon().name("shutdown-limit").start(ChildMain::haltLater);
            System.exit(0);
        });
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe is the parent's end as well.
        }
    }

    private static void haltLater() {
        try {
            Thread.sleep(LONGEST_SHUTDOWN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
