package dev.imagemill.platform.body;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A request's body under its limits. It throws problems, not I/O exceptions: that the client went away (or dawdled), or that it sent
 * too much, is known here and nowhere else.
 */
public final class BodyStream extends InputStream {
    /**
     * The body of a request, its announced length held against the limit at once.
     *
     * @param limit in bytes
     * @param patience how long the client may take to send it
     */
    public static BodyStream of(HttpServletRequest request, long limit, Duration patience) {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        try {
            return new BodyStream(request.getInputStream(), limit, patience);
        } catch (IOException e) {
            throw new ProblemException(interrupted("The connection broke before the body"), e);
        }
    }

    private final InputStream in;
    private final long limit;
    private final Duration patience;
    private final long start = System.nanoTime();
    private long total;
    private boolean ended;

    public BodyStream(InputStream in, long limit, Duration patience) {
        this.in = in;
        this.limit = limit;
        this.patience = patience;
    }

    /** Whether the client has sent all that it announced. */
    public boolean ended() {
        return ended;
    }

    /** Number of bytes that have come. */
    long received() {
        return total;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read = receive(buffer, offset, length);
        if (read < 0) {
            ended = true;
            return read;
        }
        total += read;
        if (total > limit) {
            throw tooLarge(limit);
        }
        if (System.nanoTime() - start > patience.toNanos()) {
            throw new ProblemException(
                    ProblemType.UPLOAD_INTERRUPTED,
                    "The body was not complete after " + patience.toSeconds() + " seconds");
        }
        return read;
    }

    private int receive(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new ProblemException(interrupted("The connection broke after " + total + " bytes of the body"), e);
        }
    }

    public static ProblemException tooLarge(long limit) {
        return new ProblemException(
                ProblemType.TOO_MANY_BYTES, "The body has more than the " + limit + " bytes that one may have");
    }

    private static Problem interrupted(String detail) {
        return Problem.of(ProblemType.UPLOAD_INTERRUPTED, detail);
    }
}
