package dev.imagemill.storage.content;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.blobstore.ObjectStream;
import dev.imagemill.platform.blobstore.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Answers GET and HEAD for bytes in object storage. The object is opened before anything is answered, so that storage that
 * is down gives a problem document and not half an image.
 *
 * <p>Length and entity tag are those of the object that is sent. The catalogue's may be others: two workers that make a
 * rendition at the same moment may make it with different rounding, and the object of one replaces that of the other.
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
        if (request.getHeader(HttpHeaders.IF_MATCH) == null && isKnown(content, request)) {
            unchanged(content, response);
        } else if (HttpMethod.HEAD.matches(request.getMethod())) {
            StoredObject object = blobs.stat(content.key()).orElseThrow(() -> new BlobNotFound(content.key()));
            begin(content.as(object), request, response);
        } else {
            send(content, request, response);
        }
    }

    private void send(Content content, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ByteRange range = range(content, request);
        if (range == null || !sendPart(content, range, request, response)) {
            sendWhole(content, request, response);
        }
    }

    private void sendWhole(Content content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (ObjectStream bytes = blobs.open(content.key())) {
            if (begin(content.as(bytes.object()), request, response)) {
                bytes.transferTo(response.getOutputStream());
            }
        }
    }

    /** Whether there was an answer: there is none where the object is not the one that the range was worked out for. */
    private boolean sendPart(Content content, ByteRange range, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!range.isSatisfiable()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, range.header(content.bytes()));
            throw new ProblemException(
                    ProblemType.RANGE_NOT_SATISFIABLE, "the content has %d bytes".formatted(content.bytes()));
        }
        try (ObjectStream bytes = part(content, range)) {
            if (bytes == null || !content.as(bytes.object()).equals(content)) {
                return false;
            }
            if (begin(content, request, response)) {
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setContentLengthLong(range.length());
                response.setHeader(HttpHeaders.CONTENT_RANGE, range.header(content.bytes()));
                bytes.transferTo(response.getOutputStream());
            }
            return true;
        }
    }

    private @Nullable ObjectStream part(Content content, ByteRange range) {
        try {
            return blobs.open(content.key(), range.first(), range.length());
        } catch (IndexOutOfBoundsException shorter) {
            return null;
        }
    }

    private static @Nullable ByteRange range(Content content, HttpServletRequest request) {
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        return ifRange == null || content.tag().is(ifRange)
                ? ByteRange.parse(request.getHeader(HttpHeaders.RANGE), content.bytes())
                : null;
    }

    /** Describes what lies in storage; whether its bytes are to follow. */
    private static boolean begin(Content stored, HttpServletRequest request, HttpServletResponse response) {
        String ifMatch = request.getHeader(HttpHeaders.IF_MATCH);
        if (ifMatch != null && !stored.tag().isNamedStronglyIn(ifMatch)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "the content is %s now".formatted(stored.sha256()));
        }
        if (isKnown(stored, request)) {
            unchanged(stored, response);
            return false;
        }
        tag(stored, response);
        describe(stored, response);
        return true;
    }

    private static boolean isKnown(Content content, HttpServletRequest request) {
        return content.tag().isNamedIn(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private static void unchanged(Content content, HttpServletResponse response) {
        tag(content, response);
        response.setStatus(HttpStatus.NOT_MODIFIED.value());
    }

    private static void tag(Content content, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, content.tag().header());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static void describe(Content content, HttpServletResponse response) {
        response.setContentType(content.mediaType());
        response.setContentLengthLong(content.bytes());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Filename.inline(content.filename()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
    }
}
