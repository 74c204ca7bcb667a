package dev.imagemill.storage.content;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.blobstore.BlobStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Answers GET and HEAD for immutable bytes in object storage. The object is opened before anything is answered, so that
 * storage that is down gives a problem document and not half an image.
 */
@Component
public class ContentServer {
    /** Nothing in the bytes may run or load anything: an SVG is a document to a browser. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final BlobStore blobs;

    ContentServer(BlobStore blobs) {
        this.blobs = blobs;
    }

    public void serve(Content content, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ETAG, content.tag().header());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        String ifMatch = request.getHeader(HttpHeaders.IF_MATCH);
        if (ifMatch != null && !content.tag().isNamedStronglyIn(ifMatch)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "the content is %s now".formatted(content.sha256()));
        }
        if (content.tag().isNamedIn(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            describe(content, content.bytes(), response);
            return;
        }
        send(content, range(content, request), response);
    }

    private static @Nullable ByteRange range(Content content, HttpServletRequest request) {
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        return ifRange == null || content.tag().is(ifRange)
                ? ByteRange.parse(request.getHeader(HttpHeaders.RANGE), content.bytes())
                : null;
    }

    private void send(Content content, @Nullable ByteRange range, HttpServletResponse response) throws IOException {
        if (range != null && !range.isSatisfiable()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, range.header(content.bytes()));
            throw new ProblemException(
                    ProblemType.RANGE_NOT_SATISFIABLE, "the content has %d bytes".formatted(content.bytes()));
        }
        long offset = range == null ? 0 : range.first();
        long length = range == null ? content.bytes() : range.length();
        try (InputStream bytes = blobs.open(content.key(), offset, length)) {
            describe(content, length, response);
            if (range != null) {
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, range.header(content.bytes()));
            }
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static void describe(Content content, long length, HttpServletResponse response) {
        response.setContentType(content.mediaType());
        response.setContentLengthLong(length);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Filename.inline(content.filename()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
    }
}
