package dev.imagemill.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.demo.Demo;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.Limits;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's examples as they stand, but for the address, against a server. */
class ReadmeIT {
    private static final Pattern TESTED = Pattern.compile("<!-- tested -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void doesWhatItSays() throws Exception {
        assumeTrue(isInstalled("curl"), "the examples are written with curl, which is not installed");
        try (StandaloneServer server = StandaloneServer.on(folder.resolve("data"), 0)) {
            server.start();
            renderSamples(server);
            List<String> examples = examples();
            assertThat(examples).isNotEmpty();
            for (String example : examples) {
                String script = example.replace(
                        "http://127.0.0.1:8080", server.address().toString());
                try (Child shell = Child.piped(folder, Map.of(), List.of("bash", "-euo", "pipefail", "-c", script))) {
                    String output = shell.output();
                    assertThat(shell.awaitEnd(Duration.ofMinutes(2))).as(output).isZero();
                    assertThat(output).contains("\"code\":\"not-an-image\"", "\"state\":\"COMPLETED\"");
                }
            }
        }
        ImageInfo thumbnail = Codec.probe(folder.resolve("thumbnail.webp"), Limits.DEFAULT);
        assertThat(thumbnail.format()).isEqualTo(ImageFormat.WEBP);
        assertThat(thumbnail.size().width()).isEqualTo(400);
        ImageInfo square = Codec.probe(folder.resolve("square.jpg"), Limits.DEFAULT);
        assertThat(square.size()).isEqualTo(new ImageSize(300, 300));
        assertThat(square.mode()).isEqualTo(Mode.L);
    }

    /** The examples use the demo's pictures. */
    private void renderSamples(StandaloneServer server) throws IOException, InterruptedException {
        try (ImagemillClient client = new ImagemillClient(server.address())) {
            new Demo(client, new Captured().terminal(), server.folder()).run(null);
        }
    }

    private static List<String> examples() throws IOException {
        Path readme = Path.of(requireNonNull(System.getProperty("imagemill.root")), "README.md");
        return TESTED.matcher(Files.readString(readme))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
