package dev.imagemill.ingest.receive;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.body.BodyStream;
import dev.imagemill.platform.body.Content;
import dev.imagemill.platform.body.Spool;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads a body that is one file. */
record RawReader(IngestProperties limits, Spool spool) implements Receiver.Reader {
    @Override
    public void read(HttpServletRequest request, ReceivedUpload upload) {
        long limit = limits.maxFileBytes().toBytes();
        Content content = drain(Receiver.body(request, limit, limits), limit);
        upload.add(new ReceivedFile.Whole(null, request.getContentType(), content));
        if (content.bytes() == 0) {
            throw new ProblemException(ProblemType.EMPTY_BODY, "The body is empty; send an image's bytes in it");
        }
    }

    private Content drain(BodyStream body, long limit) {
        try {
            return spool.drain(body, limit).orElseThrow(() -> BodyStream.tooLarge(limit));
        } catch (IOException e) {
            throw new IllegalStateException("a body throws problems only", e);
        }
    }
}
