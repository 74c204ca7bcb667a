package dev.imagemill.transform.bench;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.util.List;

/** A look at a source's header, with the care that its pixels are read with: at the bench, under its limits, noted in the crash journal. */
public final class SourceGlance {
    private SourceGlance() {}

    /**
     * What the header says. The source is not released.
     *
     * @throws ProblemException if it is not an image, or one that cannot be read or is too large, or there is no time or room
     */
    public static ImageInfo at(HeldSource source, Bench bench) {
        try {
            return new SourceMaking<>(bench, new NothingWanted(source)).info();
        } catch (ProblemException known) {
            throw known;
        } catch (RuntimeException | Error | InterruptedException failure) {
            throw new ProblemException(Failures.problem(failure), failure);
        }
    }

    private record NothingWanted(HeldSource source) implements Assignment<Problem> {
        @Override
        public String sha256() {
            return source.sha256();
        }

        @Override
        public long bytes() {
            return source.bytes();
        }

        @Override
        public Lane lane() {
            return source.lane();
        }

        @Override
        public Source fetch(Hand hand) throws InterruptedException {
            return source.fetch(hand);
        }

        @Override
        public List<Pipeline> pipelines() {
            return List.of();
        }

        @Override
        public Problem finish(int index, Outcome.Rendered rendered) {
            throw new IllegalStateException("nothing was to be made");
        }

        @Override
        public Problem refuse(int index, Problem problem) {
            return problem;
        }
    }
}
