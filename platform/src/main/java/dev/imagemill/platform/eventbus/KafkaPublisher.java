package dev.imagemill.platform.eventbus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * Sends records and waits until all are acknowledged by all in-sync replicas.
 *
 * <p>It stands on a producer of its own rather than on {@code StreamBridge}, for two reasons: a synchronous bridge waits for
 * each message before it takes the next, where a batch sent at once costs one round trip; and headers leave here as the
 * bytes they are, as the Kafka binding of CloudEvents wants them.
 */
final class KafkaPublisher implements AutoCloseable {
    private final DefaultKafkaProducerFactory<byte[], byte[]> factory;
    private final KafkaTemplate<byte[], byte[]> template;
    private final Duration limit;

    /**
     * @param connection where Kafka is and how to log in
     * @param properties limits
     */
    KafkaPublisher(Map<String, Object> connection, EventBusProperties properties) {
        this.factory = new DefaultKafkaProducerFactory<>(settings(connection, properties));
        this.template = new KafkaTemplate<>(factory);
        this.limit = properties.deliveryTimeout();
    }

    /** Opens the producer and learns of a topic, so that the first event need not wait for that. */
    void warmUp(String topic) {
        template.partitionsFor(topic);
    }

    void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        long end = System.nanoTime() + limit.toNanos();
        List<CompletableFuture<SendResult<byte[], byte[]>>> sent = new ArrayList<>(records.size());
        try {
            for (ProducerRecord<byte[], byte[]> each : records) {
                sent.add(template.send(each));
                requireTime(end);
            }
            for (var each : sent) {
                each.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            throw sorted(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | TimeoutException e) {
            throw sorted(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventBusUnavailable("interrupted while events were sent", e);
        }
    }

    @Override
    public void close() {
        factory.destroy();
    }

    private static void requireTime(long end) throws TimeoutException {
        if (System.nanoTime() > end) {
            throw new TimeoutException("no time is left to send the other events");
        }
    }

    private static RuntimeException sorted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return new IllegalArgumentException(
                        "the event is larger than Kafka takes: " + cause.getMessage(), failure);
            }
        }
        return new EventBusUnavailable("Kafka did not acknowledge in time: " + failure.getMessage(), failure);
    }

    /** Blocking for metadata or buffer space and then waiting for the acknowledgement share the delivery timeout. */
    private static Map<String, Object> settings(Map<String, Object> connection, EventBusProperties properties) {
        int timeout = Math.toIntExact(properties.deliveryTimeout().toMillis());
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 2);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Math.toIntExact(properties.maxEventSize().toBytes()));
        return settings;
    }
}
