package dev.imagemill.ingest.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.body.Content;
import dev.imagemill.platform.body.TempSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class ReceiverTest {
    @TempDir
    private Path root;

    private TempSpace space;
    private Receiver receiver;

    @BeforeEach
    void open() {
        space = TempSpace.open(root, 1_000_000);
        IngestProperties limits = new IngestProperties(
                DataSize.ofBytes(1000),
                DataSize.ofBytes(5000),
                3,
                DataSize.ofBytes(100),
                100,
                10_000,
                10,
                DataSize.ofBytes(10),
                null,
                DataSize.ofBytes(1_000_000),
                2,
                Duration.ofMillis(50),
                Duration.ofMinutes(1),
                1,
                1,
                Duration.ofSeconds(1));
        receiver = new Receiver(limits, space);
    }

    @AfterEach
    void leavesNoFileBehind() {
        assertThat(space.used()).isZero();
        space.close();
    }

    @Test
    void readsARawBodyWithItsTypeAndQuery() {
        MockHttpServletRequest request = raw("some bytes and more");
        request.setQueryString("name=a%20b.png&preset=thumbnails&&pipeline=");

        receiver.receive(request, upload -> {
            assertThat(contents(upload)).containsExactly(tuple(null, "image/png", "some bytes and more"));
            assertThat(upload.fields().get(Field.NAME)).isEqualTo("a b.png");
            assertThat(upload.fields().get(Field.PRESET)).isEqualTo("thumbnails");
            assertThat(upload.fields().get(Field.PIPELINE)).isNull();
            return null;
        });
    }

    @Test
    void readsAFormWithFilesAndFields() {
        MockHttpServletRequest request = form(
                "Content-Disposition: form-data; name=\"f\"; filename=\"Ärger.png\"\r\nContent-Type: image/png",
                        "first",
                "Content-Disposition: form-data; name=\"preset\"", "thumbnails",
                "Content-Disposition: form-data; name=\"f\"; filename=\"b.gif\"", "the second one",
                "Content-Disposition: form-data; name=\"pipeline\"; filename=\"p.json\"", "{}");

        receiver.receive(request, upload -> {
            assertThat(contents(upload))
                    .containsExactly(tuple("Ärger.png", "image/png", "first"), tuple("b.gif", null, "the second one"));
            assertThat(upload.fields().get(Field.PRESET)).isEqualTo("thumbnails");
            assertThat(upload.fields().get(Field.PIPELINE)).isEqualTo("{}");
            return null;
        });
    }

    @Test
    void overlooksAFileInputThatNothingWasChosenIn() {
        MockHttpServletRequest request = form(
                "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\nContent-Type: application/octet-stream",
                        "",
                "Content-Disposition: form-data; name=\"f\"; filename=\"b.gif\"", "bytes");

        receiver.receive(request, upload -> {
            assertThat(contents(upload)).containsExactly(tuple("b.gif", null, "bytes"));
            return null;
        });
    }

    @Test
    void marksAFileOverTheLimitAndReadsOn() {
        MockHttpServletRequest request = form(
                "Content-Disposition: form-data; name=\"f\"; filename=\"big.png\"",
                "x".repeat(1001),
                "Content-Disposition: form-data; name=\"f\"; filename=\"b.gif\"",
                "bytes");

        receiver.receive(request, upload -> {
            assertThat(upload.files().getFirst()).isEqualTo(new ReceivedFile.Oversized("big.png", null, 1000));
            assertThat(upload.files().getLast().filename()).isEqualTo("b.gif");
            return null;
        });
    }

    @Test
    void refusesTooManyFiles() {
        String file = "Content-Disposition: form-data; name=\"f\"; filename=\"b.gif\"";

        assertProblem(form(file, "1", file, "2", file, "3", file, "4"), ProblemType.TOO_MANY_FILES);
    }

    @Test
    void refusesAnEmptyBody() {
        assertProblem(raw(""), ProblemType.EMPTY_BODY);
    }

    @Test
    void refusesAFormWithoutFiles() {
        assertProblem(form("Content-Disposition: form-data; name=\"preset\"", "thumbnails"), ProblemType.EMPTY_BODY);
    }

    @Test
    void refusesARawBodyOverTheLimitThatAnnouncesItsLength() {
        assertProblem(raw("x".repeat(1001)), ProblemType.TOO_MANY_BYTES);
    }

    @Test
    void refusesARawBodyOverTheLimitThatDoesNot() {
        MockHttpServletRequest request = new UnknownLength();
        request.setContent(new byte[1001]);

        assertProblem(request, ProblemType.TOO_MANY_BYTES);
    }

    @Test
    void refusesAFormOverTheLimit() {
        String file = "Content-Disposition: form-data; name=\"f\"; filename=\"b.gif\"";

        assertProblem(form(file, "x".repeat(2600), file, "x".repeat(2600)), ProblemType.TOO_MANY_BYTES);
    }

    @Test
    void refusesAFieldOverTheLimit() {
        assertProblem(
                form("Content-Disposition: form-data; name=\"pipeline\"", "x".repeat(101)), ProblemType.TOO_MANY_BYTES);
    }

    @Test
    void refusesAFormThatStopsBeforeItsEnd() {
        MockHttpServletRequest request = form(
                "Content-Disposition: form-data; name=\"f\"; filename=\"b.gif\"", "a body that is cut off somewhere");
        byte[] whole = requireNonNull(request.getContentAsByteArray());
        request.setContent(Arrays.copyOf(whole, whole.length - 20));

        assertProblem(request, ProblemType.UPLOAD_INTERRUPTED);
    }

    @Test
    void refusesAFormWithoutABoundary() {
        MockHttpServletRequest request = raw("--x\r\n");
        request.setContentType("multipart/form-data");

        assertProblem(request, ProblemType.INVALID_REQUEST);
    }

    @Test
    void refusesAFormWhosePartsBeginWithAnotherBoundary() {
        MockHttpServletRequest request = form("Content-Disposition: form-data; name=\"f\"; filename=\"b.gif\"", "x");
        request.setContentType("multipart/form-data; boundary=another");

        assertProblem(request, ProblemType.INVALID_REQUEST);
    }

    @Test
    void takesAFormWithoutPartsForEmpty() {
        MockHttpServletRequest request = raw("--x--\r\n");
        request.setContentType("multipart/form-data; boundary=x");

        assertProblem(request, ProblemType.EMPTY_BODY);
    }

    @Test
    void refusesOtherMultipartBodies() {
        MockHttpServletRequest request = raw("--x\r\n");
        request.setContentType("multipart/related; boundary=x");

        assertProblem(request, ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void refusesAFieldGivenTwice() {
        MockHttpServletRequest request = form("Content-Disposition: form-data; name=\"preset\"", "one");
        request.setQueryString("preset=two");

        assertProblem(request, ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"presett=thumbnails", "name=%zz"})
    void refusesQueriesItDoesNotUnderstand(String query) {
        MockHttpServletRequest request = raw("bytes");
        request.setQueryString(query);

        assertProblem(request, ProblemType.INVALID_REQUEST);
    }

    @Test
    void turnsAwayWhatFindsNoPlaceInTime() {
        receiver.receive(
                raw("first"),
                _ -> receiver.receive(raw("second"), _ -> {
                    assertProblem(raw("third"), ProblemType.SERVICE_BUSY);
                    return null;
                }));
        receiver.receive(raw("fourth"), _ -> null);
    }

    private void assertProblem(MockHttpServletRequest request, ProblemType type) {
        assertThatThrownBy(() -> receiver.receive(request, _ -> null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(type));
    }

    private static List<Tuple> contents(ReceivedUpload upload) {
        List<Tuple> contents = new ArrayList<>();
        for (ReceivedFile file : upload.files()) {
            contents.add(tuple(file.filename(), file.contentType(), text(file)));
        }
        return contents;
    }

    private static String text(ReceivedFile file) {
        return switch (file) {
            case ReceivedFile.Oversized _ -> "";
            case ReceivedFile.Whole whole -> text(whole.content());
        };
    }

    private static String text(Content content) {
        return switch (content) {
            case Content.InMemory memory -> new String(memory.data(), UTF_8);
            case Content.InFile file -> read(file.path());
        };
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockHttpServletRequest raw(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/uploads");
        request.setContentType("image/png");
        request.setContent(body.getBytes(UTF_8));
        return request;
    }

    /** A form of parts, each given as its headers and its body. */
    private static MockHttpServletRequest form(String... headersAndBodies) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < headersAndBodies.length; i += 2) {
            body.append("--limit\r\n").append(headersAndBodies[i]).append("\r\n\r\n");
            body.append(headersAndBodies[i + 1]).append("\r\n");
        }
        MockHttpServletRequest request = raw(body.append("--limit--\r\n").toString());
        request.setContentType("multipart/form-data; boundary=limit");
        request.setCharacterEncoding(ISO_8859_1.name());
        return request;
    }

    /** A request that does not say how long its body is. */
    private static final class UnknownLength extends MockHttpServletRequest {
        @Override
        public long getContentLengthLong() {
            return -1;
        }
    }
}
