package dev.imagemill.transform.rendition;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.ObjectStream;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.bench.SourceGlance;
import dev.imagemill.transform.bench.SourceMaking;
import dev.imagemill.transform.engine.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Single renditions for somebody who waits: read as they are stored, or made and stored. */
public final class Renditions {
    private final RenditionStore store;
    private final Bench bench;

    Renditions(RenditionStore store, Bench bench) {
        this.store = store;
        this.bench = bench;
    }

    /** A rendition as it is stored; to be closed. */
    public record Opened(ItemResult.Stored facts, ObjectStream stream) implements AutoCloseable {
        public String mediaType() {
            return facts.mediaType();
        }

        public long bytes() {
            return facts.bytes();
        }

        public int width() {
            return facts.width();
        }

        public int height() {
            return facts.height();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** A rendition as a whole; the array is not to be changed. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Made(byte[] bytes, String mediaType, int width, int height) {}

    /** The stored rendition, if there is one; what it says of itself is true of the very bytes that follow. */
    public Optional<Opened> open(WantedRendition wanted) throws InterruptedException {
        return store.open(wanted);
    }

    /** The stored rendition as a whole, if there is one. */
    public Optional<Made> read(WantedRendition wanted) throws InterruptedException {
        Optional<Opened> found = open(wanted);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Opened opened = found.get()) {
            byte[] bytes = opened.stream().readAllBytes();
            return Optional.of(new Made(bytes, opened.mediaType(), opened.width(), opened.height()));
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.STORAGE_UNAVAILABLE, "the stored rendition could not be read to its end: " + e);
        }
    }

    /** What is known of the bytes with a digest; empty if they are not stored. */
    public Optional<BlobRef> source(String sha256) throws InterruptedException {
        return store.stat(sha256);
    }

    /**
     * What a source's header says.
     *
     * @throws ProblemException if it cannot be read
     */
    public ImageInfo glance(BlobRef source) {
        return SourceGlance.at(new StoredSource(store, source, Lane.INTERACTIVE), bench);
    }

    /**
     * Makes a rendition and stores it.
     *
     * @param sha256 of the source
     * @param early gets the rendition before it is stored
     * @throws ProblemException if it cannot be made, now or ever, or not be stored
     * @throws BlobNotFound if the source is not stored
     */
    public Made make(String sha256, WantedRendition wanted, Consumer<Made> early) throws InterruptedException {
        Outcome.Rendered rendered = rendered(sha256, wanted);
        Made made = new Made(
                rendered.bytes(),
                rendered.mediaType(),
                rendered.size().width(),
                rendered.size().height());
        early.accept(made);
        store.store(wanted, rendered);
        return made;
    }

    private Outcome.Rendered rendered(String sha256, WantedRendition wanted) throws InterruptedException {
        try (OpenSource source = store.openSource(sha256)) {
            return new SourceMaking<>(bench, new FreshRendition(source, wanted))
                    .make(List.of(0))
                    .getFirst()
                    .rendered();
        }
    }
}
