package dev.imagemill.storage.job;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.storage.page.Cursor;
import dev.imagemill.storage.page.Limit;
import dev.imagemill.storage.page.Page;
import dev.imagemill.storage.request.JsonBody;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/jobs}: batch requests and their progress. */
@RestController
@RequestMapping("/v1/jobs")
class JobController {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final JobSubmission submission;
    private final JobCatalogue jobs;

    JobController(JobSubmission submission, JobCatalogue jobs) {
        this.submission = submission;
        this.jobs = jobs;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobDocument> submit(
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] body) {
        byte[] text = body == null ? new byte[0] : body;
        JobRequest request = JobRequestParser.parse(text);
        String digest = Sha256.of(JsonBody.tree(text).toString());
        UUID id = submission.submit(request, new JobSubmission.Idempotency(checked(key), digest));
        JobDocument document = get(id);
        return ResponseEntity.accepted().location(URI.create(document.href())).body(document);
    }

    @GetMapping
    Page<JobDocument> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.list(Limit.of(limit), Cursor.parse(cursor, JobCatalogue.CURSOR, 1))
                .map(JobDocument::of);
    }

    @GetMapping("/{id}")
    JobDocument get(@PathVariable UUID id) {
        return jobs.find(id).map(JobDocument::of).orElseThrow(() -> missing(id));
    }

    @GetMapping("/{id}/failures")
    Page<JobFailure> failures(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (!jobs.exists(id)) {
            throw missing(id);
        }
        return jobs.failures(id, Limit.of(limit), Cursor.parse(cursor, JobCatalogue.FAILURES_CURSOR, 2));
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || !KEY.matcher(key).matches())) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    IDEMPOTENCY_KEY + " is 1 to 255 printable ASCII characters, not all of them spaces");
        }
        return key;
    }

    private static ProblemException missing(UUID id) {
        return new ProblemException(ProblemType.JOB_NOT_FOUND, "there is no job " + id);
    }
}
