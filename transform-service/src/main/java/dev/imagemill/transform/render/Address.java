package dev.imagemill.transform.render;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.body.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a signed address says.
 *
 * @param pipeline a preset's rendition by name, or a pipeline in base64url
 * @param image an image's id, or the digest of its bytes
 * @param expires the second since 1970 from which it is no longer good, as it was written; null if it is good for ever
 */
record Address(String pipeline, String image, @Nullable String expires) {
    private static final String EXPIRES = "expires";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    /** Reads it; whatever is not as it must be is refused, as it would be signed for nothing. */
    static Address of(String pipeline, String image, @Nullable String query) {
        if (!SEGMENT.matcher(pipeline).matches() || !SEGMENT.matcher(image).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "pipeline and image have letters, digits, -, _ and . only");
        }
        List<Map.Entry<String, String>> parameters = Query.parse(query);
        if (parameters.isEmpty()) {
            return new Address(pipeline, image, null);
        }
        Map.Entry<String, String> only = parameters.getFirst();
        if (parameters.size() > 1
                || !only.getKey().equals(EXPIRES)
                || !SECONDS.matcher(only.getValue()).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "the query is empty or \"expires=\" and the seconds since 1970 until when the address is good");
        }
        return new Address(pipeline, image, only.getValue());
    }

    /** What is signed: the address from the pipeline on, as it stands there. */
    String signedText() {
        return pipeline + "/" + image + (expires == null ? "" : "?" + EXPIRES + "=" + expires);
    }

    /**
     * How long it is good yet, in seconds; {@code Long.MAX_VALUE} for ever.
     *
     * @throws ProblemException {@code url-expired}
     */
    long secondsLeft(Instant now) {
        if (expires == null) {
            return Long.MAX_VALUE;
        }
        long left = Long.parseLong(expires) - now.getEpochSecond();
        if (left <= 0) {
            throw new ProblemException(
                    ProblemType.URL_EXPIRED,
                    "the address was good until " + Instant.ofEpochSecond(Long.parseLong(expires)));
        }
        return left;
    }

    boolean namesBytes() {
        return Sha256.isDigest(image);
    }

    /** The image's id, where it names no bytes. */
    UUID imageId() {
        if (!ID.matcher(image).matches()) {
            throw Problem.of(
                            ProblemType.IMAGE_NOT_FOUND,
                            "expected an image's id, or the 64 lower-case hexadecimal digits of its bytes' SHA-256")
                    .exception();
        }
        return UUID.fromString(image);
    }
}
