package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for the requests that failed before they reached a controller: in a filter, or in the server itself. */
@RestController
final class ProblemErrorController implements ErrorController {
    private static final int NOT_FOUND = 404;

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return ProblemResponse.of(
                problem(request, status instanceof Integer code ? code : NOT_FOUND),
                path instanceof String uri ? uri : request.getRequestURI());
    }

    /** What the advice found out, if this is about the same failure; a client that asks for this path itself found nothing. */
    private static Problem problem(HttpServletRequest request, int status) {
        if (request.getAttribute(ProblemAdvice.PROBLEM) instanceof Problem known
                && known.type().status() == status) {
            return known;
        }
        ProblemType type = ProblemMapping.ofStatus(HttpStatusCode.valueOf(status));
        return Problem.of(type, type.title());
    }
}
