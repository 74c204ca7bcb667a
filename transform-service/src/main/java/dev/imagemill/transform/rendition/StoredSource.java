package dev.imagemill.transform.rendition;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.transform.bench.Hand;
import dev.imagemill.transform.bench.HeldSource;
import dev.imagemill.transform.engine.Source;

/** A source in the blob store. */
record StoredSource(RenditionStore store, BlobRef blob, Lane lane) implements HeldSource {
    @Override
    public String sha256() {
        return blob.sha256();
    }

    @Override
    public long bytes() {
        return blob.bytes();
    }

    @Override
    public Source fetch(Hand hand) throws InterruptedException {
        return store.fetch(blob, hand);
    }
}
