package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Diagonal;
import dev.imagemill.contract.pipeline.Extend;
import dev.imagemill.contract.pipeline.Measure;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pad;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Slice;
import dev.imagemill.contract.pipeline.Transpose;
import dev.imagemill.contract.pipeline.Trim;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeometryStepsTest {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final Image PICTURE = Pictures.photograph(120, 80);

    private static Outcome outcome(byte[] source, Operation... operations) {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.PNG), operations);
        return ENGINE.render(Source.of(source), List.of(pipeline)).getFirst();
    }

    private static Image render(Image source, Operation... operations) {
        assertThat(outcome(Pictures.png(source), operations)).isInstanceOf(Outcome.Rendered.class);
        return Pictures.decode(((Outcome.Rendered) outcome(Pictures.png(source), operations)).bytes());
    }

    private static void assertEqual(Image actual, Image expected) {
        assertThat(Pictures.psnr(actual, expected)).isInfinite();
    }

    @Test
    void mirrorsAlongBothDiagonals() {
        assertEqual(render(PICTURE, new Transpose(Diagonal.MAIN)), PICTURE.transpose());
        assertEqual(render(PICTURE, new Transpose(Diagonal.ANTI)), PICTURE.transverse());
    }

    @Test
    void slicesBackwardsAndWithSteps() {
        var x = dev.imagemill.imageop.Slice.every(-2);
        var y = dev.imagemill.imageop.Slice.of(10, -10, 3);
        assertEqual(render(PICTURE, new Slice(x, y)), PICTURE.slice(x, y));
        assertEqual(
                render(PICTURE, new Rotate(90), new Slice(x, y)),
                PICTURE.rotate90().slice(x, y));
    }

    @Test
    void rotatesByAnyAngleOnItsBackground() {
        Color red = new Color(255, 0, 0, 255);
        Image rotated = render(PICTURE, new Rotate(30, red));
        assertEqual(rotated, PICTURE.rotate(30, 255, 0, 0));
        assertThat(rotated.size()).isEqualTo(new Rotate(30, red).resultSize(PICTURE.size()));
        Image clear = render(PICTURE, new Rotate(-30, new Color(0, 0, 0, 0)));
        assertThat(clear.mode()).isEqualTo(Mode.RGBA);
        assertThat(clear.component(0, 0, 3)).isZero();
    }

    @Test
    void rotatesWhatAViewerSees() {
        byte[] stored = Pictures.withOrientation(Pictures.jpeg(PICTURE), 6);
        Outcome.Rendered rendered = (Outcome.Rendered) outcome(stored, new Autorotate(), new Rotate(20));
        Image expected = Pictures.decode(Pictures.jpeg(PICTURE)).rotate270().rotate(20, 0, 0, 0);
        assertEqual(Pictures.decode(rendered.bytes()), expected);
    }

    @Test
    void rotatesEveryPixelBeforeItScales() {
        Image big = Pictures.photograph(800, 600);
        Image result = render(big, new Rotate(10), Scale.inside(90, 90));
        Image expected = big.rotate(10, 0, 0, 0).resize(result.size(), Filter.LANCZOS);
        assertThat(Pictures.psnr(result, expected)).isGreaterThan(45);
    }

    @ParameterizedTest
    @EnumSource(Extend.class)
    void continuesThePictureIntoItsBorder(Extend extend) {
        Image small = Pictures.photograph(5, 4);
        Pad pad = new Pad(7, 11, 9, 6, extend, extend == Extend.BACKGROUND ? Color.WHITE : Color.BLACK);
        Image padded = render(small, pad);
        assertThat(padded.size()).isEqualTo(new ImageSize(22, 20));
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 22; x++) {
                int sx = x - 6;
                int sy = y - 7;
                boolean inside = sx >= 0 && sx < 5 && sy >= 0 && sy < 4;
                for (int c = 0; c < 3; c++) {
                    long expected = !inside && extend == Extend.BACKGROUND
                            ? 255
                            : small.component(origin(sx, 5, extend), origin(sy, 4, extend), c);
                    assertThat(padded.component(x, y, c)).isEqualTo(expected);
                }
            }
        }
    }

    /** Walks one step at a time, as slow as can be. */
    private static int origin(int at, int length, Extend extend) {
        int position = 0;
        int direction = 1;
        for (int i = 0; i < at; i++) {
            int next = position + direction;
            if (next == length) {
                switch (extend) {
                    case COPY, BACKGROUND -> next = position;
                    case REPEAT -> next = 0;
                    case MIRROR -> {
                        direction = -1;
                        next = position;
                    }
                }
            } else if (next < 0) {
                direction = 1;
                next = 0;
            }
            position = next;
        }
        for (int i = 0; i > at; i--) {
            int next = position - direction;
            if (next < 0) {
                switch (extend) {
                    case COPY, BACKGROUND -> next = 0;
                    case REPEAT -> next = length - 1;
                    case MIRROR -> {
                        direction = -1;
                        next = 0;
                    }
                }
            } else if (next == length) {
                direction = 1;
                next = length - 1;
            }
            position = next;
        }
        return position;
    }

    @Test
    void padsWhatAViewerSeesAndGainsAlpha() {
        Image padded = render(PICTURE, new Rotate(90), new Pad(3, 0, 0, 0, Extend.BACKGROUND, new Color(1, 2, 3, 0)));
        assertThat(padded.mode()).isEqualTo(Mode.RGBA);
        assertThat(padded.size()).isEqualTo(new ImageSize(80, 123));
        assertThat(padded.component(0, 2, 3)).isZero();
        assertEqual(padded.crop(0, 3, 80, 120).convert(Mode.RGB), PICTURE.rotate90());
    }

    @Test
    void trimsBordersOfOneColor() {
        Image framed = Mount.lay(PICTURE, 13, 17, new ImageSize(170, 140), new Color(250, 0, 250, 255));
        assertEqual(render(framed, new Trim(0.04, null)), PICTURE);
        assertEqual(render(framed, new Rotate(90), new Trim(0.04, null)), PICTURE.rotate90());
        assertEqual(render(framed, new Trim(0.04, new Color(251, 1, 249, 255))), PICTURE);
        assertEqual(render(framed, new Trim(0.04, Color.BLACK)), framed);
    }

    @Test
    void leavesAPictureThatIsAllBorder() {
        Image plain = Images.filled(Mode.RGB, new ImageSize(30, 20), 9, 9, 9);
        assertEqual(render(plain, new Trim(0, null)), plain);
    }

    @Test
    void trimsBeforeItScales() {
        Image framed = Mount.lay(Pictures.photograph(800, 600), 100, 50, new ImageSize(1200, 700), Color.WHITE);
        Image result = render(framed, new Trim(0.04, null), Scale.inside(80, 80));
        assertThat(result.size()).isEqualTo(new ImageSize(80, 60));
    }

    @Test
    void refusesACropThatTrimLeftNoRoomFor() {
        Image framed = Mount.lay(PICTURE, 13, 17, new ImageSize(170, 140), new Color(250, 0, 250, 255));
        Outcome refused = outcome(Pictures.png(framed), new Trim(0.04, null), new Crop(0, 0, 150, 10));
        assertThat(refused).isInstanceOfSatisfying(Outcome.Refused.class, it -> {
            assertThat(it.problem().type()).isEqualTo(ProblemType.OPERATION_OUT_OF_BOUNDS);
            assertThat(it.problem().pointer()).isEqualTo("/operations/1");
        });
    }

    @Test
    void cropsPartsOfThePictureAsItLies() {
        Image source = Pictures.photograph(120, 80);
        Crop part = new Crop(0.25, 0.1, 0.5, 0.4, Measure.FRACTION);
        assertEqual(render(source, part), source.crop(30, 8, 60, 32));
        assertEqual(render(source, new Rotate(90), part), source.rotate90().crop(20, 12, 40, 48));
        assertThat(render(source, new Crop(0.3, 0, 0.33, 1, Measure.FRACTION), Scale.inside(20, 20))
                        .size())
                .isEqualTo(new ImageSize(10, 20));
    }
}
