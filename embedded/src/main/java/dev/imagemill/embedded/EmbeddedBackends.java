package dev.imagemill.embedded;

import dev.imagemill.embedded.PostgresServer.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Postgres, Kafka and S3 together, started side by side over one folder.
 *
 * <p>The servers end when this JVM ends, in whatever way; {@link #close} ends them in order and waits for it.
 */
public final class EmbeddedBackends implements AutoCloseable {
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final S3Server s3;

    private EmbeddedBackends(PostgresServer postgres, KafkaBroker kafka, S3Server s3) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.s3 = s3;
    }

    /** Starts the three on free ports; a folder that was used before brings its data back. */
    public static EmbeddedBackends start(Path folder) {
        return start(folder, Durability.FULL);
    }

    /** The three for the tests of this JVM, started at the first call over a folder that is removed at its end. */
    public static EmbeddedBackends shared() {
        return Shared.BACKENDS;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public S3Server s3() {
        return s3;
    }

    /** What a Spring service must be told to use them: data source, Kafka brokers and {@code imagemill.s3}. */
    public Map<String, String> springProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", postgres.url());
        properties.put("spring.datasource.username", postgres.user());
        properties.put("spring.datasource.password", postgres.password());
        properties.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        properties.put("imagemill.s3.endpoint", s3.endpoint().toString());
        properties.put("imagemill.s3.region", s3.region());
        properties.put("imagemill.s3.access-key", s3.accessKey());
        properties.put("imagemill.s3.secret-key", s3.secretKey());
        return properties;
    }

    @Override
    public void close() {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(postgres::close, EmbeddedBackends::startThread),
                        CompletableFuture.runAsync(kafka::close, EmbeddedBackends::startThread),
                        CompletableFuture.runAsync(s3::close, EmbeddedBackends::startThread))
                .join();
    }

    private static EmbeddedBackends start(Path folder, Durability durability) {
        var postgres = async(() -> PostgresServer.start(folder.resolve("postgres"), 0, durability));
        var kafka = async(() -> KafkaBroker.start(folder.resolve("kafka"), 0));
        var s3 = async(() -> S3Server.start(folder.resolve("s3"), 0));
        try {
            CompletableFuture.allOf(postgres, kafka, s3).join();
            return new EmbeddedBackends(postgres.join(), kafka.join(), s3.join());
        } catch (CompletionException e) {
            closeIfStarted(postgres);
            closeIfStarted(kafka);
            closeIfStarted(s3);
            throw e.getCause() instanceof EmbeddedServerException cause
                    ? cause
                    : new EmbeddedServerException("the embedded servers could not be started", e);
        }
    }

    private static <T> CompletableFuture<T> async(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, EmbeddedBackends::startThread);
    }

    /** Not a virtual one: these are the first to load classes, and three that wait for one another can hold all carriers of a small machine. */
    private static void startThread(Runnable task) {
        Thread.ofPlatform().name("embedded-backend").daemon().start(task);
    }

    private static void closeIfStarted(CompletableFuture<? extends EmbeddedServer> server) {
        if (!server.isCompletedExceptionally()) {
            server.join().close();
        }
    }

    private static final class Shared {
        private static final EmbeddedBackends BACKENDS = start();

        private Shared() {}

        private static EmbeddedBackends start() {
            try {
                Path folder = Files.createTempDirectory("imagemill-");
                FolderSweeper.watch(folder);
                return EmbeddedBackends.start(folder, Durability.NONE);
            } catch (IOException e) {
                throw new EmbeddedServerException("no folder for the embedded servers could be made", e);
            }
        }
    }
}
