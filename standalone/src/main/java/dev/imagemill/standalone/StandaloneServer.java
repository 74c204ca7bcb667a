package dev.imagemill.standalone;

import dev.imagemill.cli.RenderKey;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.embedded.EmbeddedBackends;
import dev.imagemill.embedded.EmbeddedServerException;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.blobstore.BlobStoreException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A whole Imagemill: the backends and, on them, the services. {@link #close} may come at any moment, also from a shutdown
 * hook while {@link #start} is still at work, and leaves no process behind.
 */
final class StandaloneServer implements AutoCloseable {
    private static final String SETTINGS = "ingest-service,transform-service,storage-service,standalone";

    private static final String FIRST_PRESET = "thumbnails";
    private static final Duration LONGEST_SEEDING = Duration.ofSeconds(10);
    private static final Duration SEEDING_POLL = Duration.ofMillis(20);

    private final DataFolder folder;
    private final Port port;
    private final CompletableFuture<EmbeddedBackends> backends = new CompletableFuture<>();
    private volatile @Nullable ConfigurableApplicationContext services;
    private boolean closed;

    private StandaloneServer(DataFolder folder, Port port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Takes the folder, after a look whether the port is free; starts nothing yet.
     *
     * @throws CannotStart if either is in use
     */
    static StandaloneServer on(Path folder, int port) {
        Port wanted = new Port(port);
        wanted.requireFree();
        return new StandaloneServer(DataFolder.claim(folder), wanted);
    }

    /**
     * Starts everything; returns when requests are answered, events are consumed, and the first preset is there for uploads to name.
     *
     * @throws CannotStart if something does not come up
     */
    void start() {
        Thread.ofPlatform().name("backends").start(this::startBackends);
        try {
            services = new SpringApplicationBuilder(StandaloneApplication.class)
                    .registerShutdownHook(false)
                    .properties(Map.of(
                            "spring.config.name",
                            SETTINGS,
                            "logging.file.name",
                            folder.log().toString()))
                    .initializers(context -> addSettings(context.getEnvironment()))
                    .run();
            awaitFirstPreset(services.getBean(BlobStore.class));
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    /** It is published a moment after the services answer; were it never, a server without it is better than none. */
    private static void awaitFirstPreset(BlobStore blobs) {
        long deadline = System.nanoTime() + LONGEST_SEEDING.toNanos();
        while (!isThere(blobs)
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(SEEDING_POLL.toNanos());
        }
    }

    private static boolean isThere(BlobStore blobs) {
        try {
            return blobs.exists(ObjectKeys.preset(FIRST_PRESET));
        } catch (BlobStoreException notYet) {
            return false;
        }
    }

    /** Where it is reached. */
    URI address() {
        ConfigurableApplicationContext context = services;
        if (context == null) {
            throw new IllegalStateException("not started");
        }
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** The folder that everything is kept below. */
    Path folder() {
        return folder.path();
    }

    /** Ends the services in order, then what they stand on. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ConfigurableApplicationContext context = services;
        if (context != null) {
            SpringApplication.exit(context);
        }
        backends.completeExceptionally(new IllegalStateException("not started"));
        if (!backends.isCompletedExceptionally()) {
            backends.join().close();
        }
        folder.close();
    }

    private void startBackends() {
        try {
            backends.complete(EmbeddedBackends.start(folder.path()));
        } catch (RuntimeException e) {
            backends.completeExceptionally(e);
        }
    }

    /** Runs when the environment stands and before any bean is made: the services are told where their backends are. */
    private void addSettings(ConfigurableEnvironment environment) {
        Map<String, Object> settings = new HashMap<>(backends.join().springProperties());
        settings.put("server.port", port.number());
        RenderKey key = RenderKeyFile.in(folder.path());
        settings.put("imagemill.transform.render.keys[0].id", key.id());
        settings.put("imagemill.transform.render.keys[0].secret", key.secret());
        environment.getPropertySources().addFirst(new MapPropertySource("standalone", settings));
    }

    private CannotStart reason(RuntimeException failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PortInUseException inUse -> {
                    return port.inUse(inUse);
                }
                case EmbeddedServerException backend -> {
                    return new CannotStart(String.valueOf(backend.getMessage()), backend);
                }
                default -> root = cause;
            }
        }
        return new CannotStart(
                "the services did not start: " + root.getMessage() + " (more in " + folder.log() + ")", failure);
    }
}
