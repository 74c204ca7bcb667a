package dev.imagemill.contract.store;

/**
 * The revision of the transform engine's pixels.
 *
 * <p>It is raised when the same source and pipeline give other bytes than before, so that renditions are made anew.
 */
public final class EngineRevision {
    public static final String CURRENT = "5";

    private EngineRevision() {}
}
