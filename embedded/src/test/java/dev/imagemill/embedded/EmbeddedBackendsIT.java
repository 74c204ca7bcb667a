package dev.imagemill.embedded;

import static org.assertj.core.api.Assertions.assertThat;

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
