package dev.imagemill.storage.verification;

/**
 * Something that was found.
 *
 * @param kind what it is
 * @param key the object's key
 * @param detail what was expected and what is there
 */
record Finding(FindingKind kind, String key, String detail) {
    /** The finding as a line of three fields between tabs. */
    String line() {
        return kind.code() + '\t' + key + '\t' + detail;
    }
}
