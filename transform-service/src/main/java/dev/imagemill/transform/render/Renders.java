package dev.imagemill.transform.render;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.RenditionKey;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.connection.ClientConnection;
import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.admission.SharedWork;
import dev.imagemill.transform.catalogue.ImageBlobs;
import dev.imagemill.transform.rendition.Renditions;
import dev.imagemill.transform.wanted.SourceFacts;
import dev.imagemill.transform.wanted.WantedPipeline;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds renditions, or makes and stores them, once for all who ask at the same time. */
final class Renders {
    private final ImageBlobs images;
    private final Renditions renditions;
    private final Admission admission;
    private final SharedWork<String, Renditions.Made> work = new SharedWork<>();
    private final SharedWork<String, SourceFacts> glances = new SharedWork<>();
    private final KnownFacts facts = new KnownFacts();
    private final RecentKeys made = new RecentKeys();

    Renders(ImageBlobs images, Renditions renditions, Admission admission) {
        this.images = images;
        this.renditions = renditions;
        this.admission = admission;
    }

    /** Digest of the bytes that an address names, by an image's id or by itself. */
    String source(Address address) {
        return address.namesBytes()
                ? address.image()
                : images.current(address.imageId()).sha256();
    }

    /** What of a source decides on its format; as digests name bytes, it is looked at once only. */
    SourceFacts facts(String source, ClientConnection client) {
        return facts.find(source).orElseGet(() -> {
            SourceFacts seen = glances.call(
                    source, client, () -> admission.work(() -> SourceFacts.of(renditions.glance(blob(source)))));
            facts.keep(source, seen);
            return seen;
        });
    }

    /** What is wanted of a source, under the key that every door keeps it by. */
    static WantedRendition wanted(String source, WantedPipeline pipeline) {
        String key = RenditionKey.of(source, pipeline.pipeline().digest()).digest();
        return new WantedRendition(0, "custom.render", key, pipeline.pipeline());
    }

    /** The rendition as it is stored; to be closed. */
    Optional<Renditions.Opened> find(WantedRendition wanted) throws InterruptedException {
        return renditions.open(wanted);
    }

    /**
     * Makes and stores a rendition that was not there when it was looked for; who waits for it has it as soon as it is made.
     *
     * @throws ProblemException if it cannot be made, now or ever
     */
    Renditions.Made make(String source, WantedRendition wanted, ClientConnection client) {
        return work.call(wanted.key(), client, early -> admission.work(() -> finished(source, wanted, early)));
    }

    /**
     * Whoever looked for it before others had stored it, and comes here when they are done, need not make it again. The key is noted
     * before those who come are let in, so nobody is missed, and nobody else looks twice.
     */
    private Renditions.Made finished(String source, WantedRendition wanted, Consumer<Renditions.Made> early)
            throws InterruptedException {
        if (made.contains(wanted.key())) {
            Optional<Renditions.Made> stored = renditions.read(wanted);
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        try {
            Renditions.Made rendition = renditions.make(source, wanted, early);
            made.add(wanted.key());
            return rendition;
        } catch (BlobNotFound missing) {
            throw new ProblemException(notStored(source), missing);
        }
    }

    private BlobRef blob(String source) throws InterruptedException {
        return renditions.source(source).orElseThrow(() -> new ProblemException(notStored(source)));
    }

    private static Problem notStored(String source) {
        return Problem.of(ProblemType.IMAGE_NOT_FOUND, "there are no bytes with the digest " + source);
    }
}
