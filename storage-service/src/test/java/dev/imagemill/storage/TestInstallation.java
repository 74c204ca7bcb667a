package dev.imagemill.storage;

import dev.imagemill.contract.event.Topics;
import dev.imagemill.embedded.EmbeddedBackends;
import dev.imagemill.embedded.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * What one test class works on: a database, a bucket and incoming topics of its own, on the servers that all share or a
 * Postgres given. Nodes of the service are started and stopped on it at will.
 */
final class TestInstallation {
    /** A Postgres server: the address of any database on it, and a user who may create others. */
    record Postgres(String url, String user, String password) {}

    private static final int PARTITIONS = 3;

    final EmbeddedBackends backends = EmbeddedBackends.shared();
    final String imageEvents;
    final String transformResults;
    private final String name;
    private final Postgres postgres;

    TestInstallation(String name) {
        this(name, embeddedPostgres());
    }

    TestInstallation(String name, Postgres postgres) {
        this.postgres = postgres;
        this.name = name + UUID.randomUUID().toString().substring(0, 8);
        this.imageEvents = this.name + ".image-events";
        this.transformResults = this.name + ".transform-results";
        createDatabase();
        createTopics();
    }

    /** Starts a node of the service; the settings come above its own. */
    StorageNode start(String... settings) {
        Map<String, Object> properties = new HashMap<>(backends.springProperties());
        properties.put("spring.datasource.url", databaseUrl());
        properties.put("spring.datasource.username", postgres.user());
        properties.put("spring.datasource.password", postgres.password());
        properties.put("imagemill.s3.bucket", name);
        properties.put("server.port", 0);
        properties.put("spring.cloud.stream.bindings.imageUploaded-in-0.destination", imageEvents);
        properties.put("spring.cloud.stream.bindings.imageUploaded-in-0.group", imageEvents);
        properties.put("spring.cloud.stream.bindings.transformFinished-in-0.destination", transformResults);
        properties.put("spring.cloud.stream.bindings.transformFinished-in-0.group", transformResults);
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            properties.put(pair[0], pair[1]);
        }
        return StorageNode.start(properties);
    }

    /** Arguments with which the service only migrates. */
    String[] migrateArguments() {
        return new String[] {
            "migrate",
            "--spring.datasource.url=" + databaseUrl(),
            "--spring.datasource.username=" + postgres.user(),
            "--spring.datasource.password=" + postgres.password()
        };
    }

    /** Arguments with which the service only compares Postgres and the bucket. */
    String[] verifyArguments() {
        return new String[] {
            "verify",
            "--spring.datasource.url=" + databaseUrl(),
            "--spring.datasource.username=" + postgres.user(),
            "--spring.datasource.password=" + postgres.password(),
            "--imagemill.s3.endpoint=" + backends.s3().endpoint(),
            "--imagemill.s3.access-key=" + backends.s3().accessKey(),
            "--imagemill.s3.secret-key=" + backends.s3().secretKey(),
            "--imagemill.s3.bucket=" + name
        };
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), postgres.user(), postgres.password());
    }

    /** The one number that a query gives. */
    long number(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Postgres embeddedPostgres() {
        PostgresServer server = EmbeddedBackends.shared().postgres();
        return new Postgres(server.url(), server.user(), server.password());
    }

    private String databaseUrl() {
        return postgres.url().replaceFirst("/[^/?]+(?=\\?|$)", "/" + name);
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + '"');
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createTopics() {
        Stream<String> names = Stream.concat(Stream.of(imageEvents, transformResults), Topics.ALL.stream());
        List<NewTopic> topics = names.flatMap(topic -> Stream.of(topic, Topics.dlq(topic)))
                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                .toList();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", backends.kafka().bootstrapServers()))) {
            for (NewTopic topic : topics) {
                create(admin, topic);
            }
        }
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
