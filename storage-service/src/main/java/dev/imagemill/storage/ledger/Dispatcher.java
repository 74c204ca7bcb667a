package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.eventbus.EventBusUnavailable;
import dev.imagemill.platform.eventbus.OutgoingEvent;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.platform.trace.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Releases chunks into Kafka, as many as a lane's window allows.
 *
 * <p>A release is committed before it is sent. The other way round a transaction would stay open as long as Kafka takes, and
 * results could come for a chunk that counts as pending. What can go wrong then:
 *
 * <ul>
 *   <li>Crash between commit and acknowledgement: nobody knows whether the event went out. The chunk is out on a short claim
 *       only; when that has passed it is released again. If the event had gone out after all, the work is done twice, which
 *       gives the same bytes under the same keys, and the second result finds no open item.
 *   <li>Kafka refuses: the chunks are put back at once, and the loop waits before it tries again.
 *   <li>Acknowledged: the claim becomes the lane's lease, a long one, for the case that an event or a result is lost although
 *       Kafka redelivers what a dead worker had in hand. A passed lease is not a failed attempt: workers may be away for a
 *       day.
 * </ul>
 *
 * <p>In traces an upload's chunk is a part of the upload. A job's chunks are traces of their own, each with a link to the request
 * that made the job: one trace of a million items could be neither kept nor read, nor sampled but whole.
 *
 * <p>The window is counted under an advisory lock a lane, so several replicas together keep to it.
 */
@Component
class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String SOURCE = "urn:imagemill:storage";
    private static final int MOST_AT_ONCE = 64;

    private final ChunkReleases releases;
    private final EventBus bus;
    private final TransactionOperations transaction;
    private final LedgerProperties properties;
    private final Traces traces;
    private final Clock clock = Clock.systemUTC();

    Dispatcher(
            ChunkReleases releases,
            EventBus bus,
            TransactionOperations transaction,
            LedgerProperties properties,
            Traces traces) {
        this.releases = releases;
        this.bus = bus;
        this.transaction = transaction;
        this.properties = properties;
        this.traces = traces;
    }

    /** Releases what fits into the lane's window; whether there may be more that fits. */
    boolean dispatch(Lane lane) {
        List<Release> chunks = transaction.execute(status -> take(lane));
        if (chunks.isEmpty()) {
            return false;
        }
        List<Work> works = chunks.stream().map(this::releasing).toList();
        try {
            send(chunks, works);
        } finally {
            works.forEach(Work::close);
        }
        transaction.executeWithoutResult(status -> releases.lease(chunks, lease(lane)));
        return chunks.size() == MOST_AT_ONCE;
    }

    private void send(List<Release> chunks, List<Work> works) {
        try {
            bus.publishAll(IntStream.range(0, chunks.size())
                    .mapToObj(i -> event(chunks.get(i), works.get(i)))
                    .toList());
        } catch (EventBusUnavailable e) {
            works.forEach(work -> work.fail(e));
            transaction.executeWithoutResult(status -> releases.putBack(chunks));
            throw e;
        }
    }

    private Work releasing(Release chunk) {
        TransformRequested request = chunk.request();
        Work work = request.jobId() == null
                ? traces.resume("release chunk", chunk.traceparent())
                : traces.beginLinked("release chunk", chunk.traceparent());
        return work.tag("imagemill.chunk.id", request.chunkId())
                .tag("imagemill.job.id", request.jobId())
                .tag("imagemill.lane", request.lane())
                .tag("imagemill.attempt", request.attempt())
                .tag("imagemill.items", request.itemCount());
    }

    private List<Release> take(Lane lane) {
        releases.lock(lane);
        int expired = releases.expire(lane);
        if (expired > 0) {
            LOG.warn("{} chunks of lane {} were out longer than their lease and are released again", expired, lane);
        }
        int room = window(lane) - releases.released(lane);
        return room <= 0 ? List.of() : releases.take(lane, Math.min(room, MOST_AT_ONCE), properties.claim());
    }

    private OutgoingEvent event(Release chunk, Work work) {
        return OutgoingEvent.of(CloudEvent.now(SOURCE, chunk.request(), clock).in(work.traceparent()));
    }

    private int window(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> properties.interactive().window();
            case BULK -> properties.bulk().window();
        };
    }

    private Duration lease(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> properties.interactive().lease();
            case BULK -> properties.bulk().lease();
        };
    }
}
