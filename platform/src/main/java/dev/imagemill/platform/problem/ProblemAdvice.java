package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.blobstore.BlobStoreException;
import dev.imagemill.platform.eventbus.EventBusUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every failure of a request with an RFC 9457 problem document. What went wrong inside goes to the log only; a
 * client that went away is answered nothing and is no error.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Attribute of a request that keeps its problem, in case the server drops the answer and makes an error page. */
    static final String PROBLEM = ProblemAdvice.class.getName() + ".problem";

    ProblemAdvice() {}

    /** Answers for any exception; null if nobody is there to read an answer, or part of another one was sent. */
    @ExceptionHandler(Throwable.class)
    @Nullable
    ResponseEntity<Map<String, Object>> answer(Throwable e, HttpServletRequest request, HttpServletResponse response) {
        if (!isOurs(e) && DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("the client of {} went away", request.getRequestURI());
            return null;
        }
        Problem problem = ProblemMapping.problem(e);
        log(problem, e, request);
        request.setAttribute(PROBLEM, problem);
        if (response.isCommitted()) {
            return null;
        }
        HttpHeaders headers = e instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        return ProblemResponse.of(problem, request.getRequestURI(), headers);
    }

    /** A connection that object storage or Kafka broke is not the client's. */
    private static boolean isOurs(Throwable e) {
        return e instanceof ProblemException || e instanceof BlobStoreException || e instanceof EventBusUnavailable;
    }

    private static void log(Problem problem, Throwable e, HttpServletRequest request) {
        String method = request.getMethod();
        String path = request.getRequestURI();
        if (problem.type() == ProblemType.INTERNAL_ERROR || problem.type() == ProblemType.SOURCE_MISSING) {
            log.error("{} {} failed", method, path, e);
        } else if (problem.type().fault() == ProblemType.Fault.ENVIRONMENT) {
            log.warn("{} {}: {}: {}", method, path, problem.code(), e.toString());
        } else {
            log.debug("{} {}: {}", method, path, problem, e);
        }
    }
}
