package dev.imagemill.transform.transforms;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.body.BodyStream;
import dev.imagemill.platform.body.Content;
import dev.imagemill.platform.body.Form;
import dev.imagemill.platform.body.Query;
import dev.imagemill.platform.body.Spool;
import dev.imagemill.platform.body.TempSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receives an image and what is wanted of it: as a form, or as a body that is the image, with the rest in the query or a header. */
final class ImageReceiver {
    static final String PIPELINE = "pipeline";
    static final String PIPELINE_HEADER = "Imagemill-Pipeline";

    private static final String FILE = "file";

    private final TransformsProperties limits;
    private final TempSpace space;

    ImageReceiver(TransformsProperties limits, TempSpace space) {
        this.limits = limits;
        this.space = space;
    }

    /**
     * Receives everything.
     *
     * @throws ProblemException if the client goes away, sends no image, too much or what cannot be read
     */
    ReceivedImage receive(HttpServletRequest request) {
        ReceivedImage received = new ReceivedImage();
        try {
            readAround(request, received);
            readBody(request, received);
            if (!received.hasContent()) {
                throw new ProblemException(ProblemType.EMPTY_BODY, "there is no image: send one as \"file\"");
            }
            if (received.pipelines().isEmpty()) {
                throw Problem.at(
                                ProblemType.INVALID_REQUEST,
                                "/" + PIPELINE,
                                "\"pipeline\" is missing: expected a pipeline in JSON or a preset's name")
                        .exception();
            }
            return received;
        } catch (RuntimeException e) {
            received.close();
            throw e;
        }
    }

    private void readAround(HttpServletRequest request, ReceivedImage received) {
        for (Map.Entry<String, String> entry : Query.parse(request.getQueryString())) {
            addField(entry.getKey(), entry.getValue(), received);
        }
        for (String header : Collections.list(request.getHeaders(PIPELINE_HEADER))) {
            addField(PIPELINE, header, received);
        }
    }

    private void addField(@Nullable String name, String value, ReceivedImage received) {
        if (!PIPELINE.equals(name)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "\"" + name + "\" is not known here: expected only \"pipeline\"");
        }
        if (received.pipelines().size() == limits.maxPipelines()) {
            throw tooMany(limits.maxPipelines());
        }
        if (!value.isBlank()) {
            received.add(value);
        }
    }

    static ProblemException tooMany(int most) {
        return Problem.at(ProblemType.INVALID_REQUEST, "/" + PIPELINE, "a request may have " + most + " pipelines")
                .exception();
    }

    private void readBody(HttpServletRequest request, ReceivedImage received) {
        String type = mediaType(request.getContentType());
        Spool spool = new Spool(space, limits.memoryPerRequest().toBytes());
        if (type.equals("multipart/form-data")) {
            BodyStream body = BodyStream.of(request, limits.maxRequestBytes(), limits.maxDuration());
            new Form().read(request, body, part -> take(part, spool, received));
        } else if (type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "send the image in multipart/form-data, or as the whole body; not as " + type);
        } else {
            long limit = limits.maxFileBytes().toBytes();
            readRaw(BodyStream.of(request, limit, limits.maxDuration()), spool, received);
        }
    }

    private void readRaw(BodyStream body, Spool spool, ReceivedImage received) {
        try {
            addContent(body, spool, received);
        } catch (IOException e) {
            throw new IllegalStateException("a body throws problems only", e);
        }
    }

    private void take(Form.Part part, Spool spool, ReceivedImage received) throws IOException {
        if (!FILE.equals(part.field())) {
            addField(
                    part.field(),
                    part.text(Math.toIntExact(limits.maxFieldBytes().toBytes())),
                    received);
        } else if (received.hasContent()) {
            throw new ProblemException(ProblemType.TOO_MANY_FILES, "one request has one image; \"file\" came twice");
        } else {
            addContent(part.in(), spool, received);
        }
    }

    private void addContent(InputStream in, Spool spool, ReceivedImage received) throws IOException {
        long limit = limits.maxFileBytes().toBytes();
        Content content = spool.drain(in, limit).orElseThrow(() -> BodyStream.tooLarge(limit));
        received.add(content);
        if (content.bytes() == 0) {
            throw new ProblemException(ProblemType.EMPTY_BODY, "the image is empty: send its bytes");
        }
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
