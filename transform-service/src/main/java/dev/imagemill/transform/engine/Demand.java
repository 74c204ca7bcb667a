package dev.imagemill.transform.engine;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Flip;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import java.util.List;

/**
 * What one pipeline needs of a source, found from sizes alone.
 *
 * @param reduction the greatest power of two by which the source may be reduced beforehand and still be no smaller, in either
 *     axis, than what the pipeline's first scale operation makes of it; 1 if there is none, or what precedes it needs every pixel
 * @param peakPixels pixels of the largest picture that the pipeline's own operations make, the source not counted
 */
record Demand(Pipeline pipeline, int reduction, long peakPixels) {
    private static final int MOST_REDUCTION = 1 << 15;

    /**
     * Walks through a pipeline's operations.
     *
     * @throws ProblemException if an operation is impossible on this source, or makes more pixels than {@code maxPixels}
     */
    static Demand of(Pipeline pipeline, ImageInfo source, long maxPixels) {
        ImageSize result = pipeline.resultSize(source.size(), source.orientation());
        Walk walk = new Walk(source, maxPixels);
        walk.follow(pipeline.operations());
        return new Demand(pipeline, walk.reduction, Math.max(walk.peakPixels, result.pixels()));
    }

    /** The size of a picture, and what has been found out, at one point of a pipeline. */
    private static final class Walk {
        private final long maxPixels;
        private ImageSize stored;
        private Turn turn = Turn.NONE;
        private int orientation;
        private int mostReduction = MOST_REDUCTION;
        private int reduction = 1;
        private long peakPixels;
        private boolean scaled;

        Walk(ImageInfo source, long maxPixels) {
            this.maxPixels = maxPixels;
            this.stored = source.size();
            this.orientation = source.orientation();
        }

        void follow(List<Operation> operations) {
            for (Operation operation : operations) {
                switch (operation) {
                    case Autorotate _ -> autorotate();
                    case Rotate rotate -> turn = turn.then(Turn.ofDegrees(rotate.degrees()));
                    case Flip flip -> turn = turn.then(Turn.ofFlip(flip.direction()));
                    case Crop crop -> crop(crop);
                    case Scale scale -> scale(scale);
                    case Convert _ -> made(stored);
                }
            }
        }

        private void autorotate() {
            turn = turn.then(Turn.ofExif(orientation));
            orientation = 1;
        }

        private void crop(Crop crop) {
            Region region = CropStep.region(crop, turn, stored);
            mostReduction = Math.min(mostReduction, CropStep.greatestReduction(region, stored));
            stored = region.size();
            made(stored);
        }

        private void scale(Scale scale) {
            ImageSize turned = turn.applyTo(stored);
            if (!scaled && scale.kernel() != Kernel.NEAREST) {
                int wanted = (int) Math.clamp(ScaleStep.factor(scale, turned), 1, MOST_REDUCTION);
                reduction = Math.min(mostReduction, Integer.highestOneBit(wanted));
            }
            scaled = true;
            made(scale.layout(turned).resized());
            stored = turn.applyTo(scale.resultSize(turned));
            made(stored);
        }

        private void made(ImageSize size) {
            if (size.pixels() > maxPixels) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_PIXELS,
                        "an operation makes " + size.width() + " x " + size.height() + " pixels, and at most "
                                + maxPixels + " are allowed");
            }
            peakPixels = Math.max(peakPixels, size.pixels());
        }
    }
}
