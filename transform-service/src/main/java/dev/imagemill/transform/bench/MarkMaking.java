package dev.imagemill.transform.bench;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.transform.bench.ComputePool.Urgency;
import dev.imagemill.transform.engine.Marks;
import dev.imagemill.transform.engine.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the watermarks here that pipelines want, before their source is taken in hand. They are decoded as carefully as sources: within the limits, against the
 * clock and noted in the crash journal. One that cannot be had fails the pipelines that want it, and no others.
 */
final class MarkMaking {
    private final Bench bench;
    private final Urgency urgency;
    private final Lane lane;

    MarkMaking(Bench bench, Lane lane) {
        this.bench = bench;
        this.lane = lane;
        this.urgency = lane == Lane.INTERACTIVE ? Urgency.INTERACTIVE_SOURCE : Urgency.BULK_SOURCE;
    }

    Marks gather(List<Pipeline> pipelines) throws InterruptedException {
        Set<String> wanted = pipelines.stream()
                .flatMap(pipeline -> pipeline.blobs().stream())
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Marks.NONE;
        }
        Map<String, Image> marks = new HashMap<>();
        Map<String, Problem> problems = new HashMap<>();
        for (String sha256 : wanted) {
            try {
                marks.put(sha256, mark(sha256));
            } catch (RuntimeException | Error failure) {
                problems.put(sha256, problem(sha256, failure));
            }
        }
        return sha256 -> {
            Image mark = marks.get(sha256);
            if (mark != null) {
                return mark;
            }
            Problem problem = problems.get(sha256);
            throw problem == null ? missing(sha256).exception() : problem.exception();
        };
    }

    private static Problem problem(String sha256, Throwable failure) {
        if (failure instanceof BlobNotFound) {
            return missing(sha256);
        }
        Problem problem = Failures.problem(failure);
        return Problem.of(problem.type(), "the watermark: " + problem.detail());
    }

    private static Problem missing(String sha256) {
        return Problem.of(
                ProblemType.WATERMARK_MISSING, "the watermark's file " + sha256 + " is not in object storage");
    }

    private Image mark(String sha256) throws InterruptedException {
        Optional<Image> kept = bench.marks().find(sha256);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (bench.journal().convicts(sha256)) {
            throw new ProblemException(
                    ProblemType.DECODER_CRASHED,
                    "the worker crashed " + CrashJournal.CONVICTING_CRASHES + " times with this image in hand");
        }
        Image mark = decode(sha256);
        bench.marks().keep(sha256, mark);
        return mark;
    }

    private Image decode(String sha256) throws InterruptedException {
        Hand hand = new Hand();
        try {
            long most = bench.marks().mostBytes();
            Source source = bench.marks().fetch(sha256, bench.limits().maxBytes(), hand);
            hand.hold(bench.memory().take(source.memory() + 2 * most, lane, bench.timeLimit()));
            bench.journal().begin(sha256);
            hand.hold(() -> bench.journal().end(sha256));
            hand.join();
            return SourceMaking.compute(
                    bench, hand, urgency, () -> bench.engine().mark(source, most));
        } finally {
            hand.leave();
        }
    }
}
