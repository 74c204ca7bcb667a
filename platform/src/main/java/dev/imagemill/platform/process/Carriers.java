package dev.imagemill.platform.process;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Gives virtual threads more carriers than the machine has processors, before the first of them runs.
 *
 * <p>A virtual thread that waits for a lock while a class is being loaded holds on to its carrier. If all carriers are held so, and the one who has the lock is a virtual thread that
 * waits for a carrier, nothing of the process goes on any more. As many carriers as processors is the JVM's default, which are one or two in a small container, and two requests that
 * are the first to need a class are enough.
 */
public final class Carriers implements EnvironmentPostProcessor {
    static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";
    static final int LEAST = 16;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        provide();
    }

    /** Has no effect once a virtual thread has run, and none on what the operator says. */
    static void provide() {
        if (System.getProperty(PROPERTY) == null) {
            int carriers = Math.max(LEAST, Runtime.getRuntime().availableProcessors());
            System.setProperty(PROPERTY, Integer.toString(carriers));
        }
    }
}
