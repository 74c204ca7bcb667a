package dev.imagemill.transform;

import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.embedded.S3Server;
import dev.imagemill.platform.blobstore.BlobStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The service without its Kafka door, over a real S3 server, and a client for it. */
public final class HttpDoors implements AutoCloseable {
    private final S3Server s3;
    private final ConfigurableApplicationContext service;
    private final HttpClient client = HttpClient.newHttpClient();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({
        "dev.imagemill.transform.bench",
        "dev.imagemill.transform.rendition",
        "dev.imagemill.transform.formats",
        "dev.imagemill.transform.wanted",
        "dev.imagemill.transform.admission",
        "dev.imagemill.transform.transforms",
        "dev.imagemill.transform.catalogue",
        "dev.imagemill.transform.render"
    })
    static class Doors {}

    private HttpDoors(S3Server s3, ConfigurableApplicationContext service) {
        this.s3 = s3;
        this.service = service;
    }

    /** Starts it; settings are such as {@code imagemill.transform.threads=1}. */
    public static HttpDoors start(Path folder, String... settings) {
        S3Server s3 = S3Server.start(folder.resolve("s3"), 0);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=transform-service,application",
                "--spring.cloud.function.definition=",
                "--spring.main.banner-mode=off",
                "--server.port=0",
                "--imagemill.kafka.create-topics=false",
                "--imagemill.s3.endpoint=" + s3.endpoint(),
                "--imagemill.s3.region=" + s3.region(),
                "--imagemill.s3.access-key=" + s3.accessKey(),
                "--imagemill.s3.secret-key=" + s3.secretKey(),
                "--imagemill.transform.requests.temp-dir=" + folder.resolve("temporary"),
                "--imagemill.transform.journal=" + folder.resolve("journal")));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new HttpDoors(s3, new SpringApplicationBuilder(Doors.class).run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public S3Server s3() {
        return s3;
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public BlobStore blobs() {
        return service.getBean(BlobStore.class);
    }

    /** Publishes a preset, as the catalogue does. */
    public void publish(Preset preset) {
        blobs().put(
                        ObjectKeys.preset(preset.name()),
                        preset.json().toString().getBytes(StandardCharsets.UTF_8),
                        "application/json",
                        Map.of());
    }

    /** A request to a path, which may have a query. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** How often a source was decoded. */
    public double decodes() {
        return service.getBean(MeterRegistry.class)
                .counter("imagemill.transform.decodes")
                .count();
    }

    /** What a gauge shows. */
    public double gauge(String name) {
        Gauge gauge = service.getBean(MeterRegistry.class).find(name).gauge();
        if (gauge == null) {
            throw new AssertionError("there is no gauge " + name);
        }
        return gauge.value();
    }

    /** Waits until a gauge shows a value. */
    public void await(String gauge, double value) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (gauge(gauge) != value) {
            if (System.nanoTime() > end) {
                throw new AssertionError(gauge + " is " + gauge(gauge) + ", not " + value);
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        client.close();
        service.close();
        s3.close();
    }
}
