package dev.imagemill.transform.bench;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.trace.LogIds;
import dev.imagemill.platform.trace.Work;
import dev.imagemill.transform.bench.ComputePool.Urgency;
import dev.imagemill.transform.bench.Stages.Stage;
import dev.imagemill.transform.engine.Aids;
import dev.imagemill.transform.engine.DecodedSource;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import dev.imagemill.transform.engine.SourcePlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One source of which renditions are to be made: fetched once, decoded once, or once for each {@link Portion} that memory has room for, and each
 * rendition handed on as soon as it is encoded.
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
    /** A suspect has all memory, for as long as it is in hand. */
    private boolean alone;

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
        Map<Integer, R> results = new HashMap<>();
        hand.hold(assignment::release);
        try {
            requireDoable();
            Aids aids = new Aids(
                    new MarkMaking(bench, assignment.lane()).gather(assignment.pipelines()),
                    bench.profiles().gather(assignment.pipelines()));
            SourcePlan plan = takeInHand(assignment.fetch(hand), aids, bench.journal()::end);
            for (Portion portion : Portion.of(plan, wanted, bench.memory())) {
                results.putAll(make(portion));
            }
        } catch (RuntimeException | Error | InterruptedException failure) {
            Problem problem = Failures.problem(failure);
            wanted.forEach(index -> results.computeIfAbsent(index, _ -> assignment.refuse(index, problem)));
        } finally {
            hand.leave();
        }
        return wanted.stream().map(index -> requireNonNull(results.get(index))).toList();
    }

    private Map<Integer, R> make(Portion portion) throws InterruptedException {
        return switch (portion) {
            case Portion.Possible possible -> make(possible);
            case Portion.TooLarge tooLarge ->
                Map.of(tooLarge.index(), assignment.refuse(tooLarge.index(), tooLarge.problem()));
        };
    }

    private Map<Integer, R> make(Portion.Possible portion) throws InterruptedException {
        List<Integer> wanted = portion.wanted();
        Hand held = hand.part();
        Renderer renderer = open(portion.plan(), wanted, held);
        List<R> made = Fork.all(wanted, index -> rendition(renderer, index, held));
        return IntStream.range(0, made.size()).boxed().collect(Collectors.toMap(wanted::get, made::get));
    }

    /** What the source's header says; nothing is made then, so a suspect stays one. */
    ImageInfo info() throws InterruptedException {
        hand.hold(assignment::release);
        try {
            requireDoable();
            return takeInHand(assignment.fetch(hand), Aids.NONE, bench.journal()::leave)
                    .info();
        } finally {
            hand.leave();
        }
    }

    /** Something that makes the rendition of an index. */
    private interface Renderer {
        Outcome render(int index);
    }

    /** Decodes. What comes back is used once for each wanted rendition, and then what the portion holds is given back. */
    private Renderer open(SourcePlan plan, List<Integer> wanted, Hand held) throws InterruptedException {
        try {
            Renderer renderer = plan.needsPixels()
                    ? decode(plan, held)::render
                    : index -> plan.refusal(index).orElseThrow();
            wanted.forEach(_ -> held.join());
            return renderer;
        } finally {
            held.leave();
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

    private SourcePlan takeInHand(Source source, Aids aids, Consumer<String> letGo) throws InterruptedException {
        String sha256 = assignment.sha256();
        if (bench.journal().suspects(sha256)) {
            alone = true;
            hand.hold(bench.memory().takeAll(bench.timeLimit()));
        }
        bench.journal().begin(sha256);
        hand.hold(() -> letGo.accept(sha256));
        hand.join();
        return compute(
                hand,
                sourceUrgency(),
                () -> stages().time(Stage.PLAN, _ -> bench.engine().plan(source, assignment.pipelines(), aids)));
    }

    private DecodedSource decode(SourcePlan plan, Hand held) throws InterruptedException {
        if (!alone) {
            held.hold(bench.memory().take(plan.memory(), assignment.lane(), bench.timeLimit()));
        }
        decoded = true;
        bench.meters().decoding();
        held.join();
        return compute(held, sourceUrgency(), () -> held.hold(stages().time(Stage.DECODE, _ -> plan.decode())));
    }

    private R rendition(Renderer renderer, int index, Hand held) {
        WantedRendition wanted = assignment.wanted(index);
        try (LogIds _ = LogIds.of(LogIds.ITEM, wanted == null ? null : wanted.item())
                .and(LogIds.RENDITION, wanted == null ? null : wanted.name())) {
            return switch (compute(held, renditionUrgency(), () -> render(renderer, index))) {
                case Outcome.Rendered rendered -> assignment.finish(index, rendered);
                case Outcome.Refused refused -> assignment.refuse(index, refused.problem());
            };
        } catch (RuntimeException | Error | InterruptedException failure) {
            return assignment.refuse(index, Failures.problem(failure));
        }
    }

    private Outcome render(Renderer renderer, int index) {
        long begun = System.nanoTime();
        try (Work work = stages().begin("render")) {
            WantedRendition wanted = assignment.wanted(index);
            work.tag("imagemill.rendition", wanted == null ? null : wanted.name());
            Outcome outcome = renderer.render(index);
            switch (outcome) {
                case Outcome.Rendered rendered -> {
                    Duration all = Duration.ofNanos(System.nanoTime() - begun);
                    stages().took(Stage.SCALE, all.minus(rendered.encoding()));
                    stages().took(Stage.ENCODE, rendered.encoding());
                    work.tag("imagemill.encode.micros", rendered.encoding().toNanos() / 1_000)
                            .tag("imagemill.bytes", rendered.bytes().length);
                }
                case Outcome.Refused refused ->
                    work.fail(refused.problem().code(), refused.problem().detail());
            }
            return outcome;
        }
    }

    private Stages stages() {
        return bench.meters().stages();
    }

    private <T> T compute(Hand held, Urgency urgency, Callable<T> task) throws InterruptedException {
        return compute(bench, held, urgency, task);
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
