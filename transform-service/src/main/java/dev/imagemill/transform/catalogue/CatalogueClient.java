package dev.imagemill.transform.catalogue;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the catalogue's HTTP API, {@code GET /v1/images/{id}}. */
final class CatalogueClient implements ImageBlobs.Question, AutoCloseable {
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    private final CatalogueAddress address;
    private final Duration timeout;
    private final HttpClient http;

    CatalogueClient(CatalogueAddress address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Optional<BlobRef> ask(UUID image) {
        URI catalogue = address.get().orElseThrow(() -> new CatalogueAway("nobody told where it is", null));
        HttpRequest request = HttpRequest.newBuilder(catalogue.resolve("/v1/images/" + image))
                .timeout(timeout)
                .build();
        try {
            return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | JacksonException e) {
            throw new CatalogueAway(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueAway("this thread was interrupted", e);
        }
    }

    /** Somebody else's "not found" is none: the image may well be there, where the catalogue really is. */
    private static Optional<BlobRef> read(HttpResponse<String> response) {
        JsonNode document = JsonMapper.shared().readTree(response.body());
        String code = document.path("code").asString("");
        if (response.statusCode() == NOT_FOUND && code.equals(ProblemType.IMAGE_NOT_FOUND.code())) {
            return Optional.empty();
        }
        if (response.statusCode() != FOUND) {
            throw new CatalogueAway("it answered " + response.statusCode() + " " + code, null);
        }
        try {
            return Optional.of(new BlobRef(
                    document.path("sha256").asString(""),
                    document.path("bytes").asLong(-1),
                    document.path("mediaType").asString("")));
        } catch (IllegalArgumentException e) {
            throw new CatalogueAway("it answered what is no image: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
