package dev.imagemill.ingest.receive;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.body.BodyStream;
import dev.imagemill.platform.body.Spool;
import dev.imagemill.platform.body.TempSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Receives uploads: a form with files, or a body that is one file. */
public final class Receiver {
    private final IngestProperties limits;
    private final TempSpace space;
    private final Turnstile turnstile;

    Receiver(IngestProperties limits, TempSpace space) {
        this.limits = limits;
        this.space = space;
        this.turnstile = new Turnstile(limits.maxUploads(), limits.maxWait());
    }

    /**
     * Receives one upload whole and hands it to a function, after which its bytes are gone.
     *
     * @throws ProblemException if the client goes away, sends nothing, too much or what cannot be read, or if there is no room
     */
    public <T> T receive(HttpServletRequest request, Function<ReceivedUpload, T> use) {
        try (var _ = turnstile.enter();
                ReceivedUpload upload = new ReceivedUpload()) {
            upload.fields().putQuery(request.getQueryString());
            reader(request).read(request, upload);
            return use.apply(upload);
        }
    }

    private Reader reader(HttpServletRequest request) {
        Spool spool = new Spool(space, limits.memoryPerRequest().toBytes());
        String type = mediaType(request.getContentType());
        if (type.equals("multipart/form-data")) {
            return new FormReader(limits, spool);
        }
        if (type.startsWith("multipart/")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send files as multipart/form-data, or one file as the whole body; not as " + type);
        }
        return new RawReader(limits, spool);
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** One way to read a body. */
    interface Reader {
        void read(HttpServletRequest request, ReceivedUpload upload);
    }

    /** The request's body under a limit in bytes, which its announced length is held against at once. */
    static BodyStream body(HttpServletRequest request, long limit, IngestProperties limits) {
        return BodyStream.of(request, limit, limits.maxDuration());
    }
}
