package dev.imagemill.platform.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service that is told to stop, seen by its clients. */
class ShutdownDelayIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void servesAndSaysThatItIsNotReadyUntilTheDelayIsOver() throws Exception {
        var service = new SpringApplicationBuilder(Service.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--logging.level.org.apache.kafka=OFF",
                        "--management.endpoint.health.group.readiness.include=readinessState",
                        "--imagemill.shutdown.delay=5s");
        URI base = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
        assertThat(status(base, "/actuator/health/readiness")).isEqualTo(200);

        Thread stop = Thread.startVirtualThread(service::close);

        await().untilAsserted(() ->
                assertThat(status(base, "/actuator/health/readiness")).isEqualTo(503));
        assertThat(status(base, "/hello")).isEqualTo(200);
        stop.join();
        assertThat(catchThrowable(() -> status(base, "/hello"))).isInstanceOf(ConnectException.class);
    }

    private int status(URI base, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @RestController
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {
        @GetMapping("/hello")
        String hello() {
            return "hello";
        }
    }
}
