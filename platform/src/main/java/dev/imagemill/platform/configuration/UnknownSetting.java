package dev.imagemill.platform.configuration;

import java.util.Collection;

/** A setting was given that nothing reads: most likely it is misspelt. */
final class UnknownSetting extends RuntimeException {
    private final Collection<String> known;

    /**
     * @param name the setting
     * @param origin where it was given
     * @param known those that would have been read in its place
     */
    UnknownSetting(String name, String origin, Collection<String> known) {
        super("there is no setting " + name + ", which was given in " + origin);
        this.known = known;
    }

    Collection<String> known() {
        return known;
    }
}
