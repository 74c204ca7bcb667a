package dev.imagemill.transform.worker;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.Limits;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.eventbus.EventMessages;
import dev.imagemill.transform.engine.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Puts the worker together, and binds it to the two lanes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransformProperties.class)
class WorkerConfiguration {
    @Bean
    JournalFolder transformJournalFolder(TransformProperties properties) {
        return JournalFolder.claim(properties.journalFolder());
    }

    @Bean
    CrashJournal transformCrashJournal(JournalFolder folder) {
        return new CrashJournal(folder.path());
    }

    @Bean
    ComputePool transformComputePool(TransformProperties properties) {
        Codec.ensureLoaded();
        return new ComputePool(properties.computeThreads());
    }

    @Bean
    ComputeHealth transformComputeHealthIndicator(TransformProperties properties, ComputePool pool) {
        return new ComputeHealth(pool, properties.computeThreads());
    }

    @Bean
    ChunkWorker transformChunkWorker(
            TransformProperties properties,
            BlobStore blobs,
            ComputePool pool,
            CrashJournal journal,
            MeterRegistry registry) {
        Limits limits = properties.limits().toLimits();
        MemoryBudget memory = new MemoryBudget(properties.memory().toBytes());
        WorkerMeters meters = new WorkerMeters(registry, pool, memory);
        Bench bench = new Bench(new Engine(limits), limits, pool, properties.itemTimeLimit(), memory, journal, meters);
        RenditionStore store = new RenditionStore(blobs, new Patience(properties.attempts(), properties.retryDelay()));
        return new ChunkWorker(name(properties), properties.prefetch(), new SourceWorker(store, bench), meters);
    }

    /** Chunks that somebody waits for. */
    @Bean
    Consumer<Message<byte[]>> transformInteractive(
            TransformProperties properties, EventMessages messages, EventBus events, ChunkWorker chunks) {
        return new TransformListener(messages, events, chunks, properties.publishPatience(), Clock.systemUTC());
    }

    /** Chunks of jobs. */
    @Bean
    Consumer<Message<byte[]>> transformBulk(
            TransformProperties properties, EventMessages messages, EventBus events, ChunkWorker chunks) {
        return new TransformListener(messages, events, chunks, properties.publishPatience(), Clock.systemUTC());
    }

    private static String name(TransformProperties properties) {
        String name = properties.worker();
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "worker";
        }
    }
}
