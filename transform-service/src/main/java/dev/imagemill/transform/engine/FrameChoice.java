package dev.imagemill.transform.engine;

import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Frames;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which frames of a source a pipeline takes: those that it asks for; else all frames of an animation, and all pages of a TIFF for a TIFF; of these only the first if the
 * output holds no more.
 */
final class FrameChoice {
    private static final int[] FIRST = {0};

    private final ImageInfo source;
    private final Limits limits;
    private final SourceFrames frames;

    /** @param frames asked only if a pipeline takes another frame than the first */
    FrameChoice(ImageInfo source, Limits limits, SourceFrames frames) {
        this.source = source;
        this.limits = limits;
        this.frames = frames;
    }

    /**
     * The frames' numbers, at least one.
     *
     * @throws ProblemException if there are no such frames, they cannot be decoded together, or are too many
     */
    int[] of(Pipeline pipeline) {
        boolean asked = pipeline.operations().stream().anyMatch(Frames.class::isInstance);
        int[] taken =
                asked ? asked(pipeline.operations()) : all(pipeline.output().format());
        int[] kept = pipeline.output().format().holdsFrames() ? taken : new int[] {taken[0]};
        if (Arrays.equals(kept, FIRST)) {
            return kept;
        }
        if (frames.animation().isEmpty()) {
            if (!asked) {
                return FIRST;
            }
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_IMAGE, "the image's pages differ in size, so only its first can be taken");
        }
        try {
            limits.checkFrames(source.size(), kept.length);
            limits.checkFrames(pipeline.resultSize(source.size(), source.orientation()), kept.length);
        } catch (CodecException tooMany) {
            throw CodecProblems.problem(tooMany);
        }
        return kept;
    }

    private int[] asked(List<Operation> operations) {
        int[] taken = IntStream.range(0, source.pages()).toArray();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof Frames some) {
                int[] before = taken;
                taken = Arrays.stream(select(some, before.length, i))
                        .map(index -> before[index])
                        .toArray();
            }
        }
        return taken;
    }

    private static int[] select(Frames frames, int count, int at) {
        try {
            return frames.select(count);
        } catch (ProblemException outside) {
            throw new ProblemException(outside.problem().within("/operations/" + at), outside);
        }
    }

    private int[] all(OutputFormat output) {
        boolean moves = source.format() == ImageFormat.GIF || source.format() == ImageFormat.WEBP;
        boolean stays = source.format() == ImageFormat.TIFF && output == OutputFormat.TIFF;
        return output.holdsFrames() && (moves || stays)
                ? IntStream.range(0, source.pages()).toArray()
                : FIRST;
    }
}
