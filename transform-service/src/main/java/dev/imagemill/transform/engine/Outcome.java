package dev.imagemill.transform.engine;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.imageop.ImageSize;
import java.time.Duration;

/** What became of one pipeline. */
public sealed interface Outcome {
    /**
     * The rendition, encoded.
     *
     * @param bytes the file; not to be changed
     * @param mediaType such as {@code image/webp}
     * @param size width and height of the picture
     * @param encoding how long it took to encode, as a part of the whole
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Rendered(byte[] bytes, String mediaType, ImageSize size, Duration encoding) implements Outcome {
        public Rendered {
            requireNonNull(bytes, "bytes is null");
            requireNonNull(mediaType, "mediaType is null");
            requireNonNull(size, "size is null");
            requireNonNull(encoding, "encoding is null");
        }
    }

    /** The pipeline cannot be done on this source, now or later, and why. */
    record Refused(Problem problem) implements Outcome {
        public Refused {
            requireNonNull(problem, "problem is null");
        }
    }
}
