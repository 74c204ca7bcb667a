package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.imagemill.contract.problem.Problem;

/** What became of one item of a chunk; in JSON the field {@code outcome} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ItemResult.Stored.class, name = "stored"),
    @JsonSubTypes.Type(value = ItemResult.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = ItemResult.Unavailable.class, name = "unavailable")
})
public sealed interface ItemResult {
    /** Index of the item in its chunk, from 0. */
    int item();

    /**
     * The rendition lies in object storage.
     *
     * @param key digest of its rendition key
     * @param bytes how many bytes it has
     * @param sha256 digest of its bytes
     * @param mediaType what it is
     * @param width in pixels
     * @param height in pixels
     * @param reused whether it was there already
     */
    record Stored(
            int item, String key, long bytes, String sha256, String mediaType, int width, int height, boolean reused)
            implements ItemResult {
        public Stored {
            Require.atLeast(0, item, "item");
            Require.digest(key, "key");
            Require.atLeast(1, bytes, "bytes");
            Require.digest(sha256, "sha256");
            Require.text(mediaType, "mediaType");
            Require.atLeast(1, width, "width");
            Require.atLeast(1, height, "height");
        }
    }

    /**
     * The rendition cannot be made, now or later.
     *
     * @param code a {@link dev.imagemill.contract.problem.ProblemType#code()}
     * @param detail what was wrong, for people
     */
    record Failed(int item, String code, String detail) implements ItemResult {
        public Failed {
            Require.atLeast(0, item, "item");
            Require.text(code, "code");
            requireNonNull(detail, "detail is null");
        }
    }

    /**
     * The rendition could not be made for a reason that passes: it is to be tried again.
     *
     * @param code a {@link dev.imagemill.contract.problem.ProblemType#code()}
     * @param detail what was wrong, for people
     */
    record Unavailable(int item, String code, String detail) implements ItemResult {
        public Unavailable {
            Require.atLeast(0, item, "item");
            Require.text(code, "code");
            requireNonNull(detail, "detail is null");
        }
    }

    /** Most characters of a detail that a problem gives, so that a chunk of failures is not too large an event. */
    int LONGEST_DETAIL = 400;

    /** The result that a problem makes of an item: unavailable if trying again may help, failed otherwise. */
    static ItemResult of(int item, Problem problem) {
        String detail = shortened(problem.detail());
        return problem.type().retryable()
                ? new Unavailable(item, problem.code(), detail)
                : new Failed(item, problem.code(), detail);
    }

    private static String shortened(String detail) {
        if (detail.length() <= LONGEST_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1)) ? LONGEST_DETAIL - 1 : LONGEST_DETAIL;
        return detail.substring(0, end);
    }
}
