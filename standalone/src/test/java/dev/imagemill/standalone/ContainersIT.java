package dev.imagemill.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.RefusedRequest;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.cli.client.UploadFile;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.embedded.EmbeddedBackends;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.standalone.ServiceContainer.Place;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services from their images, built for the purpose, behind the compose file's proxy; where Docker is at hand. */
class ContainersIT {
    private static final Set<String> SERVICES = new TreeSet<>(Set.of("ingest", "storage", "transform"));
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private static Path folder;

    private static final List<AutoCloseable> open = new ArrayList<>();
    private static final Map<String, List<Place>> places = new LinkedHashMap<>();
    private static final Map<String, ServiceContainer> running = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // by start()
    private static EmbeddedBackends backends;

    @SuppressWarnings("NullAway.Init") // by start()
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = Docker.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "no containers are tested: " + obstacle.orElseThrow());
        Path repository =
                Path.of(requireNonNull(System.getProperty("imagemill.root"))).toAbsolutePath();
        Docker.build(
                repository,
                Files.createDirectories(repository.resolve("standalone/target")).resolve("images.log"));
        backends = EmbeddedBackends.start(folder.resolve("backends"));
        open.add(backends);
        List<Integer> ports = freePorts(1 + 4 * SERVICES.size());
        int next = 1;
        for (String service : SERVICES) {
            places.put(
                    service,
                    List.of(
                            new Place(ports.get(next), ports.get(next + 1)),
                            new Place(ports.get(next + 2), ports.get(next + 3))));
            next += 4;
        }
        for (String service : SERVICES) {
            running.put(service, startContainer(service, 0));
        }
        ContainerProxy proxy = ContainerProxy.start(repository, folder.resolve("proxy"), ports.getFirst(), places);
        open.add(proxy);
        address = proxy.address();
        for (ServiceContainer container : running.values()) {
            container.awaitReady();
        }
        for (String path : List.of("/v1/openapi/ingest", "/v1/openapi/transform", "/v1/images")) {
            Patience.await(path + " through the proxy", () -> status(path) == 200);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void takesAPictureAndMakesItsRenditions() throws Exception {
        Path file = Files.write(folder.resolve("slope.jpg"), slope());
        try (ImagemillClient client = new ImagemillClient(address)) {
            String id = client.upload(
                            List.of(new UploadFile("slope.jpg", file)), Map.of("preset", "thumbnails"), (s, t) -> {})
                    .images()
                    .getFirst()
                    .id();
            Patience.await("the renditions", () -> isWhole(client, id));

            Rendition small = client.renditions(id).stream()
                    .filter(rendition -> rendition.name().equals("thumbnails.w400"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = client.content(small.href());
            Files.write(folder.resolve("slope-w400.webp"), bytes);
            Image rendition = Codec.decode(bytes, DecodeOptions.DEFAULT).image();
            assertThat(rendition.size()).isEqualTo(new ImageSize(400, 300));
            assertThat(rendition.component(200, 150, 0)).isCloseTo(127L, within(6L));
            assertThat(rendition.component(40, 150, 0)).isCloseTo(25L, within(6L));
        }
    }

    @Test
    void sendsEveryPrefixToItsService() throws Exception {
        assertThat(status("/v1/formats")).isEqualTo(200);
        assertThat(status("/v1/operations")).isEqualTo(200);
        assertThat(status("/v1/presets")).isEqualTo(200);
        assertThat(status("/v1/openapi/storage")).isEqualTo(200);
        assertThat(status("/v1/uploads")).as("only POST is allowed there").isEqualTo(405);
        assertThat(status("/v1/uploadsx")).isEqualTo(404);
        assertThat(status("/actuator/health"))
                .as("the outside has no business there")
                .isEqualTo(404);
    }

    @Test
    void isHealthyInDockersOwnEyes() throws Exception {
        for (ServiceContainer container : running.values()) {
            Patience.await(
                    container.service() + " healthy",
                    () -> dockersOpinion(container).equals("healthy"));
        }
    }

    @Test
    void replacesEachContainerWithoutAFailedRequestOrALostItem() throws Exception {
        UploadStream stream = new UploadStream(address);
        try {
            for (String service : SERVICES) {
                awaitAnswers(stream, 40);
                ServiceContainer old = requireNonNull(running.get(service));
                ServiceContainer fresh = startContainer(service, 1);
                fresh.awaitReady();
                assertThat(old.stop()).as("%s's exit code", service).isEqualTo(TERMINATED);
                running.put(service, fresh);
            }
            awaitAnswers(stream, 40);
        } finally {
            stream.finish();
        }

        assertThat(stream.failures()).isEmpty();
        assertThat(stream.uploaded()).isNotEmpty();
        try (ImagemillClient client = new ImagemillClient(address)) {
            for (String id : stream.uploaded()) {
                Patience.await("the renditions of " + id, () -> isWhole(client, id));
            }
        }
        System.out.printf(
                "containers replaced: %d requests answered, %d uploads, %d failures%n",
                stream.answers(), stream.uploaded().size(), stream.failures().size());
    }

    private static ServiceContainer startContainer(String service, int place) throws IOException, InterruptedException {
        ServiceContainer container = ServiceContainer.start(
                service, requireNonNull(places.get(service)).get(place), backends);
        open.add(container);
        return container;
    }

    private static void awaitAnswers(UploadStream stream, int more) throws InterruptedException {
        int enough = stream.answers() + more;
        Patience.await("requests answered", () -> stream.answers() >= enough);
    }

    /** An image is in the catalogue some moments after its upload was acknowledged. */
    private static boolean isWhole(ImagemillClient client, String id) {
        try {
            List<Rendition> renditions = client.renditions(id);
            return renditions.size() == 6
                    && renditions.stream()
                            .allMatch(rendition -> rendition.state().equals("READY"));
        } catch (RefusedRequest notYet) {
            assertThat(notYet).hasMessageStartingWith("image-not-found");
            return false;
        }
    }

    private static String dockersOpinion(ServiceContainer container) {
        try {
            return container.dockersOpinion();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int status(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return -1;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Black on the left, white on the right. */
    private static byte[] slope() {
        Image image = Images.create(Mode.RGB, new ImageSize(1600, 1200));
        for (int y = 0; y < 1200; y++) {
            for (int x = 0; x < 1600; x++) {
                for (int component = 0; component < 3; component++) {
                    image.setComponent(x, y, component, x * 255 / 1599);
                }
            }
        }
        return Codec.encode(image, EncodeOptions.of(ImageFormat.JPEG));
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> probes = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                probes.add(new ServerSocket(0));
            }
            return probes.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket probe : probes) {
                probe.close();
            }
        }
    }
}
