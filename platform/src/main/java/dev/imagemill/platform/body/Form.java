package dev.imagemill.platform.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A body of {@code multipart/form-data}, read part by part as it arrives. The servlet container's own parser must not have read it:
 * {@code spring.servlet.multipart.resolve-lazily} is on wherever this is used.
 */
public final class Form {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    /** Hyphens and line breaks around the boundary of a form without parts. */
    private static final int CLOSING_BYTES = 8;

    private final JakartaServletDiskFileUpload parser = new JakartaServletDiskFileUpload();

    public Form() {
        parser.setHeaderCharset(UTF_8);
        parser.setMaxPartHeaderSize(MAX_HEADER_BYTES);
    }

    /** Takes parts, one after the other. */
    public interface Taker {
        void take(Part part) throws IOException;
    }

    /**
     * One part.
     *
     * @param field the name of its field, or null
     * @param filename the file's name as the client gave it, or null if the part is no file
     * @param contentType the media type that the client claims, or null
     * @param in the part's bytes; not to be closed
     */
    public record Part(
            @Nullable String field,
            @Nullable String filename,
            @Nullable String contentType,
            InputStream in) {
        /**
         * The part as text.
         *
         * @throws ProblemException {@code too-many-bytes} if it has more bytes than the limit
         */
        public String text(int limit) throws IOException {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Problem.at(ProblemType.TOO_MANY_BYTES, "/" + field, "The field has more than " + limit + " bytes")
                        .exception();
            }
            return new String(bytes, UTF_8);
        }
    }

    /**
     * Reads the whole body.
     *
     * @throws ProblemException if it ends early or is no form
     */
    public void read(HttpServletRequest request, BodyStream body, Taker taker) {
        try {
            FileItemInputIterator parts = parser.getItemIterator(new FormContext(request, body));
            boolean hasParts = parts.hasNext();
            while (parts.hasNext()) {
                take(parts.next(), taker);
            }
            if (!hasParts) {
                requireEmpty(request, body);
            }
        } catch (IOException e) {
            throw new ProblemException(unreadable(body, e), e);
        }
    }

    private void take(FileItemInput part, Taker taker) throws IOException {
        try (InputStream in = part.getInputStream()) {
            taker.take(new Part(part.getFieldName(), parser.getFileName(part.getHeaders()), part.getContentType(), in));
        }
    }

    /** To the parser, text without the boundary is a form without parts. */
    private static void requireEmpty(HttpServletRequest request, BodyStream body) {
        String boundary = MediaType.parseMediaType(request.getContentType()).getParameter("boundary");
        if (boundary != null && body.received() > boundary.length() + CLOSING_BYTES) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "The form has no part that begins with the boundary that Content-Type names, " + boundary);
        }
    }

    private static Problem unreadable(BodyStream body, IOException e) {
        return body.ended()
                ? Problem.of(ProblemType.UPLOAD_INTERRUPTED, "The body ended before the form's closing boundary")
                : Problem.of(ProblemType.INVALID_REQUEST, "The form cannot be read: " + e.getMessage());
    }
}
