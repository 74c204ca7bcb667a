package dev.imagemill.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagemillClientTest {
    private static final String ONE_IMAGE = """
            {"images":[{"id":"i1","name":"a.png","href":"/v1/images/i1","sha256":"00","bytes":3,"mediaType":"image/png",
            "width":4,"height":5,"mode":"RGB","orientation":6,"duplicate":true,"invented-later":[]}],"errors":[]}""";
    private static final String NOT_AN_IMAGE = """
            {"type":"urn:imagemill:problem:not-an-image","title":"Not an image","status":415,"code":"not-an-image",
            "detail":"unknown content"}""";

    @TempDir
    private Path folder;

    private FakeServer server;
    private ImagemillClient client;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        client = new ImagemillClient(server.address());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void uploadsFilesAsPartsWithTheFieldsFirst() throws IOException {
        server.then(202, ONE_IMAGE);

        UploadAnswer answer = client.upload(
                List.of(file("a \"b\".png", "PIXELS")), Map.of("preset", "thumbnails"), (sent, total) -> {});

        assertThat(answer.images())
                .containsExactly(
                        new UploadedImage("i1", "a.png", "/v1/images/i1", "00", 3, "image/png", 4, 5, "RGB", 6, true));
        String body = server.asked().getFirst().body();
        String boundary = body.lines().findFirst().orElseThrow();
        assertThat(body)
                .isEqualTo(boundary + "\r\nContent-Disposition: form-data; name=\"preset\"\r\n\r\nthumbnails\r\n"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.png\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nPIXELS\r\n" + boundary + "--\r\n");
    }

    @Test
    void sendsManyFilesInFewRequests() throws IOException {
        server.then(202, ONE_IMAGE).then(202, ONE_IMAGE).then(202, ONE_IMAGE);
        List<UploadFile> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.add(file("f" + i + ".png", "x"));
        }
        List<Integer> progress = new ArrayList<>();

        UploadAnswer answer = client.upload(files, Map.of(), (sent, total) -> progress.add(sent));

        assertThat(progress).containsExactly(16, 32, 40);
        assertThat(answer.images()).hasSize(3);
        assertThat(server.asked()).extracting(FakeServer.Asked::idempotencyKey).doesNotHaveDuplicates();
    }

    @Test
    void takesEachFilesOwnProblemFromARefusalOfAll() throws IOException {
        server.then(422, """
                {"code":"no-file-accepted","status":422,"errors":[{"name":"a.png","problem":%1$s},{"name":"b.png","problem":%1$s}]}
                """.formatted(NOT_AN_IMAGE));

        UploadAnswer answer =
                client.upload(List.of(file("a.png", "x"), file("b.png", "y")), Map.of(), (sent, total) -> {});

        assertThat(answer.images()).isEmpty();
        assertThat(answer.errors()).extracting(RefusedUpload::name).containsExactly("a.png", "b.png");
        assertThat(answer.errors().getFirst().problem().codeOrUnknown()).isEqualTo("not-an-image");
    }

    @Test
    void sendsFilesAloneWhenTheirRequestWasRefusedWithoutSayingWhy() throws IOException {
        server.then(413, "too much").then(415, NOT_AN_IMAGE).then(202, ONE_IMAGE);

        UploadAnswer answer =
                client.upload(List.of(file("b.png", "x"), file("a.png", "y")), Map.of(), (sent, total) -> {});

        assertThat(answer.errors()).extracting(RefusedUpload::name).containsExactly("b.png");
        assertThat(answer.images()).extracting(UploadedImage::name).containsExactly("a.png");
    }

    @Test
    void triesAgainWithTheSameKeyWhenTheServerSaysNotNow() throws IOException {
        server.then(503, Map.of("Retry-After", "1"), "").then(202, ONE_IMAGE);

        UploadAnswer answer = client.upload(List.of(file("a.png", "x")), Map.of(), (sent, total) -> {});

        assertThat(answer.images()).hasSize(1);
        assertThat(server.asked()).hasSize(2);
        assertThat(server.asked().get(0).idempotencyKey())
                .isEqualTo(server.asked().get(1).idempotencyKey());
    }

    @Test
    void readsAJob() {
        server.then(202, """
                {"id":"j1","state":"RUNNING","items":{"total":6,"done":2,"failed":1,"running":3,"reused":1},
                "itemsPerSecond":1.5,"secondsLeft":null}""");

        Job job = client.startJob("thumbnails", new Selection.Ids(List.of("i1")));

        assertThat(job).isEqualTo(new Job("j1", "RUNNING", new Job.Items(6, 2, 1, 3, 1), 1.5, null));
        assertThat(job.isOver()).isFalse();
        assertThat(server.asked().getFirst().body())
                .contains("\"preset\":\"thumbnails\"", "\"selection\":{\"ids\":[\"i1\"]}");
    }

    @Test
    void followsCursorsToTheEndOfTheFailures() {
        server.then(200, """
                {"items":[{"imageId":"i1","imageName":"a","rendition":"t.a","problem":{"code":"corrupt-image"}}],"next":"c +"}""").then(200, """
                {"items":[{"imageId":"i2","imageName":"b","rendition":"t.a","problem":{"code":"corrupt-image"}}],"next":null}""");

        assertThat(client.failures("j 1")).extracting(JobFailure::imageId).containsExactly("i1", "i2");
        assertThat(server.asked())
                .extracting(FakeServer.Asked::path)
                .containsExactly("/v1/jobs/j%201/failures", "/v1/jobs/j%201/failures?cursor=c+%2B");
    }

    @Test
    void tellsARefusalFromSilence() {
        server.then(404, """
                {"code":"image-not-found","status":404,"detail":"no such image","pointer":"/id"}""");

        assertThatThrownBy(() -> client.image("x"))
                .isInstanceOf(RefusedRequest.class)
                .hasMessage("image-not-found: no such image (at /id)");
        URI nowhere = server.address();
        server.close();
        assertThatThrownBy(() -> client.image("x"))
                .isInstanceOf(UnreachableServer.class)
                .hasMessageStartingWith("no answer from " + nowhere);
    }

    private UploadFile file(String name, String content) throws IOException {
        return new UploadFile(name, Files.writeString(folder.resolve(Integer.toString(name.hashCode())), content));
    }
}
