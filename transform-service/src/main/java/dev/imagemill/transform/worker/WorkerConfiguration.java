package dev.imagemill.transform.worker;

import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.eventbus.EventMessages;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.bench.TransformProperties;
import dev.imagemill.transform.rendition.SourceWorker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the worker to the two lanes. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {
    @Bean
    ChunkWorker transformChunkWorker(TransformProperties properties, SourceWorker sources, Bench bench) {
        return new ChunkWorker(name(properties), properties.prefetch(), sources, bench.meters());
    }

    /** Chunks that somebody waits for. */
    @Bean
    Consumer<Message<byte[]>> transformInteractive(
            TransformProperties properties,
            EventMessages messages,
            EventBus events,
            ChunkWorker chunks,
            Traces traces) {
        return new TransformListener(messages, events, chunks, properties.publishPatience(), Clock.systemUTC(), traces);
    }

    /** Chunks of jobs. */
    @Bean
    Consumer<Message<byte[]>> transformBulk(
            TransformProperties properties,
            EventMessages messages,
            EventBus events,
            ChunkWorker chunks,
            Traces traces) {
        return new TransformListener(messages, events, chunks, properties.publishPatience(), Clock.systemUTC(), traces);
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
