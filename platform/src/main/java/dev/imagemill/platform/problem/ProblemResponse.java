package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem as an HTTP answer. */
public final class ProblemResponse {
    private static final String RETRY_AFTER_SECONDS = "5";

    private ProblemResponse() {}

    /**
     * The answer to a request that met a problem.
     *
     * @param instance the request's path
     */
    public static ResponseEntity<Map<String, Object>> of(Problem problem, String instance) {
        return of(problem, instance, HttpHeaders.EMPTY);
    }

    static ResponseEntity<Map<String, Object>> of(Problem problem, String instance, HttpHeaders headers) {
        Map<String, Object> document = new LinkedHashMap<>(problem.document());
        document.put("instance", instance);
        var response = ResponseEntity.status(problem.type().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.body(document);
    }
}
