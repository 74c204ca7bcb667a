package dev.imagemill.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBackendsIT {
    @TempDir
    private Path folder;

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (var backends = EmbeddedBackends.start(folder)) {
            execute(backends, "CREATE TABLE kept (word text)");
            execute(backends, "INSERT INTO kept VALUES ('millstone')");
            try (Admin admin = admin(backends)) {
                admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
                        .all()
                        .get();
            }
        }
        try (var backends = EmbeddedBackends.start(folder)) {
            assertThat(word(backends)).isEqualTo("millstone");
            try (Admin admin = admin(backends)) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
    }

    @Test
    void refusesAFolderThatAnotherRunUses() {
        try (var first = S3Server.start(folder, 0)) {
            assertThat(first.endpoint()).hasHost("127.0.0.1");
            assertThatThrownBy(() -> S3Server.start(folder, 0))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void comesBackOnTheSamePortAfterAStopAndAfterACrash() throws Exception {
        try (var postgres = PostgresServer.start(folder.resolve("postgres"), 0);
                var kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
                var s3 = S3Server.start(folder.resolve("s3"), 0)) {
            for (EmbeddedServer server : List.of(postgres, kafka, s3)) {
                int port = port(server);
                server.stop();
                assertThat(isListening(port)).as("%s is stopped", server).isFalse();
                server.start();
                assertThat(isListening(port)).as("%s is started", server).isTrue();
                server.kill();
                assertThat(isListening(port)).as("%s is killed", server).isFalse();
                server.start();
                assertThat(isListening(port)).as("%s is back", server).isTrue();
            }
        }
    }

    @Test
    void saysWhyAServerDidNotStart() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.start(folder, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("Address already in use");
        }
    }

    private static int port(EmbeddedServer server) {
        String address = switch (server) {
            case PostgresServer postgres -> postgres.url().substring("jdbc:".length());
            case KafkaBroker kafka -> "kafka://" + kafka.bootstrapServers();
            case S3Server s3 -> s3.endpoint().toString();
        };
        return URI.create(address).getPort();
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Admin admin(EmbeddedBackends backends) {
        return Admin.create(Map.of("bootstrap.servers", backends.kafka().bootstrapServers()));
    }

    private static void execute(EmbeddedBackends backends, String sql) throws SQLException {
        try (Connection connection = connection(backends);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(EmbeddedBackends backends) throws SQLException {
        try (Connection connection = connection(backends);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connection(EmbeddedBackends backends) throws SQLException {
        var postgres = backends.postgres();
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
