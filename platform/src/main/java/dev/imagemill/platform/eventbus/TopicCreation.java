package dev.imagemill.platform.eventbus;

import dev.imagemill.contract.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that are missing, if that is wanted, before the consumers are bound. If Kafka does not answer at the
 * start, the service starts nevertheless and this goes on trying.
 */
final class TopicCreation implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final EventBusProperties properties;
    private volatile boolean running;
    private volatile boolean done;
    private Optional<Thread> retries = Optional.empty();

    TopicCreation(Map<String, Object> connection, EventBusProperties properties) {
        this.settings = new HashMap<>(connection);
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        running = true;
        if (!tryToCreate()) {
            retries = Optional.of(Thread.ofVirtual().name("topic-creation").start(this::createLater));
        }
    }

    /** Whether Kafka has answered since the start and no topic is missing that should have been created. */
    boolean isDone() {
        return done;
    }

    @Override
    public synchronized void stop() {
        running = false;
        retries.ifPresent(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ahead of Spring Cloud Stream's output and input bindings. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 500;
    }

    private void createLater() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (running && !tryToCreate());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToCreate() {
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (properties.createTopics()) {
                List<NewTopic> missing = wanted().stream()
                        .filter(topic -> !present.contains(topic.name()))
                        .toList();
                create(admin, missing);
            }
            done = true;
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Kafka does not answer yet: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void create(Admin admin, List<NewTopic> missing)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (var result : admin.createTopics(missing).values().entrySet()) {
            try {
                result.getValue().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                log.info("created the topic {}", result.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private List<NewTopic> wanted() {
        var partitions = properties.partitions();
        Map<String, Integer> counts = Map.of(
                Topics.IMAGE_EVENTS, partitions.imageEvents(),
                Topics.TRANSFORM_REQUESTS_INTERACTIVE, partitions.interactive(),
                Topics.TRANSFORM_REQUESTS_BULK, partitions.bulk(),
                Topics.TRANSFORM_RESULTS, partitions.results(),
                Topics.CATALOG_EVENTS, partitions.catalogEvents());
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : Topics.ALL) {
            int count = counts.getOrDefault(topic, partitions.imageEvents());
            topics.add(new NewTopic(topic, count, properties.replicationFactor()));
            topics.add(new NewTopic(Topics.dlq(topic), partitions.deadLetters(), properties.replicationFactor()));
        }
        return topics;
    }
}
