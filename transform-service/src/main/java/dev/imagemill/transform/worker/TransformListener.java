package dev.imagemill.transform.worker;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.eventbus.EventBusUnavailable;
import dev.imagemill.platform.eventbus.EventMessages;
import dev.imagemill.platform.trace.LogIds;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.platform.trace.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Takes one chunk from a topic: does it, publishes its results, and returns when they are acknowledged, upon which the
 * binding commits the chunk's offset. It fails only if the event bus does, and then the chunk is delivered again.
 */
final class TransformListener implements Consumer<Message<byte[]>> {
    private static final Logger log = LoggerFactory.getLogger(TransformListener.class);
    private static final String EVENT_SOURCE = "urn:imagemill:transform";
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final EventMessages messages;
    private final EventBus events;
    private final ChunkWorker chunks;
    private final Duration publishPatience;
    private final Clock clock;
    private final Traces traces;

    TransformListener(
            EventMessages messages,
            EventBus events,
            ChunkWorker chunks,
            Duration publishPatience,
            Clock clock,
            Traces traces) {
        this.messages = messages;
        this.events = events;
        this.chunks = chunks;
        this.publishPatience = publishPatience;
        this.clock = clock;
        this.traces = traces;
    }

    @Override
    public void accept(Message<byte[]> message) {
        messages.read(message, TransformRequested.class).ifPresent(this::work);
    }

    private void work(CloudEvent<TransformRequested> event) {
        TransformRequested request = event.data();
        try (Work work = traces.receive(event);
                LogIds _ = LogIds.of(LogIds.CHUNK, request.chunkId()).and(LogIds.JOB, request.jobId())) {
            work.tag("imagemill.chunk.id", request.chunkId())
                    .tag("imagemill.job.id", request.jobId())
                    .tag("imagemill.lane", request.lane())
                    .tag("imagemill.attempt", request.attempt())
                    .tag("imagemill.images", request.sources().size());
            work(request);
        }
    }

    private void work(TransformRequested request) {
        long begun = System.nanoTime();
        try {
            TransformFinished finished = chunks.work(request);
            publish(CloudEvent.now(EVENT_SOURCE, finished, clock));
            log.info(
                    "chunk {}: {} items of {} sources, {} decoded, in {} ms",
                    request.chunkId(),
                    finished.results().size(),
                    request.sources().size(),
                    finished.decoded(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventBusUnavailable("the worker was stopped before the chunk's results were published", e);
        }
    }

    /** Doing the chunk again is dear, and publishing its results again is harmless: so the bus is given time to come back. */
    private void publish(CloudEvent<TransformFinished> event) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                events.publish(event, event.data().key());
                return;
            } catch (EventBusUnavailable e) {
                if (System.nanoTime() - begun > publishPatience.toNanos()) {
                    throw e;
                }
                log.warn(
                        "the results of chunk {} cannot be published yet",
                        event.data().chunkId(),
                        e);
                Thread.sleep(RETRY_DELAY);
            }
        }
    }
}
