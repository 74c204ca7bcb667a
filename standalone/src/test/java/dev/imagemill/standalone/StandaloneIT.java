package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.cli.ExitCode;
import dev.imagemill.cli.client.CatalogImage;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.cli.demo.Demo;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Imagemill in this process, started, used, ended and started again over one folder. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneIT {
    private static final int SOUND_SAMPLES = 12;
    private static final int THUMBNAILS = 6;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // by start()
    private static StandaloneServer server;

    @BeforeAll
    static void start() {
        server = started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(0)
    void hasTheFirstPresetForUploadsAsSoonAsItIsReady() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("s3"))) {
            assertThat(files).anyMatch(file -> file.endsWith(Path.of("presets", "thumbnails.json")));
        }
    }

    @Test
    @Order(1)
    void runsTheDemoOnItsOwnPictures() throws Exception {
        Captured output = new Captured();

        int exit = demo(output);

        assertThat(exit).as(output.text()).isEqualTo(ExitCode.OK);
        assertThat(output.text())
                .contains(": " + (SOUND_SAMPLES + cutOffTaken(output)) + " new blobs, 0 were there")
                .contains("refused: not-an-image", "turned upright from orientation 6");
        assertThat(output.text().lines().filter(line -> line.contains("6 of 6")))
                .hasSize(SOUND_SAMPLES);
        try (DecodedImage sheet = Codec.decode(folder.resolve("contact-sheet.png"), DecodeOptions.DEFAULT)) {
            assertThat(sheet.image().size().width()).isGreaterThan(1000);
        }
    }

    @Test
    @Order(2)
    void keepsEverythingThroughARestart() {
        server.close();
        server = started();

        try (ImagemillClient client = new ImagemillClient(server.address())) {
            List<CatalogImage> images = client.images("mountain-lake", 10, null).items();
            assertThat(images).hasSize(1);
            List<Rendition> renditions = client.renditions(images.getFirst().id());
            assertThat(renditions)
                    .hasSize(THUMBNAILS)
                    .extracting(Rendition::state)
                    .containsOnly("READY");
            assertThat(client.content(renditions.getFirst().href()))
                    .hasSize(Math.toIntExact(renditions.getFirst().bytes()));
        }
    }

    @Test
    @Order(3)
    void storesAndDecodesNothingTwice() throws Exception {
        long objects = objects();
        Captured output = new Captured();

        int exit = demo(output);

        assertThat(exit).as(output.text()).isEqualTo(ExitCode.OK);
        assertThat(output.text())
                .contains(": 0 new blobs, ")
                .contains(": 0 made, " + SOUND_SAMPLES * THUMBNAILS + " were there");
        assertThat(objects()).isEqualTo(objects);
    }

    @Test
    @Order(4)
    void refusesAFolderThatIsInUse() {
        assertThatThrownBy(() -> StandaloneServer.on(folder, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another Imagemill runs on the folder");
        assertThat(verify(new StringWriter(), "--data", folder.toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    @Order(5)
    void hasAllThatItKnowsOfWhenItIsNotRunning() {
        server.close();
        StringWriter output = new StringWriter();

        int exit = verify(output, "--data", folder.toString(), "--digests");

        assertThat(output.toString()).contains("Postgres and the bucket agree.");
        assertThat(exit).isEqualTo(ExitCode.OK);
    }

    @Test
    @Order(6)
    void verifiesNoFolderThatHasNoData() {
        Path empty = folder.resolve("nothing");

        assertThat(verify(new StringWriter(), "--data", empty.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(empty).doesNotExist();
    }

    private static int verify(StringWriter output, String... arguments) {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(arguments));
        return Standalone.commandLine(new Captured().terminal())
                .setOut(new PrintWriter(output))
                .execute(all.toArray(String[]::new));
    }

    private static StandaloneServer started() {
        StandaloneServer fresh = StandaloneServer.on(folder, 0);
        fresh.start();
        return fresh;
    }

    private static int demo(Captured output) throws IOException, InterruptedException {
        try (ImagemillClient client = new ImagemillClient(server.address())) {
            return new Demo(client, output.terminal(), folder).run(null);
        }
    }

    /** Whether a cut-off file is refused at once or fails later is the codec's business; it is never whole. */
    private static int cutOffTaken(Captured output) {
        return output.text().contains("refused: corrupt-image") ? 0 : 1;
    }

    /** Objects in the S3 server's folder that are blobs or renditions. */
    private static long objects() throws IOException {
        try (var files = Files.walk(folder.resolve("s3").resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*/(blobs|renditions)/.*"))
                    .count();
        }
    }
}
