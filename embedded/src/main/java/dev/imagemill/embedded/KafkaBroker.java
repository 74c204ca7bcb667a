package dev.imagemill.embedded;

import dev.imagemill.embedded.child.KafkaMain;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A Kafka broker that is its own controller, on loopback, without authentication; topics must be created before use. */
public final class KafkaBroker implements EmbeddedServer {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path folder;
    private final FolderLock lock;
    private final int port;
    private final int controllerPort;
    private final String classPath;
    private ChildProcess child;

    private KafkaBroker(Path folder, FolderLock lock, int port) {
        this.folder = folder;
        this.lock = lock;
        this.port = FreePort.orGiven(port);
        this.controllerPort = FreePort.orGiven(0);
        this.classPath = new ChildClassPath(folder.resolve("lib")).kafka();
        this.child = run();
    }

    /**
     * Starts a broker and waits until it serves.
     *
     * @param folder where it keeps everything; a folder used before brings its topics back
     * @param port port for clients, 0 for any free one
     */
    public static KafkaBroker start(Path folder, int port) {
        Path absolute = folder.toAbsolutePath();
        return FolderLock.over(absolute, lock -> new KafkaBroker(absolute, lock, port));
    }

    /** What clients give as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (!child.isAlive()) {
            child = run();
        }
    }

    @Override
    public synchronized void stop() {
        child.stop();
    }

    @Override
    public synchronized void kill() {
        child.kill();
    }

    @Override
    public synchronized void close() {
        child.stop();
        lock.close();
    }

    private ChildProcess run() {
        Path properties = folder.resolve("server.properties");
        Path ready = folder.resolve("ready");
        write(properties);
        try {
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new EmbeddedServerException(ready + " could not be removed", e);
        }
        var command = JavaCommand.of(
                "256m",
                classPath,
                List.of(),
                List.of(KafkaMain.class.getName(), properties.toString(), ready.toString()));
        var started = ChildProcess.start(folder, folder.resolve("kafka.log"), command);
        started.awaitReady("Kafka", LONGEST_START, () -> Files.exists(ready));
        return started;
    }

    private void write(Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings().store(writer, null);
        } catch (IOException e) {
            throw new EmbeddedServerException(file + " could not be written", e);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("log.dirs", folder.resolve("data").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        oneReplica(settings);
        small(settings);
        quickGroups(settings);
        return settings;
    }

    private static void oneReplica(Properties settings) {
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.setProperty(topic + ".replication.factor", "1");
            settings.setProperty(topic + ".num.partitions", "3");
        }
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void small(Properties settings) {
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "2");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        settings.setProperty("log.segment.bytes", "67108864");
        settings.setProperty("log.index.size.max.bytes", "1048576");
    }

    /** A member that crashes is missed after some seconds, not the usual 45: there is nothing but loopback to be slow. */
    private static void quickGroups(Properties settings) {
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.min.session.timeout.ms", "1000");
        settings.setProperty("group.consumer.min.session.timeout.ms", "1000");
        settings.setProperty("group.consumer.session.timeout.ms", "6000");
        settings.setProperty("group.consumer.min.heartbeat.interval.ms", "500");
        settings.setProperty("group.consumer.heartbeat.interval.ms", "1000");
    }
}
