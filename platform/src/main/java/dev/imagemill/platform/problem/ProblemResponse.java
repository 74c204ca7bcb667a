package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem as an HTTP answer. */
public final class ProblemResponse {
    /** What is away takes a while to come back, a crowd passes sooner. */
    private static final Map<Integer, String> RETRY_AFTER_SECONDS = Map.of(503, "5", 429, "2");

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
        String wait = RETRY_AFTER_SECONDS.get(problem.type().status());
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, wait);
        }
        return response.body(document);
    }
}
