package dev.imagemill.benchmark;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.LookupTable;
import dev.imagemill.imageop.Mode;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Conversions and a table on 6 Mpx on the heap; {@link #copy} is the bandwidth to compare with.
 *
 * <p>Run with {@code java -jar benchmark/target/imagemill-benchmark-0.1.0-SNAPSHOT-exec.jar jmh ConversionBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ConversionBenchmark {
    private static final ImageSize SIX_MEGAPIXELS = new ImageSize(3000, 2000);

    /** The source's mode and the result's. */
    @Param({"RGB-L", "RGB-RGBA", "RGB-CMYK", "RGBA-RGB", "RGBA-L", "L-RGB", "CMYK-RGB", "RGB-RGB48", "RGB48-RGB"})
    public String modes = "RGB-L";

    private byte[] pixels = {};
    private Image source = Images.create(Mode.L, new ImageSize(1, 1));
    private Mode target = Mode.L;
    private LookupTable table = inversion(target);

    /** Fills the picture. */
    @Setup
    public void render() {
        Mode mode = Mode.parse(modes.substring(0, modes.indexOf('-')));
        target = Mode.parse(modes.substring(modes.indexOf('-') + 1));
        pixels = new byte[Math.toIntExact(mode.length(SIX_MEGAPIXELS))];
        new Random(1).nextBytes(pixels);
        source = Images.of(mode, SIX_MEGAPIXELS, pixels);
        table = inversion(mode);
    }

    private static LookupTable inversion(Mode mode) {
        return LookupTable.of(mode.bitsPerComponent(), value -> mode.maxValue() - value);
    }

    /** The conversion. */
    @Benchmark
    public Image convert() {
        return source.convert(target);
    }

    /** Every component through a table, into a new image. */
    @Benchmark
    public Image point() {
        return source.point(table);
    }

    /** The source's bytes copied into a new array. */
    @Benchmark
    public byte[] copy() {
        return pixels.clone();
    }
}
