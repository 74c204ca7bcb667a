package dev.imagemill.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploads as a client does. */
final class UploadClient implements AutoCloseable {
    private static final String BOUNDARY = "----limit7MA4YWxkTrZu0gW";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI origin;

    UploadClient(URI origin) {
        this.origin = origin;
    }

    /** One file as the whole body. */
    Answer raw(byte[] body, String contentType, String query, String... headers) {
        return send(request(query, headers)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /** One file as the whole body, whose length is not announced. */
    Answer stream(Supplier<InputStream> body, String contentType, String query) {
        return send(request(query)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofInputStream(body))
                .build());
    }

    /** A form of files and fields. */
    Answer form(String query, Part... parts) {
        return form(query, new String[0], parts);
    }

    Answer form(String query, String[] headers, Part... parts) {
        return send(request(query, headers)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body(parts)))
                .build());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(origin.resolve(path)).build());
    }

    private HttpRequest.Builder request(String query, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve("/v1/uploads" + query)).timeout(Duration.ofMinutes(2));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] body(Part... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            body.writeBytes(("--" + BOUNDARY + "\r\n" + part.headers() + "\r\n\r\n").getBytes(UTF_8));
            body.writeBytes(part.data());
            body.writeBytes("\r\n".getBytes(UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }

    /** One part of a form. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(String headers, byte[] data) {
        static Part file(String filename, byte[] data) {
            return new Part("Content-Disposition: form-data; name=\"file\"; filename=\"" + filename + "\"", data);
        }

        static Part field(String name, String value) {
            return new Part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(UTF_8));
        }
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response, JsonNode body) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Code of the problem document, empty if it is none. */
        String code() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? body.path("code").asString("")
                    : "";
        }

        JsonNode image(int index) {
            return body.path("images").path(index);
        }
    }
}
