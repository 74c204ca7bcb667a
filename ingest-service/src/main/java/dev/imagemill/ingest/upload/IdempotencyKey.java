package dev.imagemill.ingest.upload;

import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.id.Uuid8;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client's name for one request, by which its repetition is known.
 *
 * @param value 1 to 255 printable ASCII characters
 */
record IdempotencyKey(String value) {
    private static final Pattern VALID = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /** The key that a header holds, or null without one. */
    static @Nullable IdempotencyKey parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (!VALID.matcher(header).matches()) {
            throw Problem.of(
                            ProblemType.INVALID_REQUEST,
                            "Idempotency-Key is 1 to 255 printable ASCII characters, not " + header.length())
                    .exception();
        }
        return new IdempotencyKey(header);
    }

    /** The id of an image: with a key, the same for the same bytes at the same place, so that sending them again changes nothing. */
    static UUID imageId(@Nullable IdempotencyKey key, Inspected.Sound image) {
        return key == null
                ? Uuid7.next()
                : Uuid8.of(
                        key.value(),
                        Integer.toString(image.index()),
                        image.content().sha256());
    }
}
