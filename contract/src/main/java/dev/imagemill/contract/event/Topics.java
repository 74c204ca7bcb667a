package dev.imagemill.contract.event;

import java.util.List;

/** The names of the Kafka topics. */
public final class Topics {
    /** What happened to images at the edge: {@link ImageUploaded}. */
    public static final String IMAGE_EVENTS = "imagemill.image-events";

    /** {@link TransformRequested} that somebody waits for. */
    public static final String TRANSFORM_REQUESTS_INTERACTIVE = "imagemill.transform-requests.interactive";

    /** {@link TransformRequested} of jobs. */
    public static final String TRANSFORM_REQUESTS_BULK = "imagemill.transform-requests.bulk";

    /** {@link TransformFinished}. */
    public static final String TRANSFORM_RESULTS = "imagemill.transform-results";

    /** What the catalogue tells anyone: {@link ImageRegistered}, {@link RenditionsCompleted}, {@link JobCompleted}. */
    public static final String CATALOG_EVENTS = "imagemill.catalog-events";

    public static final List<String> ALL = List.of(
            IMAGE_EVENTS, TRANSFORM_REQUESTS_INTERACTIVE, TRANSFORM_REQUESTS_BULK, TRANSFORM_RESULTS, CATALOG_EVENTS);

    private static final String DEAD_LETTERS = ".dlq";

    private Topics() {}

    /** Where the undecodable messages of a topic go. */
    public static String dlq(String topic) {
        return topic + DEAD_LETTERS;
    }
}
