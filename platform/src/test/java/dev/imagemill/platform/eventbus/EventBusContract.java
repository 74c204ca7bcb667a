package dev.imagemill.platform.eventbus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.JobCompleted;
import dev.imagemill.contract.event.Topics;
import dev.imagemill.contract.event.TransformFinished;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What the event bus does on every Kafka, of which each test class brings one. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EventBusContract {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private String bootstrapServers;
    private ConfigurableApplicationContext service;

    /** Starts a broker of this class's own and tells what clients give as {@code bootstrap.servers}. */
    abstract String startBroker();

    abstract void stopBroker();

    @BeforeAll
    void startBrokerAndService() {
        bootstrapServers = startBroker();
        service = service("consumer");
    }

    @AfterAll
    void stopServiceAndBroker() {
        service.close();
        stopBroker();
    }

    @Test
    void publishesCloudEventsInBinaryMode() {
        CloudEvent<JobCompleted> event = job();

        bus().publish(event, "the-key");

        ConsumerRecord<byte[], byte[]> message = find(Topics.CATALOG_EVENTS, event.id());
        assertThat(message.key()).isEqualTo("the-key".getBytes(UTF_8));
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_type")).isEqualTo("dev.imagemill.job.completed.v1");
        assertThat(header(message, "ce_source")).isEqualTo("urn:imagemill:test");
        assertThat(header(message, "ce_time")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(header(message, "content-type")).isEqualTo("application/json");
        assertThat(message.headers().headers("spring_json_header_types")).isEmpty();
        assertThat(new String(message.value(), UTF_8))
                .contains("\"jobId\":\"" + event.data().jobId());
    }

    @Test
    void publishesAThousandEventsAtOnce() {
        var events =
                IntStream.range(0, 1_000).mapToObj(i -> OutgoingEvent.of(job())).toList();
        bus().publish(job(), null);

        long start = System.nanoTime();
        bus().publishAll(events);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void readsWhatWasPublished() throws InterruptedException {
        CloudEvent<JobCompleted> event = job();

        bus().publish(event, null);

        assertThat(take(Received.JOBS, event)).isEqualTo(event);
    }

    @Test
    void readsBatches() throws InterruptedException {
        var event = CloudEvent.now(
                "urn:imagemill:test",
                new TransformFinished(UUID.randomUUID(), 1, "worker", 0, List.of()),
                Clock.systemUTC());

        bus().publish(event, null);

        assertThat(take(Received.RESULTS, event)).isEqualTo(event);
    }

    @Test
    void putsUndecodableRecordsAsideAndGoesOn() throws InterruptedException {
        for (String topic : List.of(Topics.CATALOG_EVENTS, Topics.TRANSFORM_RESULTS)) {
            String id = UUID.randomUUID().toString();
            var broken = new ProducerRecord<>(topic, 0, "k".getBytes(UTF_8), "{\"jobId\":7".getBytes(UTF_8));
            broken.headers()
                    .add("ce_specversion", "1.0".getBytes(UTF_8))
                    .add("ce_type", "dev.imagemill.job.completed.v1".getBytes(UTF_8))
                    .add("ce_id", id.getBytes(UTF_8))
                    .add("ce_source", "urn:stranger".getBytes(UTF_8))
                    .add("ce_time", "2026-01-02T03:04:05Z".getBytes(UTF_8))
                    .add("x-twice", "1".getBytes(UTF_8))
                    .add("x-twice", "2".getBytes(UTF_8));
            publisher().sendAll(List.of(broken, new ProducerRecord<>(topic, 0, null, null)));

            ConsumerRecord<byte[], byte[]> letter = find(topic + ".dlq", id);
            assertThat(letter.key()).isEqualTo("k".getBytes(UTF_8));
            assertThat(letter.value()).isEqualTo("{\"jobId\":7".getBytes(UTF_8));
            assertThat(letter.headers().headers("x-twice")).hasSize(2);
            assertThat(header(letter, "imagemill-dlq-reason")).startsWith("invalid-event");
            assertThat(header(letter, "imagemill-dlq-topic")).isEqualTo(topic);
            assertThat(header(letter, "imagemill-dlq-partition")).isEqualTo("0");
        }
        CloudEvent<JobCompleted> next = job();
        bus().publish(next, null);
        assertThat(take(Received.JOBS, next)).isEqualTo(next);
    }

    @Test
    void goesOnAfterARecordThatIsTooLargeToBePutAside() throws InterruptedException {
        int largest = (1 << 20) - 126;
        publisher().sendAll(List.of(new ProducerRecord<>(Topics.CATALOG_EVENTS, 0, null, new byte[largest])));

        ConsumerRecord<byte[], byte[]> note = find(
                Topics.dlq(Topics.CATALOG_EVENTS),
                letter -> header(letter, "imagemill-dlq-reason").endsWith(DeadLetters.TOO_LARGE));

        assertThat(note.value()).isNull();
        assertThat(header(note, "imagemill-dlq-topic")).isEqualTo(Topics.CATALOG_EVENTS);
        assertThat(header(note, "imagemill-dlq-partition")).isEqualTo("0");
        CloudEvent<JobCompleted> next = job();
        bus().publish(next, null);
        assertThat(take(Received.JOBS, next)).isEqualTo(next);
    }

    @Test
    void cutsAReasonThatQuotesTheRecordAtLength() {
        String id = UUID.randomUUID().toString();
        String value = "{\"jobId\":\"" + "x".repeat(600_000) + "\"}";
        var broken = new ProducerRecord<byte[], byte[]>(Topics.CATALOG_EVENTS, 0, null, value.getBytes(UTF_8));
        broken.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_type", "dev.imagemill.job.completed.v1".getBytes(UTF_8))
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_source", "urn:stranger".getBytes(UTF_8))
                .add("ce_time", "2026-01-02T03:04:05Z".getBytes(UTF_8));
        publisher().sendAll(List.of(broken));

        ConsumerRecord<byte[], byte[]> letter = find(Topics.dlq(Topics.CATALOG_EVENTS), id);

        assertThat(letter.value()).isEqualTo(value.getBytes(UTF_8));
        assertThat(header(letter, "imagemill-dlq-reason"))
                .startsWith("invalid-event")
                .hasSizeLessThan(1_001);
    }

    @Test
    void handlesAMessageAgainWhenItsHandlingFailed() throws InterruptedException {
        CloudEvent<JobCompleted> event = job();
        Received.failuresToCome.set(2);

        bus().publish(event, null);

        assertThat(take(Received.JOBS, event)).isEqualTo(event);
        assertThat(Received.failuresToCome).hasValue(0);
    }

    @Test
    void isNoLongerAliveWhenAnErrorEndedAConsumer() throws InterruptedException {
        try (var broken = service("broken")) {
            ApplicationAvailability availability = broken.getBean(ApplicationAvailability.class);
            assertThat(availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);
            CloudEvent<JobCompleted> event = job();

            bus().publish(event, null);

            assertThat(take(Received.JOBS, event)).isEqualTo(event);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (availability.getLivenessState() == LivenessState.CORRECT) {
                assertThat(System.nanoTime()).as("liveness").isLessThan(end);
                Thread.sleep(20);
            }
        }
    }

    @Test
    void refusesAnEventThatIsTooLarge() {
        var event = CloudEvent.now(
                "urn:imagemill:test",
                new TransformFinished(UUID.randomUUID(), 1, "w".repeat(2_000_000), 0, List.of()),
                Clock.systemUTC());

        assertThatThrownBy(() -> bus().publish(event, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void worksWithTheNewerGroupProtocol() throws InterruptedException {
        CloudEvent<JobCompleted> event = job();
        try (var newer = service("newer")) {
            newer.getBean(EventBus.class).publish(event, null);

            assertThat(take(Received.JOBS, event)).isEqualTo(event);
            assertThat(take(Received.JOBS, event)).isEqualTo(event);
        }
    }

    static CloudEvent<?> take(BlockingQueue<CloudEvent<?>> queue, CloudEvent<?> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (System.nanoTime() < end) {
            CloudEvent<?> event = queue.poll(1, TimeUnit.SECONDS);
            if (event != null && event.id().equals(wanted.id())) {
                return event;
            }
        }
        throw new AssertionError(wanted + " did not arrive");
    }

    private ConsumerRecord<byte[], byte[]> find(String topic, String id) {
        return find(
                topic,
                each -> each.headers().lastHeader("ce_id") != null
                        && header(each, "ce_id").equals(id));
    }

    private ConsumerRecord<byte[], byte[]> find(String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (System.nanoTime() < end) {
                for (var each : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(each)) {
                        return each;
                    }
                }
            }
        }
        throw new AssertionError("the record is not in " + topic);
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    static CloudEvent<JobCompleted> job() {
        var data = new JobCompleted(UUID.randomUUID(), null, 3, 2, 1, TIME, TIME);
        return CloudEvent.of(UUID.randomUUID().toString(), "urn:imagemill:test", TIME, data);
    }

    EventBus bus() {
        return service.getBean(EventBus.class);
    }

    private KafkaPublisher publisher() {
        return service.getBean(KafkaPublisher.class);
    }

    ConfigurableApplicationContext service(String group) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.cloud.function.definition=jobs;results",
                "--spring.cloud.stream.bindings.jobs-in-0.destination=" + Topics.CATALOG_EVENTS,
                "--spring.cloud.stream.bindings.jobs-in-0.group=jobs-" + group,
                "--spring.cloud.stream.bindings.results-in-0.destination=" + Topics.TRANSFORM_RESULTS,
                "--spring.cloud.stream.bindings.results-in-0.group=results-" + group,
                "--spring.cloud.stream.bindings.results-in-0.consumer.batch-mode=true",
                "--logging.level.org.apache.kafka=ERROR"));
        if (group.equals("newer")) {
            arguments.add("--imagemill.kafka.group-protocol=consumer");
        }
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    /** What the services under test received. */
    static final class Received {
        static final BlockingQueue<CloudEvent<?>> JOBS = new LinkedBlockingQueue<>();
        static final BlockingQueue<CloudEvent<?>> RESULTS = new LinkedBlockingQueue<>();
        static final AtomicInteger failuresToCome = new AtomicInteger();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {
        @Bean
        Consumer<Message<byte[]>> jobs(
                EventMessages messages, @Value("${spring.cloud.stream.bindings.jobs-in-0.group}") String group) {
            return message -> messages.read(message, JobCompleted.class).ifPresent(event -> {
                if (group.equals("jobs-broken")) {
                    throw new StackOverflowError("on purpose");
                }
                if (Received.failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("not now");
                }
                Received.JOBS.add(event);
            });
        }

        @Bean
        Consumer<Message<List<byte[]>>> results(EventMessages messages) {
            return batch -> Received.RESULTS.addAll(messages.readBatch(batch, TransformFinished.class));
        }
    }
}
