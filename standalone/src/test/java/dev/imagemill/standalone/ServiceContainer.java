package dev.imagemill.standalone;

import dev.imagemill.embedded.EmbeddedBackends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * A service from its image, as closed up as the compose file and the chart run it.
 *
 * @param id Docker's name for the container
 * @param health where its readiness can be asked
 */
record ServiceContainer(String service, String id, URI health) implements AutoCloseable {
    /** A place behind the proxy: the ports that a container in it has. */
    record Place(int port, int management) {}

    static ServiceContainer start(String service, Place place, EmbeddedBackends backends)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--detach",
                "--network=host",
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges:true",
                "--memory=1g",
                "--env=SERVER_PORT=" + place.port(),
                "--env=MANAGEMENT_SERVER_PORT=" + place.management(),
                "--env=IMAGEMILL_SHUTDOWN_DELAY=4s",
                "imagemill/" + service + "-service:test"));
        backends.springProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new ServiceContainer(
                service,
                Docker.run(arguments.toArray(String[]::new)),
                URI.create("http://127.0.0.1:" + place.management() + "/actuator/health/readiness"));
    }

    void awaitReady() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Patience.await(service + " ready", () -> isReady(client));
        }
    }

    /** What Docker's own check of the container says: {@code starting}, {@code healthy} or {@code unhealthy}. */
    String dockersOpinion() throws IOException, InterruptedException {
        return Docker.run("inspect", "--format", "{{.State.Health.Status}}", id);
    }

    /** Stops it as an operator would; its exit code. */
    int stop() throws IOException, InterruptedException {
        Docker.run("stop", "--time=120", id);
        return Integer.parseInt(Docker.run("inspect", "--format", "{{.State.ExitCode}}", id));
    }

    private boolean isReady(HttpClient client) {
        try {
            if (!Docker.run("inspect", "--format", "{{.State.Running}}", id).equals("true")) {
                throw new AssertionError(service + " ended: " + Docker.run("logs", "--tail=60", id));
            }
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        Docker.remove(id);
    }
}
