package dev.imagemill.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that was told nonsense ends with a message that names the setting, and does not make anybody read a stack trace. */
class WrongSettingsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ingest, imagemill.kafka.session-timeout, often",
        "ingest, imagemill.s3.endpoint, nowhere:9000",
        "ingest, imagemill.ingest.temp-dir, /proc/uploads",
        "ingest, imagemill.ingest.max-filez, 5",
        "transform, imagemill.transform.threads, -1",
        "transform, imagemill.transform.memory, 12XB",
        "transform, spring.kafka.security.protocol, SECRET",
        "storage, imagemill.storage.ledger.bulk.window, 0",
        "storage, imagemill.storage.database.url, jdbc:postgresql://127.0.0.1:1/nowhere"
    })
    void endTheStartWithTheirName(String service, String setting, String value)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Child.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-jar",
                requireNonNull(System.getProperty("imagemill.jar." + service)),
                "--server.port=0",
                "--" + setting + "=" + value);
        try (Child process = Child.piped(folder, Map.of(), command)) {
            String output = process.output();

            assertThat(process.awaitEnd(Duration.ofMinutes(1))).isNotZero();
            assertThat(output).contains("APPLICATION FAILED TO START", setting);
            assertThat(output.lines()).noneMatch(line -> line.startsWith("\tat "));
        }
    }
}
