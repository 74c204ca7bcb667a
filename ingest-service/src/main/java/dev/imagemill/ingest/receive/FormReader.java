package dev.imagemill.ingest.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.body.BodyStream;
import dev.imagemill.platform.body.Spool;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} as it arrives. A part with a file name is a file, whatever its field is called, unless it is the
 * pipeline; every other part is a field.
 */
final class FormReader implements Receiver.Reader {
    private static final int MAX_HEADER_BYTES = 8 * 1024;

    private final IngestProperties limits;
    private final Spool spool;
    private final JakartaServletDiskFileUpload parser = new JakartaServletDiskFileUpload();

    FormReader(IngestProperties limits, Spool spool) {
        this.limits = limits;
        this.spool = spool;
        parser.setHeaderCharset(UTF_8);
        parser.setMaxPartHeaderSize(MAX_HEADER_BYTES);
    }

    @Override
    public void read(HttpServletRequest request, ReceivedUpload upload) {
        BodyStream body = Receiver.body(request, limits.maxRequestBytes().toBytes(), limits);
        try {
            FileItemInputIterator parts = parser.getItemIterator(new FormContext(request, body));
            while (parts.hasNext()) {
                readPart(parts.next(), upload);
            }
        } catch (IOException e) {
            throw new ProblemException(unreadable(body, e), e);
        }
        if (upload.count() == 0) {
            throw new ProblemException(ProblemType.EMPTY_BODY, "There is no file in the form");
        }
    }

    private static Problem unreadable(BodyStream body, IOException e) {
        return body.ended()
                ? Problem.of(ProblemType.UPLOAD_INTERRUPTED, "The body ended before the form's closing boundary")
                : Problem.of(ProblemType.INVALID_REQUEST, "The form cannot be read: " + e.getMessage());
    }

    private void readPart(FileItemInput part, ReceivedUpload upload) throws IOException {
        String filename = parser.getFileName(part.getHeaders());
        String key = part.getFieldName();
        try (InputStream in = part.getInputStream()) {
            if (filename == null || Field.PIPELINE.key().equals(key)) {
                upload.fields().put(key == null ? "" : key, text(in, key));
            } else {
                readFile(in, filename, part.getContentType(), upload);
            }
        }
    }

    private String text(InputStream in, @Nullable String key) throws IOException {
        int limit = Math.toIntExact(limits.maxFieldBytes().toBytes());
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw Problem.at(ProblemType.TOO_MANY_BYTES, "/" + key, "The field has more than " + limit + " bytes")
                    .exception();
        }
        return new String(bytes, UTF_8);
    }

    private void readFile(InputStream in, String filename, @Nullable String contentType, ReceivedUpload upload)
            throws IOException {
        if (upload.count() == limits.maxFiles()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_FILES,
                    "One request may have " + limits.maxFiles() + " files; send the others in another one");
        }
        long limit = limits.maxFileBytes().toBytes();
        ReceivedFile file = spool.drain(in, limit)
                .<ReceivedFile>map(content -> new ReceivedFile.Whole(filename, contentType, content))
                .orElseGet(() -> new ReceivedFile.Oversized(filename, contentType, limit));
        if (!isUnusedInput(file)) {
            upload.add(file);
        }
    }

    /** A browser sends a nameless, empty file for a file input that nothing was chosen in. */
    private static boolean isUnusedInput(ReceivedFile file) {
        return file instanceof ReceivedFile.Whole whole
                && whole.content().bytes() == 0
                && (whole.filename() == null || whole.filename().isBlank());
    }
}
