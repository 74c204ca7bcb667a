package dev.imagemill.transform.rendition;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.transform.bench.Assignment;
import dev.imagemill.transform.bench.Hand;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.util.List;

/** A stored source and one rendition of it, for somebody who waits. */
record FreshRendition(OpenSource source, WantedRendition wanted) implements Assignment<FreshRendition.Result> {
    /** What became of it. */
    sealed interface Result {
        /** The rendition; throws the problem if there is none. */
        Outcome.Rendered rendered();
    }

    private record Success(Outcome.Rendered rendered) implements Result {}

    private record Failure(Problem problem) implements Result {
        @Override
        public Outcome.Rendered rendered() {
            throw problem.exception();
        }
    }

    @Override
    public String sha256() {
        return source.blob().sha256();
    }

    @Override
    public long bytes() {
        return source.blob().bytes();
    }

    @Override
    public Lane lane() {
        return Lane.INTERACTIVE;
    }

    @Override
    public List<Pipeline> pipelines() {
        return List.of(wanted.pipeline());
    }

    @Override
    public WantedRendition wanted(int index) {
        return wanted;
    }

    @Override
    public Source fetch(Hand hand) throws InterruptedException {
        return source.fetch(hand);
    }

    @Override
    public Result finish(int index, Outcome.Rendered rendered) {
        return new Success(rendered);
    }

    @Override
    public Result refuse(int index, Problem problem) {
        return new Failure(problem);
    }
}
