package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import java.io.EOFException;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Tells apart why a multipart body was not taken. The server's own exception comes first: Spring goes by the words in its
 * message, and takes too many parts for too many bytes.
 */
final class BrokenMultipart {
    private BrokenMultipart() {}

    static Problem problem(MultipartException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FileCountLimitExceededException count) {
                return Problem.of(
                        ProblemType.TOO_MANY_FILES,
                        "the body has more than the " + count.getLimit() + " parts allowed");
            }
            if (cause instanceof SizeException) {
                return tooManyBytes();
            }
            if (cause.getClass() == IOException.class || cause instanceof EOFException) {
                return UnreadableBody.interrupted();
            }
        }
        if (e instanceof MaxUploadSizeExceededException) {
            return tooManyBytes();
        }
        return Problem.of(ProblemType.INVALID_REQUEST, "the body is not a well-formed multipart body");
    }

    private static Problem tooManyBytes() {
        return Problem.of(ProblemType.TOO_MANY_BYTES, "the body or one of its parts is larger than allowed");
    }
}
