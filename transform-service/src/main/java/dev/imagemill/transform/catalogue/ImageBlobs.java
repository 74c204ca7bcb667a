package dev.imagemill.transform.catalogue;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes that images have now.
 *
 * <p>An answer of the catalogue is good for seconds, because an image may get another version; while the catalogue is away an older one has to
 * do. After a question that failed nobody asks for a moment, so that a catalogue that does not answer is not waited for by
 * every request anew.
 */
public final class ImageBlobs {
    private static final Logger log = LoggerFactory.getLogger(ImageBlobs.class);

    private final Question question;
    private final CatalogueProperties properties;
    private final InstantSource clock;
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);
    private final Map<UUID, Known> known;

    private record Known(BlobRef blob, Instant at) {}

    /** One question to the catalogue. */
    interface Question {
        /**
         * The bytes of an image's current version; empty if there is no such image.
         *
         * @throws CatalogueAway if there was no answer
         */
        Optional<BlobRef> ask(UUID image);
    }

    ImageBlobs(Question question, CatalogueProperties properties, InstantSource clock) {
        this.question = question;
        this.properties = properties;
        this.clock = clock;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
                return size() > properties.remembered();
            }
        };
    }

    /**
     * The bytes of an image's current version.
     *
     * @throws ProblemException {@code image-not-found}, or {@code catalog-unavailable} if that cannot be found out
     */
    public BlobRef current(UUID image) {
        Instant now = clock.instant();
        Known before = recall(image);
        if (before != null && now.isBefore(before.at().plus(properties.fresh()))) {
            return before.blob();
        }
        try {
            return ask(image, now);
        } catch (CatalogueAway away) {
            if (before != null && now.isBefore(before.at().plus(properties.stale()))) {
                return before.blob();
            }
            throw new ProblemException(
                    Problem.of(ProblemType.CATALOG_UNAVAILABLE, "the catalogue did not answer; try again later"), away);
        }
    }

    private BlobRef ask(UUID image, Instant now) {
        if (now.isBefore(quietUntil.get())) {
            throw new CatalogueAway("it did not answer a moment ago", null);
        }
        try {
            Optional<BlobRef> blob = question.ask(image);
            remember(image, blob.map(found -> new Known(found, now)).orElse(null));
            return blob.orElseThrow(
                    () -> new ProblemException(ProblemType.IMAGE_NOT_FOUND, "there is no image " + image));
        } catch (CatalogueAway away) {
            quietUntil.set(clock.instant().plus(properties.pause()));
            log.warn("the catalogue is away: {}", away.getMessage());
            throw away;
        }
    }

    private @Nullable Known recall(UUID image) {
        synchronized (known) {
            return known.get(image);
        }
    }

    private void remember(UUID image, @Nullable Known blob) {
        synchronized (known) {
            if (blob == null) {
                known.remove(image);
            } else {
                known.put(image, blob);
            }
        }
    }
}
