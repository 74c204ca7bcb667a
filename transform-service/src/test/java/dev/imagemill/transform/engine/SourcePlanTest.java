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
import dev.imagemill.imageop.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
