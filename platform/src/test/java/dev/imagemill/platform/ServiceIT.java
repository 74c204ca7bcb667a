package dev.imagemill.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.embedded.S3Server;
import dev.imagemill.platform.blobstore.BlobStore;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that has nothing but the platform, in a real web server, with S3 coming and going and no Kafka at all. */
class ServiceIT {
    private static final String BOUNDARY = "mill";

    @TempDir
    private static Path data;

    private static S3Server s3;
    private static ConfigurableApplicationContext service;
    private static URI base;

    @BeforeAll
    static void startService() {
        s3 = S3Server.start(data, 0);
        s3.stop();
        service = new SpringApplicationBuilder(Service.class)
                .run(
                        "--server.port=0",
                        "--server.tomcat.max-part-count=3",
                        "--spring.servlet.multipart.max-file-size=1KB",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--logging.level.org.apache.kafka=OFF",
                        "--imagemill.s3.endpoint=" + s3.endpoint(),
                        "--imagemill.s3.access-key=" + s3.accessKey(),
                        "--imagemill.s3.secret-key=" + s3.secretKey());
        base = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stopService() {
        service.close();
        s3.close();
    }

    @Test
    void isReadyOnlyWhileObjectStorageAnswers() throws Exception {
        s3.stop();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get("/blobs/a");
        assertProblem(refused, 503, "storage-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");

        s3.start();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        service.getBean(BlobStore.class).put("a", new byte[] {7}, "image/png", Map.of());
        assertThat(get("/blobs/a").body()).isEqualTo("1");
    }

    @Test
    void answersForPathsNobodyServes() throws Exception {
        assertProblem(get("/nowhere"), 404, "not-found");
    }

    @Test
    void answersForWhatTheServerItselfRefuses() throws Exception {
        assertProblem(get("/blobs/a%2Fb"), 400, "invalid-request");
    }

    @Test
    void answersForAPartThatIsTooLarge() throws Exception {
        assertProblem(post(part("file", "x".repeat(2_000)) + end()), 413, "too-many-bytes");
    }

    @Test
    void answersForTooManyParts() throws Exception {
        assertProblem(post(part("file", "x").repeat(4) + end()), 413, "too-many-files");
    }

    @Test
    void answersForABodyWithoutItsLastBoundary() throws Exception {
        assertProblem(post(part("file", "x")), 400, "invalid-request");
    }

    @Test
    void goesOnAfterAClientThatDisconnectsHalfWay() throws Exception {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream()
                    .write(("POST /files HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n"
                                    + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n\r\n"
                                    + part("file", "x"))
                            .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static String part(String name, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a\"\r\n\r\n"
                + content + "\r\n";
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(base.resolve("/files"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("instance").asString()).startsWith("/");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {
        @RestController
        static class Files {
            private final BlobStore blobs;

            Files(BlobStore blobs) {
                this.blobs = blobs;
            }

            @GetMapping("/blobs/{key}")
            String length(@PathVariable("key") String key) {
                return String.valueOf(blobs.get(key).length);
            }

            @PostMapping("/files")
            String files(@RequestParam("file") MultipartFile file) throws IOException {
                return String.valueOf(file.getBytes().length);
            }
        }
    }
}
