package dev.imagemill.transform.engine;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes renditions: bytes of an image and a list of pipelines in, encoded pictures out.
 *
 * <p>Stateless and safe for any number of threads. The same bytes and the same list of pipelines give the same renditions. How
 * far one rendition depends on which others are made with it, {@link SourcePlan} says.
 */
public final class Engine {
    private final Limits limits;

    /**
     * @param limits for sources; the limit of pixels holds for what an operation makes, too
     */
    public Engine(Limits limits) {
        this.limits = requireNonNull(limits, "limits is null");
    }

    /**
     * Reads the source's header and finds out what has to be done, without decoding a pixel.
     *
     * @throws ProblemException if the source is not an image, or one that cannot be read or is too large
     */
    public SourcePlan plan(Source source, List<Pipeline> pipelines) {
        try {
            return new SourcePlan(source, source.probe(limits), limits, pipelines);
        } catch (CodecException refusal) {
            throw CodecProblems.problem(refusal);
        }
    }

    /**
     * Everything in one call, on the calling thread.
     *
     * @return one outcome for each pipeline, in their order
     * @throws ProblemException if the source cannot be read
     */
    public List<Outcome> render(Source source, List<Pipeline> pipelines) {
        SourcePlan plan = plan(source, pipelines);
        List<Outcome> outcomes = new ArrayList<>(pipelines.size());
        if (!plan.needsPixels()) {
            for (int i = 0; i < pipelines.size(); i++) {
                outcomes.add(plan.refusal(i).orElseThrow());
            }
            return outcomes;
        }
        try (DecodedSource decoded = plan.decode()) {
            for (int i = 0; i < pipelines.size(); i++) {
                outcomes.add(decoded.render(i));
            }
        }
        return outcomes;
    }
}
