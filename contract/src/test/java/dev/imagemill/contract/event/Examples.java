package dev.imagemill.contract.event;

import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.RenditionKey;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.Mode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event of each type, with every field given. */
final class Examples {
    static final UUID IMAGE = UUID.fromString("019aa2f0-5e1c-7c3a-9d2b-6f1f0c8e4a11");
    static final UUID JOB = UUID.fromString("019aa2f1-0b77-7aa0-8c1e-2f6d5b3a9e42");
    static final UUID CHUNK = UUID.fromString("019aa2f1-1c02-7b13-a4d5-90e7c6b8f153");
    static final Instant UPLOADED = Instant.parse("2026-11-20T09:15:30.250Z");
    static final Instant LATER = Instant.parse("2026-11-20T09:15:31.125Z");

    static final Pipeline PIPELINE =
            Pipeline.of(Output.of(OutputFormat.WEBP), new Autorotate(), Scale.to(400, 400, Fit.INSIDE));
    static final BlobRef BLOB = new BlobRef(Sha256.of("the bytes of cat.jpg"), 1_048_576, "image/jpeg");
    static final String KEY = RenditionKey.of(BLOB.sha256(), PIPELINE.digest()).digest();
    static final String RENDITION = Sha256.of("the bytes of the rendition");

    private Examples() {}

    static List<EventData> all() {
        return List.of(
                imageUploaded(),
                transformRequested(),
                transformFinished(),
                imageRegistered(),
                renditionsCompleted(),
                jobCompleted());
    }

    static EventData of(EventType type) {
        return all().stream().filter(data -> data.type() == type).findFirst().orElseThrow();
    }

    static <T extends EventData> CloudEvent<T> event(T data) {
        return CloudEvent.of("019aa2f0-5e2d-7f00-8a6b-3c4d5e6f7081", "urn:imagemill:example", LATER, data)
                .in("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    static ImageUploaded imageUploaded() {
        return new ImageUploaded(
                IMAGE,
                "holiday/cat.jpg",
                BLOB,
                "jpeg",
                3000,
                2000,
                Mode.RGB,
                6,
                1,
                false,
                true,
                "thumbnails",
                List.of(new RenditionSpec("small", PIPELINE)),
                UPLOADED);
    }

    static TransformRequested transformRequested() {
        WantedRendition wanted = new WantedRendition(0, "thumbnails.w400", KEY, PIPELINE);
        return new TransformRequested(CHUNK, JOB, 1, Lane.BULK, List.of(new SourceWork(IMAGE, BLOB, List.of(wanted))));
    }

    static TransformFinished transformFinished() {
        return new TransformFinished(
                CHUNK,
                1,
                "transform-7c9f",
                1,
                List.of(
                        new ItemResult.Stored(0, KEY, 20_480, RENDITION, "image/webp", 267, 400, false),
                        new ItemResult.Failed(1, ProblemType.CORRUPT_IMAGE.code(), "the pixels end after line 812"),
                        new ItemResult.Unavailable(
                                2, ProblemType.STORAGE_UNAVAILABLE.code(), "object storage did not answer in 30 s")));
    }

    static ImageRegistered imageRegistered() {
        return new ImageRegistered(IMAGE, "holiday/cat.jpg", 1, BLOB, 3000, 2000, Mode.RGB, LATER);
    }

    static RenditionsCompleted renditionsCompleted() {
        return new RenditionsCompleted(
                IMAGE,
                JOB,
                List.of(new RenditionsCompleted.StoredRendition(
                        "thumbnails.w400", KEY, RENDITION, 20_480, "image/webp", 267, 400)),
                List.of(new RenditionsCompleted.FailedRendition(
                        "thumbnails.w100", ProblemType.TIME_LIMIT_EXCEEDED.code(), "it took longer than 60 s")),
                LATER);
    }

    static JobCompleted jobCompleted() {
        return new JobCompleted(JOB, "thumbnails", 600, 594, 6, UPLOADED, LATER);
    }
}
