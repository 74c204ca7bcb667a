package dev.imagemill.platform.configuration;

import java.util.function.Supplier;

/** A setting whose value turned out to be of no use when the service began to use it. */
public final class UnusableSetting extends RuntimeException {
    private UnusableSetting(String name, Object value, RuntimeException cause) {
        super("%s is %s, which cannot be used: %s".formatted(name, value, reason(cause)), cause);
    }

    /** Does what a setting is for; a failure is told by the setting's name. */
    public static <T> T inUse(String name, Object value, Supplier<T> use) {
        try {
            return use.get();
        } catch (RuntimeException failure) {
            throw new UnusableSetting(name, value, failure);
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : failure.getMessage() + " (" + cause + ")";
    }
}
