package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.Gravity;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final long MOST_PIXELS = 100_000_000;

    @Test
    void takesTheGreatestPowerOfTwoThatLeavesEnoughPixels() {
        assertThat(reduction(3000, 2000, 1, Scale.inside(400, 400))).isEqualTo(4);
        assertThat(reduction(3200, 2000, 1, Scale.inside(400, 400))).isEqualTo(8);
        assertThat(reduction(3199, 2000, 1, Scale.inside(400, 400))).isEqualTo(4);
        assertThat(reduction(3000, 2000, 1, Scale.inside(1600, 1600))).isEqualTo(1);
    }

    @Test
    void leavesMorePixelsToAJpegThatIsReducedByItsDecoder() {
        assertThat(jpegReduction(3000, Scale.inside(1501, 1501))).isEqualTo(1);
        assertThat(jpegReduction(3000, Scale.inside(1001, 1001))).isEqualTo(1);
        assertThat(jpegReduction(3000, Scale.inside(1000, 1000))).isEqualTo(2);
        assertThat(jpegReduction(3000, Scale.inside(601, 601))).isEqualTo(2);
        assertThat(jpegReduction(3000, Scale.inside(600, 600))).isEqualTo(4);
        assertThat(jpegReduction(3000, Scale.inside(334, 334))).isEqualTo(4);
        assertThat(jpegReduction(3000, Scale.inside(333, 333))).isEqualTo(8);
        assertThat(jpegReduction(3000, new Crop(2, 16, 1600, 1600), Scale.inside(100, 100)))
                .isEqualTo(2);
        assertThat(jpegReduction(3000)).isEqualTo(1);
    }

    @Test
    void needsEveryPixelWithoutScaling() {
        assertThat(reduction(3000, 2000, 1)).isEqualTo(1);
        assertThat(reduction(3000, 2000, 1, new Rotate(90), new Convert(Mode.L)))
                .isEqualTo(1);
    }

    @Test
    void needsEveryPixelToEnlargeOrToPickSinglePixels() {
        Scale enlarging = new Scale(6000, null, null, Fit.INSIDE, Kernel.LANCZOS3, true, Gravity.CENTER, Color.BLACK);
        Scale picking = new Scale(100, null, null, Fit.INSIDE, Kernel.NEAREST, false, Gravity.CENTER, Color.BLACK);
        assertThat(reduction(3000, 2000, 1, enlarging)).isEqualTo(1);
        assertThat(reduction(3000, 2000, 1, picking)).isEqualTo(1);
    }

    @Test
    void averagesBeforeABoxOnlyWhatLiesWithinIt() {
        assertThat(reduction(3000, 2000, 1, boxed(375, 250))).isEqualTo(8);
        assertThat(reduction(3000, 2000, 1, boxed(250, 500))).isEqualTo(4);
        assertThat(reduction(3000, 2000, 1, boxed(400, 267))).isEqualTo(1);
    }

    private static Scale boxed(int width, int height) {
        return new Scale(width, height, null, Fit.FILL, Kernel.BOX, false, Gravity.CENTER, Color.BLACK);
    }

    @Test
    void looksAtTheAxisThatShrinksLeast() {
        assertThat(reduction(4000, 1000, 1, Scale.to(100, 500, Fit.FILL))).isEqualTo(2);
        assertThat(reduction(4000, 1000, 1, Scale.to(100, 100, Fit.COVER))).isEqualTo(8);
    }

    @Test
    void swapsTheAxesOfAPictureThatLiesOnItsSide() {
        assertThat(reduction(4000, 1000, 6, new Autorotate(), Scale.to(250, 500, Fit.FILL)))
                .isEqualTo(4);
        assertThat(reduction(4000, 1000, 6, Scale.to(250, 500, Fit.FILL))).isEqualTo(2);
    }

    @Test
    void reducesACroppedPictureOnlyAlongTheCropsEdges() {
        Scale scale = Scale.inside(100, 100);
        assertThat(reduction(3000, 2000, 1, new Crop(0, 0, 1600, 1600), scale)).isEqualTo(16);
        assertThat(reduction(3000, 2000, 1, new Crop(8, 16, 1600, 1600), scale)).isEqualTo(8);
        assertThat(reduction(3000, 2000, 1, new Crop(2, 16, 1600, 1600), scale)).isEqualTo(2);
        assertThat(reduction(3000, 2000, 1, new Crop(7, 16, 1600, 1600), scale)).isEqualTo(1);
    }

    @Test
    void letsACropEndAtThePicturesOwnEdge() {
        assertThat(reduction(3001, 2003, 1, new Crop(1000, 1000, 2001, 1003), Scale.inside(200, 200)))
                .isEqualTo(8);
    }

    @Test
    void findsACropInATurnedPicture() {
        // Upright it starts 8 from the left; as stored, that is 8 from the bottom.
        assertThat(reduction(2000, 3001, 6, new Autorotate(), new Crop(8, 0, 1600, 1600), Scale.inside(100, 100)))
                .isEqualTo(1);
        assertThat(reduction(2000, 3008, 6, new Autorotate(), new Crop(8, 0, 1600, 1600), Scale.inside(100, 100)))
                .isEqualTo(8);
    }

    @Test
    void refusesACropOutsideThePicture() {
        assertThatThrownBy(() -> reduction(300, 200, 1, new Crop(200, 0, 200, 100)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.OPERATION_OUT_OF_BOUNDS);
                    assertThat(e.problem().pointer()).isEqualTo("/operations/0");
                });
    }

    @Test
    void refusesToMakeMorePixelsThanAllowed() {
        Scale huge = new Scale(20_000, 20_000, null, Fit.FILL, Kernel.BOX, true, Gravity.CENTER, Color.BLACK);
        assertThatThrownBy(() -> reduction(300, 200, 1, huge, Scale.inside(10, 10)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_MANY_PIXELS));
    }

    private static int jpegReduction(int side, Operation... operations) {
        return demand(side, side, 1, operations).jpegReduction();
    }

    private static int reduction(int width, int height, int orientation, Operation... operations) {
        return demand(width, height, orientation, operations).reduction();
    }

    private static Demand demand(int width, int height, int orientation, Operation... operations) {
        ImageInfo info = new ImageInfo(
                ImageFormat.JPEG, new ImageSize(width, height), Mode.RGB, 1, orientation, false, false, false);
        Pipeline pipeline = new Pipeline(List.of(operations), Output.of(OutputFormat.PNG));
        return Demand.of(pipeline, info, MOST_PIXELS, Aids.NONE, 0);
    }
}
