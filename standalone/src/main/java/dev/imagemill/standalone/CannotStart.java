package dev.imagemill.standalone;

/** Why Imagemill was not started, in words for the person who tried; nothing is left running. */
final class CannotStart extends RuntimeException {
    CannotStart(String reason) {
        super(reason);
    }

    CannotStart(String reason, Throwable cause) {
        super(reason, cause);
    }
}
