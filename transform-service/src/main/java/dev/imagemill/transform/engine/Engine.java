package dev.imagemill.transform.engine;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
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

    /** {@link #plan(Source, List, Aids)} for pipelines that need nothing else. */
    public SourcePlan plan(Source source, List<Pipeline> pipelines) {
        return plan(source, pipelines, Aids.NONE);
    }

    /**
     * Reads the source's header and finds out what has to be done, without decoding a pixel.
     *
     * @param aids those that the pipelines want
     * @throws ProblemException if the source is not an image, or one that cannot be read or is too large
     */
    public SourcePlan plan(Source source, List<Pipeline> pipelines, Aids aids) {
        try {
            return new SourcePlan(source, source.probe(limits), limits, pipelines, aids);
        } catch (CodecException refusal) {
            throw CodecProblems.problem(refusal);
        }
    }

    /**
     * Decodes a picture that watermarks are made with, upright and on the heap.
     *
     * @param mostBytes how much its pixels may take
     * @throws ProblemException if it cannot be read or is too large
     */
    public Image mark(Source source, long mostBytes) {
        try {
            ImageInfo info = source.probe(limits);
            long bytes = info.size().pixels() * info.mode().bytesPerPixel();
            if (bytes > mostBytes) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_PIXELS,
                        "the watermark's pixels take " + bytes + " bytes, and at most " + mostBytes + " are allowed");
            }
            try (DecodedImage decoded = source.decode(DecodeOptions.DEFAULT.withLimits(limits))) {
                Image pixels = decoded.image();
                Turn turn = Turn.ofExif(info.orientation());
                return turn == Turn.NONE ? pixels.copy() : turn.applyTo(pixels);
            }
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
