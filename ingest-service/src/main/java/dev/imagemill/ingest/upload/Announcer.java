package dev.imagemill.ingest.upload;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.eventbus.OutgoingEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Publishes {@code image.uploaded} for images whose bytes are stored. */
final class Announcer {
    private static final String SOURCE = "urn:imagemill:ingest";

    private final EventBus events;
    private final InstantSource clock;

    Announcer(EventBus events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Returns when every event is acknowledged. */
    void announce(List<TakenImage> images, Wishes wishes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        events.publishAll(
                images.stream().map(image -> event(image, wishes, now)).toList());
    }

    private static OutgoingEvent event(TakenImage taken, Wishes wishes, Instant now) {
        ImageInfo info = taken.image().info();
        ImageUploaded uploaded = new ImageUploaded(
                taken.id(),
                taken.image().name(),
                new BlobRef(
                        taken.image().content().sha256(),
                        taken.image().content().bytes(),
                        info.format().mediaType()),
                info.format().id(),
                info.size().width(),
                info.size().height(),
                info.mode(),
                info.orientation(),
                info.pages(),
                info.hasAlpha(),
                info.hasIccProfile(),
                wishes.preset(),
                wishes.renditions(),
                now);
        return OutgoingEvent.of(CloudEvent.of(taken.id().toString(), SOURCE, now, uploaded), uploaded.key());
    }
}
