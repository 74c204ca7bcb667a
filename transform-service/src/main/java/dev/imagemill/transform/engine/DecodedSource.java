package dev.imagemill.transform.engine;

import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import java.util.ArrayList;
import java.util.List;

/** A decoded source, from which renditions are made, by any threads at a time, until it is closed. */
public final class DecodedSource implements AutoCloseable {
    private final SourcePlan plan;
    private final DecodedImage decoded;
    private final int reduction;
    /** The decoded picture and its halvings, as far as any pipeline wanted them. */
    private final List<Image> halvings = new ArrayList<>();

    DecodedSource(SourcePlan plan, DecodedImage decoded) {
        this.plan = plan;
        this.decoded = decoded;
        this.reduction = reduction(plan.info().size(), decoded.image().size(), plan.reduction());
        halvings.add(decoded.image());
    }

    /** Makes one rendition, given by the position of its pipeline in the list that was planned for. */
    public Outcome render(int pipeline) {
        return plan.refusal(pipeline).orElseGet(() -> render(plan.demand(pipeline)));
    }

    private Outcome render(Demand demand) {
        Pipeline pipeline = demand.pipeline();
        try {
            Picture picture = start(demand.reduction());
            for (int i = 0; i < demand.steps().size(); i++) {
                picture = apply(demand.steps().get(i), i, picture);
            }
            Image result = picture.finish();
            byte[] bytes = Encoding.encode(result, pipeline.output());
            return new Outcome.Rendered(bytes, pipeline.output().format().mediaType(), result.size());
        } catch (ProblemException problem) {
            return new Outcome.Refused(problem.problem());
        } catch (UnsupportedOperationException | ImageFormatException unsupported) {
            return refused(ProblemType.UNSUPPORTED_CONVERSION, unsupported);
        } catch (CodecException refusal) {
            return new Outcome.Refused(CodecProblems.problem(refusal).problem());
        }
    }

    private static Picture apply(Step step, int index, Picture picture) {
        try {
            return step.apply(picture);
        } catch (ProblemException impossible) {
            throw new ProblemException(impossible.problem().within("/operations/" + index), impossible);
        }
    }

    private static Outcome refused(ProblemType type, RuntimeException cause) {
        String message = cause.getMessage();
        return new Outcome.Refused(Problem.of(type, message == null ? type.title() : message));
    }

    /** The source averaged as far as this pipeline allows, twice the pixels that it needs being left in each direction. */
    private Picture start(int mostReduction) {
        int halved = 0;
        while ((long) reduction << (halved + 2) <= mostReduction) {
            halved++;
        }
        return new Picture(
                halving(halved),
                plan.info().size(),
                reduction << halved,
                Turn.NONE,
                plan.info().orientation());
    }

    private synchronized Image halving(int times) {
        while (halvings.size() <= times) {
            halvings.add(halvings.getLast().reduce(2, 2));
        }
        return halvings.get(times);
    }

    /** By how much the decoder did reduce the picture, of which less than was allowed it is right, too. */
    private static int reduction(ImageSize stored, ImageSize decoded, int allowed) {
        for (int by = allowed; by >= 1; by--) {
            if (Picture.isReduced(stored, by, decoded)) {
                return by;
            }
        }
        throw new IllegalStateException("the decoder made " + decoded + " of " + stored);
    }

    @Override
    public void close() {
        decoded.close();
    }
}
