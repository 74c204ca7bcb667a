package dev.imagemill.storage.rendition;

/** Where an image's rendition stands. */
public enum RenditionState {
    /** Wanted, and not there yet. */
    PENDING,
    /** Its bytes can be read. */
    READY,
    /** It cannot be made; the problem says why. */
    FAILED
}
