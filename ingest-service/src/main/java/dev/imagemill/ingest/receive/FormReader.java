package dev.imagemill.ingest.receive;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.body.BodyStream;
import dev.imagemill.platform.body.Form;
import dev.imagemill.platform.body.Spool;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} as it arrives. A part with a file name is a file, whatever its field is called, unless it is the
 * pipeline; every other part is a field.
 */
final class FormReader implements Receiver.Reader {
    private final IngestProperties limits;
    private final Spool spool;

    FormReader(IngestProperties limits, Spool spool) {
        this.limits = limits;
        this.spool = spool;
    }

    @Override
    public void read(HttpServletRequest request, ReceivedUpload upload) {
        BodyStream body = Receiver.body(request, limits.maxRequestBytes().toBytes(), limits);
        new Form().read(request, body, part -> take(part, upload));
        if (upload.count() == 0) {
            throw new ProblemException(ProblemType.EMPTY_BODY, "There is no file in the form");
        }
    }

    private void take(Form.Part part, ReceivedUpload upload) throws IOException {
        String filename = part.filename();
        String key = part.field();
        if (filename == null || Field.PIPELINE.key().equals(key)) {
            String text = part.text(Math.toIntExact(limits.maxFieldBytes().toBytes()));
            upload.fields().put(key == null ? "" : key, text);
        } else {
            readFile(part.in(), filename, part.contentType(), upload);
        }
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
