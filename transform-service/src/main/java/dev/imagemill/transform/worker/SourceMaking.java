package dev.imagemill.transform.worker;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.RenditionKey;
import dev.imagemill.transform.engine.DecodedSource;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import dev.imagemill.transform.engine.SourcePlan;
import dev.imagemill.transform.worker.ComputePool.Urgency;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One source of which renditions are missing: fetched once, decoded once, each rendition stored as soon as it is encoded.
 *
 * <p>The plan is always made for everything that is wanted of the source, also for what is there already, so that a
 * chunk that is delivered again makes the same bytes as the first time.
 */
final class SourceMaking {
    private final Bench bench;
    private final RenditionStore store;
    private final SourceWork work;
    private final Lane lane;
    private final Hand hand = new Hand();
    private boolean decoded;

    SourceMaking(Bench bench, RenditionStore store, SourceWork work, Lane lane) {
        this.bench = bench;
        this.store = store;
        this.work = work;
        this.lane = lane;
    }

    /** Whether pixels were to be decoded. */
    boolean decoded() {
        return decoded;
    }

    /**
     * Makes renditions.
     *
     * @param missing their indices in the work
     * @return one result each
     */
    List<ItemResult> make(List<Integer> missing) {
        try {
            Renderer renderer = open(missing);
            return Fork.all(missing, index -> rendition(renderer, index));
        } catch (RuntimeException | Error | InterruptedException failure) {
            Problem problem = Failures.problem(failure);
            return missing.stream().map(index -> result(index, problem)).toList();
        }
    }

    /** Something that makes the rendition of an index. */
    private interface Renderer {
        Outcome render(int index);
    }

    /** Takes the source in hand. What comes back is used once for each missing rendition, and then everything is given back. */
    private Renderer open(List<Integer> missing) throws InterruptedException {
        try {
            requireDoable(missing);
            Source source = fetch();
            SourcePlan plan = takeInHand(source);
            Renderer renderer = plan.needsPixels()
                    ? decode(plan)::render
                    : index -> plan.refusal(index).orElseThrow();
            missing.forEach(_ -> hand.join());
            return renderer;
        } finally {
            hand.leave();
        }
    }

    private void requireDoable(List<Integer> missing) {
        BlobRef blob = work.blob();
        if (blob.bytes() > bench.limits().maxBytes()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_BYTES,
                    "the source has " + blob.bytes() + " bytes, and at most "
                            + bench.limits().maxBytes() + " are allowed");
        }
        if (bench.journal().convicts(blob.sha256())) {
            throw new ProblemException(
                    ProblemType.DECODER_CRASHED,
                    "the worker crashed " + CrashJournal.CONVICTING_CRASHES + " times with this image in hand");
        }
        for (int index : missing) {
            requireOwnRevision(work.renditions().get(index));
        }
    }

    /** Another revision of the engine would make other pixels than the key promises. */
    private void requireOwnRevision(WantedRendition wanted) {
        String own = RenditionKey.of(work.blob().sha256(), wanted.pipeline().digest())
                .digest();
        if (!own.equals(wanted.key())) {
            throw new ProblemException(
                    ProblemType.INTERNAL_ERROR, "the rendition was asked for by its key of another engine revision");
        }
    }

    private Source fetch() throws InterruptedException {
        if (work.blob().bytes() <= RenditionStore.MOST_IN_MEMORY) {
            return Source.of(store.source(work.blob()));
        }
        return Source.of(hand.hold(store.sourceFile(work.blob())).path());
    }

    private SourcePlan takeInHand(Source source) throws InterruptedException {
        String sha256 = work.blob().sha256();
        boolean suspect = bench.journal().suspects(sha256);
        if (suspect) {
            hand.hold(bench.memory().takeAll(bench.timeLimit()));
        }
        bench.journal().begin(sha256);
        hand.hold(() -> bench.journal().end(sha256));
        List<Pipeline> pipelines =
                work.renditions().stream().map(WantedRendition::pipeline).toList();
        hand.join();
        SourcePlan plan = compute(sourceUrgency(), () -> bench.engine().plan(source, pipelines));
        if (!suspect && plan.needsPixels()) {
            hand.hold(bench.memory().take(plan.memory(), bench.timeLimit()));
        }
        return plan;
    }

    private DecodedSource decode(SourcePlan plan) throws InterruptedException {
        decoded = true;
        bench.meters().decoding();
        hand.join();
        return compute(sourceUrgency(), () -> hand.hold(plan.decode()));
    }

    private ItemResult rendition(Renderer renderer, int index) {
        WantedRendition wanted = work.renditions().get(index);
        try {
            return switch (compute(renditionUrgency(), () -> renderer.render(index))) {
                case Outcome.Rendered rendered -> store.store(wanted, rendered);
                case Outcome.Refused refused -> ItemResult.of(wanted.item(), refused.problem());
            };
        } catch (RuntimeException | Error | InterruptedException failure) {
            return ItemResult.of(wanted.item(), Failures.problem(failure));
        }
    }

    /**
     * Computes for one who has joined the hand, and lets go of it when the computation ends. One that is interrupted while
     * it waits cannot know when that is, and keeps it for ever.
     */
    private <T> T compute(Urgency urgency, Callable<T> task) throws InterruptedException {
        try {
            T result = bench.pool().run(urgency, bench.timeLimit(), task);
            hand.leave();
            return result;
        } catch (TimeLimitExceeded late) {
            var unused = late.end().whenComplete((_, _) -> hand.leave());
            throw late;
        } catch (RuntimeException | Error failure) {
            hand.leave();
            throw failure;
        }
    }

    private ItemResult result(int index, Problem problem) {
        return ItemResult.of(work.renditions().get(index).item(), problem);
    }

    private Urgency sourceUrgency() {
        return switch (lane) {
            case INTERACTIVE -> Urgency.INTERACTIVE_SOURCE;
            case BULK -> Urgency.BULK_SOURCE;
        };
    }

    private Urgency renditionUrgency() {
        return switch (lane) {
            case INTERACTIVE -> Urgency.INTERACTIVE_RENDITION;
            case BULK -> Urgency.BULK_RENDITION;
        };
    }
}
