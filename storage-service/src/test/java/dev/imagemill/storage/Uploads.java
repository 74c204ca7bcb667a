package dev.imagemill.storage;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.Mode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes uploads as ingest would tell of them. */
final class Uploads {
    private Uploads() {}

    static ImageUploaded of(String name) {
        return of(name, null);
    }

    static ImageUploaded of(String name, @Nullable String preset) {
        return of(Uuid7.next(), name, Sha256.of(name), 12_345, preset, List.of());
    }

    static ImageUploaded of(
            UUID id, String name, String sha256, long bytes, @Nullable String preset, List<RenditionSpec> renditions) {
        return new ImageUploaded(
                id,
                name,
                new BlobRef(sha256, bytes, "image/jpeg"),
                "jpeg",
                640,
                480,
                Mode.RGB,
                6,
                1,
                false,
                true,
                preset,
                renditions,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    static CloudEvent<ImageUploaded> event(ImageUploaded upload) {
        return CloudEvent.now("urn:imagemill:test", upload, Clock.systemUTC());
    }
}
