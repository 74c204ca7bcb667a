package dev.imagemill.contract.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of event, each with its CloudEvents type, its data and its topics. */
public enum EventType {
    /** An image lies in object storage and is to be registered. */
    IMAGE_UPLOADED("dev.imagemill.image.uploaded.v1", ImageUploaded.class, Topics.IMAGE_EVENTS),
    /** Renditions are to be made. */
    TRANSFORM_REQUESTED(
            "dev.imagemill.transform.requested.v1",
            TransformRequested.class,
            Topics.TRANSFORM_REQUESTS_INTERACTIVE,
            Topics.TRANSFORM_REQUESTS_BULK),
    /** A worker is done with a request. */
    TRANSFORM_FINISHED("dev.imagemill.transform.finished.v1", TransformFinished.class, Topics.TRANSFORM_RESULTS),
    /** The catalogue knows a new image. */
    IMAGE_REGISTERED("dev.imagemill.image.registered.v1", ImageRegistered.class, Topics.CATALOG_EVENTS),
    /** Renditions of an image are ready, or have failed for good. */
    RENDITIONS_COMPLETED("dev.imagemill.renditions.completed.v1", RenditionsCompleted.class, Topics.CATALOG_EVENTS),
    /** A job has no item left to do. */
    JOB_COMPLETED("dev.imagemill.job.completed.v1", JobCompleted.class, Topics.CATALOG_EVENTS);

    private final String id;
    private final Class<? extends EventData> dataClass;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> topics;

    EventType(String id, Class<? extends EventData> dataClass, String... topics) {
        this.id = id;
        this.dataClass = dataClass;
        this.topics = List.of(topics);
    }

    /** The CloudEvents {@code type}. */
    public String id() {
        return id;
    }

    public Class<? extends EventData> dataClass() {
        return dataClass;
    }

    /** The topics that carry events of this type. */
    public List<String> topics() {
        return topics;
    }

    /** The class path resource with the JSON Schema of its data. */
    public String schemaResource() {
        return "schema/" + id + ".json";
    }

    /** The CloudEvents {@code dataschema}: the {@code $id} of its JSON Schema. */
    public String schemaUri() {
        return "urn:imagemill:schema:" + id;
    }

    /** The type of the given CloudEvents {@code type}, if there is one. */
    public static Optional<EventType> ofId(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}
