package dev.imagemill.transform.rendition;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.platform.blobstore.ObjectStream;
import dev.imagemill.transform.bench.Hand;
import dev.imagemill.transform.engine.Source;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A source on its way from the blob store: what it is was told with its first bytes, so that nobody need ask before. */
final class OpenSource implements AutoCloseable {
    private final RenditionStore store;
    private final BlobRef blob;
    private final ObjectStream stream;

    OpenSource(RenditionStore store, BlobRef blob, ObjectStream stream) {
        this.store = store;
        this.blob = blob;
        this.stream = stream;
    }

    BlobRef blob() {
        return blob;
    }

    /** The source as a whole; asked for anew if it is too large for memory, or the store breaks off. */
    Source fetch(Hand hand) throws InterruptedException {
        if (blob.bytes() > RenditionStore.MOST_IN_MEMORY) {
            return store.fetch(blob, hand);
        }
        byte[] bytes = new byte[Math.toIntExact(blob.bytes())];
        return fill(bytes) ? Source.of(bytes) : store.fetch(blob, hand);
    }

    private boolean fill(byte[] bytes) {
        try {
            return stream.readNBytes(bytes, 0, bytes.length) == bytes.length;
        } catch (IOException brokenOff) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
