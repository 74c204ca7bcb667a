package dev.imagemill.transform.bench;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.transform.engine.Source;

/** A source and where its bytes come from. Called on virtual threads. */
public interface HeldSource {
    /** Digest of the source's bytes: 64 lower-case hexadecimal digits. */
    String sha256();

    /** Number of the source's bytes. */
    long bytes();

    /** Whether somebody waits for it. */
    Lane lane();

    /**
     * Brings the source's bytes here.
     *
     * @param hand takes what is to be given back when the work on the source has ended
     */
    Source fetch(Hand hand) throws InterruptedException;
}
