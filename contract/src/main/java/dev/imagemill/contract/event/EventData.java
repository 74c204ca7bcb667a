package dev.imagemill.contract.event;

/** What an event says, without its envelope. */
public sealed interface EventData
        permits ImageUploaded,
                TransformRequested,
                TransformFinished,
                ImageRegistered,
                RenditionsCompleted,
                JobCompleted {
    EventType type();

    /** The topic this event is published to. */
    default String topic() {
        return type().topics().getFirst();
    }

    /** The Kafka key: events of one key keep their order. */
    String key();
}
