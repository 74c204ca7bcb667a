package dev.imagemill.cli.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/**
 * Sends one request and returns the body of its success. "Not now" ({@code 503}) is tried again a few times, at the
 * pace the server asks for; every other refusal becomes a {@link RefusedRequest}.
 */
final class Exchange implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Exchange(URI server) {
        this.server = server;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    byte[] send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = once(request.build());
        for (int attempt = 1; response.statusCode() == 503 && attempt < ATTEMPTS; attempt++) {
            sleep(pauseAskedFor(response));
            response = once(request.build());
        }
        if (response.statusCode() / 100 != 2) {
            throw new RefusedRequest(problem(response));
        }
        return response.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<byte[]> once(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UnreachableServer(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer(server, new IOException("interrupted", e));
        }
    }

    private static Duration pauseAskedFor(HttpResponse<?> response) {
        long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
        Duration pause = Duration.ofSeconds(Math.max(1, seconds));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Problem problem(HttpResponse<byte[]> response) {
        try {
            return Json.read(response.body(), Problem.class);
        } catch (JacksonException notAProblem) {
            String text = new String(response.body(), StandardCharsets.UTF_8);
            return Problem.ofStatus(response.statusCode(), text.length() > 200 ? text.substring(0, 200) : text);
        }
    }
}
