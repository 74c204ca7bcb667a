package dev.imagemill.storage.job;

import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.storage.database.Columns;
import dev.imagemill.storage.loop.Signal;
import dev.imagemill.storage.mark.WatermarkImages;
import dev.imagemill.storage.preset.PresetCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes jobs in: resolves the preset, fixes the selection, and writes the job with its exact number of items. */
@Component
class JobSubmission {
    /**
     * What makes a request the same as an earlier one.
     *
     * @param key the caller's idempotency key
     * @param digest digest of what was asked for
     */
    record Idempotency(@Nullable String key, String digest) {}

    private record Known(UUID job, String digest) {}

    private static final String INSERT = """
            INSERT INTO job (id, state, preset, preset_revision, renditions, selection, name_prefix, selected_ids,
                             selected_count, bound, total, idempotency_key, request_digest, traceparent)
            VALUES (:id, 'QUEUED', :preset, :revision, :renditions, :selection, :prefix, :ids, :count, :bound, :total,
                    :key, :digest, :trace)
            """;
    /** Such a job has nothing to be expanded and is at its end at once. */
    private static final String EMPTY =
            "UPDATE job SET state = 'RUNNING', started_at = now(), planned_at = now() WHERE id = :id AND total = 0";

    private final JdbcClient jdbc;
    private final PresetCatalogue presets;
    private final WatermarkImages marks;
    private final SelectionCount selections;
    private final JobCounters counters;
    private final TransactionOperations transaction;
    private final Signal signal;
    private final Traces traces;

    JobSubmission(
            JdbcClient jdbc,
            PresetCatalogue presets,
            WatermarkImages marks,
            SelectionCount selections,
            JobCounters counters,
            TransactionOperations transaction,
            Signal signal,
            Traces traces) {
        this.jdbc = jdbc;
        this.presets = presets;
        this.marks = marks;
        this.selections = selections;
        this.counters = counters;
        this.transaction = transaction;
        this.signal = signal;
        this.traces = traces;
    }

    /** The id of the new job, or of the one that the same request made before. */
    UUID submit(JobRequest asked, Idempotency idempotency) {
        Optional<UUID> before = known(idempotency);
        if (before.isPresent()) {
            return before.get();
        }
        JobRequest request =
                new JobRequest(asked.preset(), marks.replace(asked.renditions(), "/renditions"), asked.selection());
        Optional<Preset> preset = Optional.ofNullable(request.preset()).map(this::preset);
        SelectionCount.Counted counted = selections.count(request.selection());
        UUID id = Uuid7.next();
        try {
            transaction.executeWithoutResult(status -> insert(id, request, preset.orElse(null), counted, idempotency));
        } catch (DuplicateKeyException e) {
            return known(idempotency).orElseThrow(() -> e);
        }
        signal.committed();
        return id;
    }

    private Optional<UUID> known(Idempotency idempotency) {
        if (idempotency.key() == null) {
            return Optional.empty();
        }
        Optional<Known> known = jdbc.sql("SELECT id, request_digest FROM job WHERE idempotency_key = :key")
                .param("key", idempotency.key())
                .query((row, number) -> new Known(Columns.uuid(row, "id"), Columns.digest(row, "request_digest")))
                .optional();
        if (known.isPresent() && !known.get().digest().equals(idempotency.digest())) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "the key was used for job %s, which asked for something else"
                            .formatted(known.get().job()));
        }
        return known.map(Known::job);
    }

    private Preset preset(String name) {
        return presets.find(name)
                .orElseThrow(() -> Problem.at(
                                ProblemType.UNKNOWN_PRESET, "/preset", "there is no preset \"%s\"".formatted(name))
                        .exception());
    }

    private void insert(
            UUID id,
            JobRequest request,
            @Nullable Preset preset,
            SelectionCount.Counted counted,
            Idempotency idempotency) {
        List<RenditionSpec> renditions = preset == null ? request.renditions() : preset.renditions();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("preset", preset == null ? null : preset.name())
                .param("revision", preset == null ? null : preset.revision())
                .param("renditions", Job.writeRenditions(renditions))
                .param("selection", counted.kind().name())
                .param("prefix", counted.namePrefix())
                .param("ids", counted.idArray())
                .param("count", counted.images())
                .param("bound", counted.bound())
                .param("total", counted.images() * renditions.size())
                .param("key", idempotency.key())
                .param("digest", Columns.digest(idempotency.digest()))
                .param("trace", traces.current())
                .update();
        if (jdbc.sql(EMPTY).param("id", id).update() > 0) {
            counters.completeEnded(List.of(id));
        }
    }
}
