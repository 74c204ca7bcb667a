package dev.imagemill.transform.engine;

import dev.imagemill.codec.ColorProfile;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;

/** The colour profiles that pipelines name by the digests of their files. Safe for any number of threads. */
public interface Profiles {
    /** For pipelines that name none. */
    Profiles NONE = digest -> {
        throw new ProblemException(ProblemType.PROFILE_MISSING, "there is no colour profile " + digest);
    };

    /**
     * The profile of an ink.
     *
     * @throws ProblemException if it is not there or cannot be used
     */
    ColorProfile profile(String sha256);
}
