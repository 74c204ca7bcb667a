package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePlanTest {
    private static final Image PICTURE = Pictures.photograph(1600, 1200);
    private static final long WHOLE = 3L * 1600 * 1200;
    private static final long DECODED = WHOLE / 64;
    private static final long RESULT = 2L * 3 * 100 * 75;

    private static byte[] file(ImageFormat format, boolean progressive) {
        return Codec.encode(PICTURE, EncodeOptions.of(format).withProgressive(progressive));
    }

    private static long memory(Source source) {
        Pipeline small = Pipeline.of(Output.of(OutputFormat.PNG), Scale.inside(100, 100));
        return new Engine(Limits.DEFAULT).plan(source, List.of(small)).memory();
    }

    @Test
    void countsTheFrequenciesThatAProgressiveJpegIsHeldIn() {
        byte[] baseline = file(ImageFormat.JPEG, false);
        assertThat(memory(Source.of(baseline))).isEqualTo(2L * baseline.length + DECODED + RESULT);
        byte[] progressive = file(ImageFormat.JPEG, true);
        assertThat(memory(Source.of(progressive))).isEqualTo(2L * progressive.length + DECODED + RESULT + 2 * WHOLE);
    }

    @Test
    void countsTheWholePictureThatAnInterlacedPngIsDecodedTo() {
        byte[] inRows = file(ImageFormat.PNG, false);
        byte[] interlaced = file(ImageFormat.PNG, true);
        assertThat(memory(Source.of(interlaced)) - 2L * interlaced.length)
                .isEqualTo(memory(Source.of(inRows)) - 2L * inRows.length + WHOLE);
    }

    @Test
    void countsAFileAsItIsReadToMemory(@TempDir Path folder) throws IOException {
        byte[] bytes = file(ImageFormat.JPEG, false);
        Path path = Files.write(folder.resolve("file"), bytes);
        assertThat(memory(Source.of(path))).isEqualTo(memory(Source.of(bytes)) - bytes.length);
    }

    private static int reduction(Image picture, int width) {
        byte[] file = Codec.encode(picture, EncodeOptions.of(ImageFormat.WEBP));
        Pipeline small = Pipeline.of(Output.of(OutputFormat.PNG), Scale.inside(width, width));
        return new Engine(Limits.DEFAULT).plan(Source.of(file), List.of(small)).reduction();
    }

    @Test
    void hasAWebpReducedToWholePixelsWhileItIsDecoded() {
        assertThat(reduction(PICTURE, 100)).isEqualTo(8);
        assertThat(reduction(PICTURE, 400)).isEqualTo(2);
        assertThat(reduction(Pictures.photograph(1604, 1202), 100)).isEqualTo(2);
        assertThat(reduction(Pictures.photograph(1601, 1200), 100)).isEqualTo(1);
        Image transparent = PICTURE.convert(Mode.RGBA);
        transparent.setComponent(0, 0, 3, 0);
        assertThat(reduction(transparent, 100)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 500, 300, 200, 130, 60})
    void comesAsCloseToWhatAWebpHoldsAsIfItHadBeenDecodedWhole(int width) {
        byte[] file = Codec.encode(PICTURE, EncodeOptions.of(ImageFormat.WEBP).withQuality(95));
        Pipeline small = Pipeline.of(Output.of(OutputFormat.PNG), Scale.inside(width, width));
        Outcome outcome = new Engine(Limits.DEFAULT)
                .render(Source.of(file), List.of(small))
                .getFirst();
        Image made = Pictures.decode(Rendering.bytes(outcome));
        assertThat(Pictures.psnr(made, Pictures.decode(file).resize(made.size(), Filter.LANCZOS)))
                .isGreaterThan(43);
    }
}
