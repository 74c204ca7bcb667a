package dev.imagemill.transform.bench;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.transform.bench.ComputePool.Urgency;
import dev.imagemill.transform.engine.DecodedSource;
import dev.imagemill.transform.engine.Marks;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import dev.imagemill.transform.engine.SourcePlan;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * One source of which renditions are to be made: fetched once, decoded once, each rendition handed on as soon as it is encoded.
 *
 * <p>The plan is always made for everything that is wanted of the source, also for what is there already, so that an assignment
 * that comes again makes the same bytes as the first time.
 *
 * @param <R> what becomes of a pipeline
 */
public final class SourceMaking<R> {
    private final Bench bench;
    private final Assignment<R> assignment;
    private final Hand hand = new Hand();
    private boolean decoded;

    public SourceMaking(Bench bench, Assignment<R> assignment) {
        this.bench = bench;
        this.assignment = assignment;
    }

    /** Whether pixels were to be decoded. */
    public boolean decoded() {
        return decoded;
    }

    /**
     * Makes renditions. Whatever goes wrong becomes a result.
     *
     * @param wanted positions of their pipelines
     * @return one result each
     */
    public List<R> make(List<Integer> wanted) {
        try {
            Renderer renderer = open(wanted);
            return Fork.all(wanted, index -> rendition(renderer, index));
        } catch (RuntimeException | Error | InterruptedException failure) {
            Problem problem = Failures.problem(failure);
            return wanted.stream()
                    .map(index -> assignment.refuse(index, problem))
                    .toList();
        }
    }

    /** What the source's header says; nothing is made then, so a suspect stays one. */
    ImageInfo info() throws InterruptedException {
        hand.hold(assignment::release);
        try {
            requireDoable();
            return takeInHand(assignment.fetch(hand), Marks.NONE, bench.journal()::leave)
                    .info();
        } finally {
            hand.leave();
        }
    }

    /** Something that makes the rendition of an index. */
    private interface Renderer {
        Outcome render(int index);
    }

    /** Takes the source in hand. What comes back is used once for each wanted rendition, and then everything is given back. */
    private Renderer open(List<Integer> wanted) throws InterruptedException {
        hand.hold(assignment::release);
        try {
            requireDoable();
            Marks marks = new MarkMaking(bench, assignment.lane()).gather(assignment.pipelines());
            Source source = assignment.fetch(hand);
            SourcePlan plan = takeInHand(source, marks, bench.journal()::end);
            Renderer renderer = plan.needsPixels()
                    ? decode(plan)::render
                    : index -> plan.refusal(index).orElseThrow();
            wanted.forEach(_ -> hand.join());
            return renderer;
        } finally {
            hand.leave();
        }
    }

    private void requireDoable() {
        long most = bench.limits().maxBytes();
        if (assignment.bytes() > most) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_BYTES,
                    "the source has " + assignment.bytes() + " bytes, and at most " + most + " are allowed");
        }
        if (bench.journal().convicts(assignment.sha256())) {
            throw new ProblemException(
                    ProblemType.DECODER_CRASHED,
                    "the worker crashed " + CrashJournal.CONVICTING_CRASHES + " times with this image in hand");
        }
        assignment.check();
    }

    private SourcePlan takeInHand(Source source, Marks marks, Consumer<String> letGo) throws InterruptedException {
        String sha256 = assignment.sha256();
        boolean suspect = bench.journal().suspects(sha256);
        if (suspect) {
            hand.hold(bench.memory().takeAll(bench.timeLimit()));
        }
        bench.journal().begin(sha256);
        hand.hold(() -> letGo.accept(sha256));
        hand.join();
        SourcePlan plan = compute(sourceUrgency(), () -> bench.engine().plan(source, assignment.pipelines(), marks));
        if (!suspect && plan.needsPixels()) {
            hand.hold(bench.memory().take(plan.memory(), assignment.lane(), bench.timeLimit()));
        }
        return plan;
    }

    private DecodedSource decode(SourcePlan plan) throws InterruptedException {
        decoded = true;
        bench.meters().decoding();
        hand.join();
        return compute(sourceUrgency(), () -> hand.hold(plan.decode()));
    }

    private R rendition(Renderer renderer, int index) {
        try {
            return switch (compute(renditionUrgency(), () -> renderer.render(index))) {
                case Outcome.Rendered rendered -> assignment.finish(index, rendered);
                case Outcome.Refused refused -> assignment.refuse(index, refused.problem());
            };
        } catch (RuntimeException | Error | InterruptedException failure) {
            return assignment.refuse(index, Failures.problem(failure));
        }
    }

    private <T> T compute(Urgency urgency, Callable<T> task) throws InterruptedException {
        return compute(bench, hand, urgency, task);
    }

    /** Computes for one who has joined the hand, and lets go of it when the computation ends, or will never begin. */
    static <T> T compute(Bench bench, Hand hand, Urgency urgency, Callable<T> task) throws InterruptedException {
        try {
            T result = bench.pool().run(urgency, bench.timeLimit(), task);
            hand.leave();
            return result;
        } catch (StillRunning late) {
            var unused = late.end().whenComplete((_, _) -> hand.leave());
            throw late;
        } catch (RuntimeException | Error | InterruptedException failure) {
            hand.leave();
            throw failure;
        }
    }

    private Urgency sourceUrgency() {
        return assignment.lane() == Lane.INTERACTIVE ? Urgency.INTERACTIVE_SOURCE : Urgency.BULK_SOURCE;
    }

    private Urgency renditionUrgency() {
        return assignment.lane() == Lane.INTERACTIVE ? Urgency.INTERACTIVE_RENDITION : Urgency.BULK_RENDITION;
    }
}
