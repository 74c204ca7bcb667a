package dev.imagemill.transform.rendition;

import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.platform.trace.LogIds;
import dev.imagemill.platform.trace.Work;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.bench.Failures;
import dev.imagemill.transform.bench.Fork;
import dev.imagemill.transform.bench.SourceMaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes everything that is wanted of one source, or finds that it is there already. Called on a virtual thread, which
 * waits for all of it.
 */
public final class SourceWorker {
    private final RenditionStore store;
    private final Bench bench;

    public SourceWorker(RenditionStore store, Bench bench) {
        this.store = store;
        this.bench = bench;
    }

    /**
     * What became of a source.
     *
     * @param results one for each rendition that was wanted
     * @param decoded whether its pixels were to be decoded
     */
    public record Done(List<ItemResult> results, boolean decoded) {}

    /** Does the work; whatever goes wrong becomes a result. */
    public Done work(SourceWork work, Lane lane) {
        try (LogIds _ = LogIds.of(LogIds.IMAGE, work.imageId());
                Work shown = bench.meters().stages().begin("image")) {
            Done done = make(work, lane);
            shown.tag("imagemill.image.id", work.imageId())
                    .tag("imagemill.renditions", done.results().size())
                    .tag("imagemill.decoded", done.decoded());
            FailureLog.tell(work, done.results());
            return done;
        }
    }

    private Done make(SourceWork work, Lane lane) {
        List<Optional<ItemResult.Stored>> found;
        try {
            found = Fork.all(work.renditions(), store::find);
        } catch (RuntimeException | Error | InterruptedException failure) {
            return new Done(failed(work, failure), false);
        }
        List<ItemResult> results =
                new ArrayList<>(found.stream().flatMap(Optional::stream).toList());
        List<Integer> missing = IntStream.range(0, found.size())
                .filter(index -> found.get(index).isEmpty())
                .boxed()
                .toList();
        if (missing.isEmpty()) {
            return new Done(results, false);
        }
        SourceMaking<ItemResult> making = new SourceMaking<>(bench, new KeptRenditions(store, work, missing, lane));
        results.addAll(making.make(missing));
        return new Done(results, making.decoded());
    }

    private static List<ItemResult> failed(SourceWork work, Throwable failure) {
        Problem problem = Failures.problem(failure);
        return work.renditions().stream()
                .map(wanted -> ItemResult.of(wanted.item(), problem))
                .toList();
    }
}
