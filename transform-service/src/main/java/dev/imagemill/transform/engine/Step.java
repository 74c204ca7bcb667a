package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Alpha;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Blur;
import dev.imagemill.contract.pipeline.Clip;
import dev.imagemill.contract.pipeline.Colorspace;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Flatten;
import dev.imagemill.contract.pipeline.Flip;
import dev.imagemill.contract.pipeline.Frames;
import dev.imagemill.contract.pipeline.Gamma;
import dev.imagemill.contract.pipeline.MapValues;
import dev.imagemill.contract.pipeline.Matrix;
import dev.imagemill.contract.pipeline.Normalize;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Pad;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Sharpen;
import dev.imagemill.contract.pipeline.Slice;
import dev.imagemill.contract.pipeline.Split;
import dev.imagemill.contract.pipeline.Transpose;
import dev.imagemill.contract.pipeline.Trim;
import dev.imagemill.contract.pipeline.Watermark;
import dev.imagemill.contract.problem.ProblemException;
import java.util.List;

/** What an operation does to pixels, and beforehand to their forecast. */
interface Step {
    /**
     * Follows the operation without pixels: what size it makes, and how far the source may be reduced before it.
     *
     * @throws ProblemException if it cannot be done on a picture of this size
     */
    void foresee(Forecast forecast);

    /** Does it, or notes it as pending where that is cheaper. */
    Picture apply(Picture picture);

    /** Does it to all frames of an animation, alike: what it finds out from pixels, it finds out from all of them. */
    default List<Picture> applyAll(List<Picture> frames) {
        return frames.stream().map(this::apply).toList();
    }

    /** The step that does an operation. */
    static Step of(Operation operation, Aids aids) {
        return switch (operation) {
            case Autorotate _ -> new AutorotateStep();
            case Rotate rotate ->
                rotate.byQuarters() ? new TurnStep(Turn.ofDegrees((int) rotate.degrees())) : new RotateStep(rotate);
            case Flip flip -> new TurnStep(Turn.ofFlip(flip.direction()));
            case Transpose transpose -> new TurnStep(Turn.ofDiagonal(transpose.diagonal()));
            case Crop crop -> new CropStep(crop);
            case Slice slice -> new SliceStep(slice);
            case Pad pad -> new PadStep(pad);
            case Trim trim -> new TrimStep(trim);
            case Scale scale -> new ScaleStep(scale);
            case Convert convert -> new ConvertStep(convert);
            case Colorspace colorspace -> new ColorspaceStep(colorspace, aids.profiles());
            case Alpha alpha -> new AlphaStep(alpha);
            case Flatten flatten -> new FlattenStep(flatten);
            case Clip _ -> new ClipStep();
            case Split split -> new SplitStep(split);
            case Gamma gamma -> new GammaStep(gamma);
            case Normalize normalize -> new NormalizeStep(normalize);
            case Matrix matrix -> new MatrixStep(matrix);
            case MapValues map -> new MapStep(map);
            case Blur blur -> new BlurStep(blur);
            case Sharpen sharpen -> new SharpenStep(sharpen);
            case Frames _ -> new FramesStep();
            case Watermark watermark -> new WatermarkStep(watermark, aids.marks());
        };
    }
}
