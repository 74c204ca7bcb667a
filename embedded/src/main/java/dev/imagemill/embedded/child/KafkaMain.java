package dev.imagemill.embedded.child;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Runs one Kafka node, its storage formatted first if it is new, and says in a file when it serves. */
public final class KafkaMain {
    private KafkaMain() {}

    /**
     * Runs until the parent goes away.
     *
     * @param args the server's properties file, and the file to create once it serves
     * @throws IOException if the properties cannot be read or the file cannot be made
     */
    public static void main(String[] args) throws IOException {
        ChildMain.endWithParent();
        Path file = Path.of(args[0]);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        formatIfNew(file, Path.of(properties.getProperty("log.dirs")));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        Files.createFile(Path.of(args[1]));
        server.awaitShutdown();
    }

    private static void formatIfNew(Path properties, Path logs) {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        String[] command = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            properties.toString(),
            "--ignore-formatted"
        };
        if (StorageTool.execute(command, System.out) != 0) {
            throw new IllegalStateException("the storage in " + logs + " could not be formatted");
        }
    }
}
