package dev.imagemill.standalone;

import dev.imagemill.standalone.ServiceContainer.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The compose file's proxy with its own settings and routes. Only where the instances are is the test's: in the compose file Docker's name
 * server says it, which it does not for containers that share the host's network.
 */
record ContainerProxy(URI address, String id) implements AutoCloseable {
    static ContainerProxy start(Path repository, Path folder, int port, Map<String, List<Place>> services)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path own = repository.resolve("docker/proxy");
        for (String file : List.of("haproxy.cfg", "routes.map")) {
            Files.copy(own.resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("services.cfg"), backends(services));
        String id = Docker.run(
                "run",
                "--detach",
                "--network=host",
                "--read-only",
                "--volume=" + folder.toAbsolutePath() + ":/usr/local/etc/haproxy:ro",
                "--env=IMAGEMILL_PROXY_BIND=127.0.0.1:" + port,
                "imagemill/haproxy:test",
                "haproxy",
                "-W",
                "-db",
                "-f",
                "/usr/local/etc/haproxy/haproxy.cfg",
                "-f",
                "/usr/local/etc/haproxy/services.cfg");
        return new ContainerProxy(URI.create("http://127.0.0.1:" + port), id);
    }

    private static String backends(Map<String, List<Place>> services) {
        StringBuilder text = new StringBuilder();
        services.forEach((service, places) -> {
            text.append("backend ").append(service).append('\n');
            for (Place place : places) {
                text.append("    server port-%d 127.0.0.1:%d port %d%n"
                        .formatted(place.port(), place.port(), place.management()));
            }
        });
        return text.toString();
    }

    @Override
    public void close() {
        Docker.remove(id);
    }
}
