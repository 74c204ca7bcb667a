package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.store.Sha256;

/** What the events' records hold their components to. */
final class Require {
    private Require() {}

    static void atLeast(long min, long value, String what) {
        if (value < min) {
            throw new IllegalArgumentException(what + " is at least " + min + ", not " + value);
        }
    }

    static void within(long min, long max, long value, String what) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " is " + min + " to " + max + ", not " + value);
        }
    }

    static void digest(String value, String what) {
        if (!Sha256.isDigest(requireNonNull(value, what + " is null"))) {
            throw new IllegalArgumentException(what + " is 64 lower-case hexadecimal digits, not \"" + value + '"');
        }
    }

    static void text(String value, int longest, String what) {
        text(value, what);
        if (value.codePointCount(0, value.length()) > longest) {
            throw new IllegalArgumentException(what + " has at most " + longest + " characters");
        }
    }

    static void text(String value, String what) {
        if (requireNonNull(value, what + " is null").isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
    }
}
