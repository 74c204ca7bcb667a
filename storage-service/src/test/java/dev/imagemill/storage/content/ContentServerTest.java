package dev.imagemill.storage.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.store.ObjectMetadata;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.InMemoryBlobStore;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Content whose object was replaced, after the catalogue had noted it, by one that was rounded differently. */
class ContentServerTest {
    private static final String KEY = "renditions/k";
    private static final byte[] NOTED = "0123456789".getBytes(UTF_8);
    private static final byte[] STORED = "abcdefg".getBytes(UTF_8);
    private static final String NOTED_TAG = '"' + Sha256.of(NOTED) + '"';
    private static final String STORED_TAG = '"' + Sha256.of(STORED) + '"';
    private static final Content CONTENT = new Content(KEY, Sha256.of(NOTED), NOTED.length, "image/webp", "a.webp");

    private final InMemoryBlobStore blobs = new InMemoryBlobStore();
    private final ContentServer server = new ContentServer(blobs);

    @BeforeEach
    void replace() {
        blobs.put(KEY, STORED, "image/webp", Map.of(ObjectMetadata.SHA256, Sha256.of(STORED)));
    }

    @Test
    void describesTheBytesThatItSends() throws IOException {
        MockHttpServletResponse answer = answer("GET");

        assertThat(answer.getContentAsByteArray()).isEqualTo(STORED);
        assertThat(answer.getContentLengthLong()).isEqualTo(STORED.length);
        assertThat(answer.getHeader("ETag")).isEqualTo(STORED_TAG);
    }

    @Test
    void tellsOfTheSameBytesWithoutSendingThem() throws IOException {
        MockHttpServletResponse answer = answer("HEAD");

        assertThat(answer.getContentLengthLong()).isEqualTo(STORED.length);
        assertThat(answer.getHeader("ETag")).isEqualTo(STORED_TAG);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1-3", "bytes=-2", "bytes=8-9"})
    void sendsTheWholeInPlaceOfAPartOfOtherBytes(String range) throws IOException {
        MockHttpServletResponse answer = answer("GET", "Range", range, "If-Range", NOTED_TAG);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(STORED);
        assertThat(answer.getContentLengthLong()).isEqualTo(STORED.length);
        assertThat(answer.getHeader("ETag")).isEqualTo(STORED_TAG);
        assertThat(answer.getHeader("Content-Range")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void holdsConditionsToTheBytesThatLieThere(String method) throws IOException {
        assertThat(answer(method, "If-None-Match", STORED_TAG).getStatus()).isEqualTo(304);
        assertThat(answer(method, "If-Match", STORED_TAG).getStatus()).isEqualTo(200);
        assertThatThrownBy(() -> answer(method, "If-Match", NOTED_TAG)).isInstanceOf(ProblemException.class);
    }

    @Test
    void sendsAPartOfTheBytesThatWereNoted() throws IOException {
        blobs.put(KEY, NOTED, "image/webp", Map.of());

        MockHttpServletResponse answer = answer("GET", "Range", "bytes=1-3");

        assertThat(answer.getStatus()).isEqualTo(206);
        assertThat(answer.getContentAsByteArray()).isEqualTo("123".getBytes(UTF_8));
        assertThat(answer.getContentLengthLong()).isEqualTo(3);
        assertThat(answer.getHeader("ETag")).isEqualTo(NOTED_TAG);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes 1-3/10");
    }

    private MockHttpServletResponse answer(String method, String... headers) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/content");
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        server.serve(CONTENT, request, response);
        return response;
    }
}
