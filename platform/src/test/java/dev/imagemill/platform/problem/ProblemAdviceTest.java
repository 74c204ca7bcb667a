package dev.imagemill.platform.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.TEXT_PLAIN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStoreUnavailable;
import dev.imagemill.platform.eventbus.EventBusUnavailable;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemAdviceTest {
    private static final Map<String, Supplier<Exception>> FAILURES = Map.ofEntries(
            Map.entry(
                    "problem",
                    () -> Problem.at(ProblemType.INVALID_PIPELINE, "/operations/0/op", "unknown operation")
                            .exception()),
            Map.entry("wrapped", () -> new IllegalStateException(new ProblemException(ProblemType.CONFLICT, "late"))),
            Map.entry("storage", () -> new BlobStoreUnavailable("secret host", new IOException("Connection reset"))),
            Map.entry("missing-blob", () -> new BlobNotFound("blobs/ab")),
            Map.entry("bus", () -> new EventBusUnavailable("secret broker", null)),
            Map.entry("database", () -> new DataAccessResourceFailureException("secret password")),
            Map.entry("bug", () -> new IllegalStateException("secret detail")),
            Map.entry("late", AsyncRequestTimeoutException::new),
            Map.entry("encoding", () -> new InvalidParameterException("secret parameter")),
            Map.entry("path", () -> new NoResourceFoundException(HttpMethod.GET, "/secret", "secret")),
            Map.entry("group", () -> new OpenApiResourceNotFoundException("secret group")),
            Map.entry("large", () -> new MaxUploadSizeExceededException(7)),
            Map.entry(
                    "many",
                    () -> new MultipartException(
                            "no", new IllegalStateException(new FileCountLimitExceededException("no", 50)))),
            Map.entry("cut", () -> new MultipartException("no", new IOException("Stream ended unexpectedly"))),
            Map.entry("gone", () -> new AsyncRequestNotUsableException("the client went away")),
            Map.entry("status", () -> new ResponseStatusException(HttpStatus.PRECONDITION_FAILED, "changed")));

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing(), new ProblemErrorController())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    @ParameterizedTest
    @CsvSource({
        "problem,422,invalid-pipeline",
        "wrapped,409,conflict",
        "storage,503,storage-unavailable",
        "missing-blob,500,source-missing",
        "bus,503,event-bus-unavailable",
        "database,503,catalog-unavailable",
        "bug,500,internal-error",
        "late,503,timed-out",
        "encoding,400,invalid-request",
        "path,404,not-found",
        "group,404,not-found",
        "large,413,too-many-bytes",
        "many,413,too-many-files",
        "cut,400,upload-interrupted",
        "status,412,precondition-failed",
    })
    void answersWithTheProblemOfTheException(String failure, int status, String code) throws Exception {
        MockHttpServletResponse response = perform(get("/fail/" + failure));

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("type").asString()).isEqualTo("urn:imagemill:problem:" + code);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).isEqualTo("/fail/" + failure);
        assertThat(response.getContentAsString()).doesNotContain("secret", "Exception");
        assertThat(response.getHeader("Retry-After")).isEqualTo(status == 503 ? "5" : null);
    }

    @Test
    void pointsAtWhatIsWrong() throws Exception {
        assertThat(json(perform(get("/fail/problem"))).get("pointer").asString())
                .isEqualTo("/operations/0/op");
    }

    @Test
    void saysNothingToAClientThatWentAway() throws Exception {
        assertThat(perform(get("/fail/gone")).getContentAsString()).isEmpty();
    }

    @Test
    void answersForAMissingHandler() throws Exception {
        assertCode(perform(get("/nowhere")), 404, "not-found");
    }

    @Test
    void answersForAWrongMethodAndNamesTheRightOnes() throws Exception {
        MockHttpServletResponse response = perform(put("/fail/bug"));

        assertCode(response, 405, "method-not-allowed");
        assertThat(response.getHeader("Allow")).contains("GET");
    }

    @Test
    void answersForAWrongMediaType() throws Exception {
        assertCode(perform(post("/body").contentType(TEXT_PLAIN).content("x")), 415, "unsupported-media-type");
    }

    @Test
    void answersForAMediaTypeThatCannotBeGiven() throws Exception {
        assertCode(perform(get("/json").accept("image/png")), 406, "not-acceptable");
    }

    @Test
    void answersForMalformedJson() throws Exception {
        MockHttpServletResponse response =
                perform(post("/body").contentType(APPLICATION_JSON).content("{\"names\":[\n"));

        assertCode(response, 400, "invalid-request");
        assertThat(json(response).get("detail").asString()).contains("not JSON", "line 2");
    }

    @Test
    void pointsAtAJsonValueOfTheWrongKind() throws Exception {
        MockHttpServletResponse response =
                perform(post("/body").contentType(APPLICATION_JSON).content("{\"sizes\":[1, \"wide\"]}"));

        assertCode(response, 400, "invalid-request");
        assertThat(json(response).get("pointer").asString()).isEqualTo("/sizes/1");
        assertThat(response.getContentAsString()).doesNotContain("java.", "imagemill.platform");
    }

    @Test
    void answersForAnEmptyJsonBody() throws Exception {
        assertCode(perform(post("/body").contentType(APPLICATION_JSON)), 400, "invalid-request");
    }

    @Test
    void answersForAMissingParameter() throws Exception {
        MockHttpServletResponse response = perform(get("/parameter"));

        assertCode(response, 400, "invalid-request");
        assertThat(json(response).get("detail").asString()).contains("limit");
    }

    @Test
    void answersForAParameterOfTheWrongType() throws Exception {
        MockHttpServletResponse response = perform(get("/parameter").param("limit", "many"));

        assertCode(response, 400, "invalid-request");
        assertThat(json(response).get("detail").asString()).contains("limit");
    }

    @Test
    void findsNothingUnderThePathOfTheErrorPage() throws Exception {
        assertCode(perform(get("/error")), 404, "not-found");
    }

    @Test
    void keepsWhatWasWrongWhereTheServerMakesAnErrorPageOfIt() throws Exception {
        RequestBuilder errorPage = get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 400)
                .requestAttr(ProblemAdvice.PROBLEM, Problem.of(ProblemType.UPLOAD_INTERRUPTED, "broke off"));

        assertCode(perform(errorPage), 400, "upload-interrupted");
    }

    @Test
    void goesByTheStatusWhereTheErrorPageIsAboutSomethingElse() throws Exception {
        RequestBuilder errorPage = get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 413)
                .requestAttr(ProblemAdvice.PROBLEM, Problem.of(ProblemType.UPLOAD_INTERRUPTED, "broke off"));

        assertCode(perform(errorPage), 413, "too-many-bytes");
    }

    private MockHttpServletResponse perform(RequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static void assertCode(MockHttpServletResponse response, int status, String code) throws Exception {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(json(response).get("code").asString()).isEqualTo(code);
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JsonMapper.shared().readTree(response.getContentAsString());
    }

    record Body(List<String> names, List<Integer> sizes) {}

    @RestController
    static class Failing {
        @GetMapping("/fail/{name}")
        String fail(@PathVariable("name") String name) throws Exception {
            throw requireNonNull(FAILURES.get(name), name).get();
        }

        @PostMapping(path = "/body", consumes = "application/json")
        Body body(@RequestBody Body body) {
            return body;
        }

        @GetMapping(path = "/json", produces = "application/json")
        Map<String, String> json() {
            return Map.of();
        }

        @GetMapping("/parameter")
        String parameter(@RequestParam("limit") int limit) {
            return String.valueOf(limit);
        }
    }
}
