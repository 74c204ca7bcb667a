package dev.imagemill.transform.engine;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.pipeline.Colorspace;
import dev.imagemill.contract.pipeline.MetadataPolicy;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Subsampling;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import java.util.Optional;

/**
 * What one pipeline needs of a source, found from sizes alone.
 *
 * @param frames numbers of the source's frames that the result has, in their order
 * @param steps what is to be done, in its order
 * @param reduction the greatest power of two by which the source may be reduced beforehand and still be no smaller, in either
 *     axis, than what the pipeline's first scale operation makes of it; 1 if there is none, or what precedes it needs every pixel
 * @param jpegReduction the same for a JPEG that its decoder reduces, which cuts off frequencies instead of averaging pixels: more than
 *     {@code n + 1} pixels must become one for a reduction by {@code n}, as sharp has it
 * @param scale the first scale operation, if it stands before all else and takes the whole picture
 * @param peakPixels pixels of the largest picture that the pipeline's own operations make, the source not counted; of one frame
 */
@SuppressWarnings("ArrayRecordComponent") // looked at, never compared
record Demand(
        Pipeline pipeline,
        int[] frames,
        List<Step> steps,
        int reduction,
        int jpegReduction,
        Optional<WholeScale> scale,
        long peakPixels) {
    /**
     * Follows a pipeline's operations without pixels.
     *
     * @throws ProblemException if an operation is impossible on this source, or makes more pixels than {@code maxPixels}, in all frames together
     */
    static Demand of(Pipeline pipeline, ImageInfo source, long maxPixels, Aids aids, int... frames) {
        ImageSize result = pipeline.resultSize(source.size(), source.orientation());
        List<Step> steps = pipeline.operations().stream()
                .map(operation -> Step.of(operation, aids))
                .toList();
        Forecast forecast = new Forecast(source, maxPixels / frames.length);
        Optional<WholeScale> whole = Optional.empty();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof ScaleStep scale && WholeScale.mayFollow(steps.subList(0, i))) {
                whole = scale.whole(forecast);
            }
            foresee(steps.get(i), i, forecast);
        }
        return new Demand(
                pipeline,
                frames,
                steps,
                forecast.reduction(),
                forecast.jpegReduction(),
                whole.map(scale -> scale.withReduction(forecast.reduction())),
                Math.max(forecast.peakPixels(), result.pixels()));
    }

    private static void foresee(Step step, int index, Forecast forecast) {
        try {
            step.foresee(forecast);
        } catch (ProblemException impossible) {
            throw new ProblemException(impossible.problem().within("/operations/" + index), impossible);
        }
    }

    /** Whether the pipeline looks at colours as the source stores them, and not as sRGB. */
    boolean asStored() {
        return pipeline.operations().stream().anyMatch(Colorspace.class::isInstance);
    }

    /**
     * Whether the pipeline does nothing but lay the whole picture down and make a smaller one of it, of halved colour and without metadata, so that it can be
     * done on luma and colour as a JPEG stores them.
     */
    boolean keepsHalvedColour() {
        Output output = pipeline.output();
        boolean halved = switch (output.format()) {
            case JPEG -> output.subsampling() == Subsampling.HALF;
            case WEBP -> !output.lossless();
            case PNG, AVIF, GIF, TIFF, NPY, RAW -> false;
        };
        return halved
                && output.metadata() == MetadataPolicy.STRIP
                && scale.isPresent()
                && steps.stream().filter(step -> !(step instanceof ScaleStep)).allMatch(Demand::lays)
                && steps.stream().filter(ScaleStep.class::isInstance).count() == 1;
    }

    private static boolean lays(Step step) {
        return step instanceof AutorotateStep || step instanceof TurnStep;
    }

    /** How a pipeline that {@link #keepsHalvedColour} lays the picture down. */
    Turn turn(ImageInfo source) {
        Forecast forecast = new Forecast(source, Long.MAX_VALUE);
        steps.stream().filter(Demand::lays).forEach(step -> step.foresee(forecast));
        return forecast.turn();
    }
}
