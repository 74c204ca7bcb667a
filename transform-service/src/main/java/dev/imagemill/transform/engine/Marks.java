package dev.imagemill.transform.engine;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;

/** The pictures that watermarks lay over others, decoded and upright, by the digests of their files. Safe for any number of threads. */
public interface Marks {
    /** For pipelines without watermarks. */
    Marks NONE = digest -> {
        throw new ProblemException(ProblemType.WATERMARK_MISSING, "there is no watermark " + digest);
    };

    /**
     * The picture, which must not be changed.
     *
     * @throws ProblemException if it is not there or cannot be used
     */
    Image mark(String sha256);
}
