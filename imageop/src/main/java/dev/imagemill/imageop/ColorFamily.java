package dev.imagemill.imageop;

import java.util.List;

/** What the components of a mode mean, apart from alpha and depth. */
enum ColorFamily {
    GRAY("l"),
    RGB("r", "g", "b"),
    YCC("y", "cr", "cb"),
    CMYK("c", "m", "y", "k");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> components;

    ColorFamily(String... components) {
        this.components = List.of(components);
    }

    /** Names of the colour components, alpha not among them. */
    List<String> components() {
        return components;
    }
}
