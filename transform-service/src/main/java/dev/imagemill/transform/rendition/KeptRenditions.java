package dev.imagemill.transform.rendition;

import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.RenditionKey;
import dev.imagemill.transform.bench.Assignment;
import dev.imagemill.transform.bench.Hand;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.util.List;

/**
 * A stored source, and renditions of it that are to be stored.
 *
 * @param missing positions of those that are not there yet
 */
record KeptRenditions(RenditionStore store, SourceWork work, List<Integer> missing, Lane lane)
        implements Assignment<ItemResult> {
    @Override
    public String sha256() {
        return work.blob().sha256();
    }

    @Override
    public long bytes() {
        return work.blob().bytes();
    }

    @Override
    public List<Pipeline> pipelines() {
        return work.renditions().stream().map(WantedRendition::pipeline).toList();
    }

    @Override
    public WantedRendition wanted(int index) {
        return work.renditions().get(index);
    }

    /** Another revision of the engine would make other pixels than the key promises. */
    @Override
    public void check() {
        for (int index : missing) {
            WantedRendition wanted = work.renditions().get(index);
            String own = RenditionKey.of(sha256(), wanted.pipeline().digest()).digest();
            if (!own.equals(wanted.key())) {
                throw new ProblemException(
                        ProblemType.INTERNAL_ERROR,
                        "the rendition was asked for by its key of another engine revision");
            }
        }
    }

    @Override
    public Source fetch(Hand hand) throws InterruptedException {
        return store.fetch(work.blob(), hand);
    }

    @Override
    public ItemResult finish(int index, Outcome.Rendered rendered) throws InterruptedException {
        return store.store(work.renditions().get(index), rendered);
    }

    @Override
    public ItemResult refuse(int index, Problem problem) {
        return ItemResult.of(work.renditions().get(index).item(), problem);
    }
}
