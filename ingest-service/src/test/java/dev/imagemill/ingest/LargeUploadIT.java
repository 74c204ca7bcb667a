package dev.imagemill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.embedded.KafkaBroker;
import dev.imagemill.embedded.S3Server;
import dev.imagemill.ingest.UploadClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeUploadIT {
    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
    private static final int WIDTH = 10_000;
    private static final int HEIGHT = 7_000;

    @TempDir
    private Path folder;

    @Test
    void takesAFileManyTimesLargerThanTheHeap() throws Exception {
        Path log = folder.resolve("ingest.log");
        try (KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
                S3Server s3 = S3Server.start(folder.resolve("s3"), 0)) {
            Process service = start(log, kafka, s3, "-Xmx80m");
            try (UploadClient client = new UploadClient(URI.create("http://127.0.0.1:" + port(log)))) {
                Answer answer = client.stream(LargeUploadIT::tiff, "image/tiff", "?name=large.tif");

                assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
                assertThat(answer.image(0).path("bytes").asLong()).isGreaterThan(210_000_000);
                assertThat(answer.image(0).path("width").asInt()).isEqualTo(WIDTH);
                assertThat(answer.image(0).path("height").asInt()).isEqualTo(HEIGHT);
            } finally {
                service.destroy();
                assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(folder.resolve("temp")).isDirectoryNotContaining("glob:**/process-*");
        assertThat(log).content().doesNotContain("OutOfMemoryError");
    }

    private static InputStream tiff() {
        InputStream pixels = new InputStream() {
            private long left = 3L * WIDTH * HEIGHT;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int read = (int) Math.min(left, length);
                left -= read;
                return read;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(TestImages.tiffHeader(WIDTH, HEIGHT)), pixels);
    }

    private Process start(Path log, KafkaBroker kafka, S3Server s3, String heap) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                IngestApplication.class.getName()));
        command.addAll(RunningIngest.backendSettings(kafka, s3));
        command.add("--imagemill.ingest.temp-dir=" + folder.resolve("temp"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int port(Path log) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> portIn(log), port -> port > 0);
    }

    private static int portIn(Path log) {
        try {
            Matcher port = PORT.matcher(Files.readString(log));
            return port.find() ? Integer.parseInt(port.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
