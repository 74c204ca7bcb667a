package dev.imagemill.benchmark;

import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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
 * The geometry that thumbnails are made of, over native memory as the decoder gives it; {@link #copy} is the bandwidth to compare with.
 *
 * <p>Run with {@code java -jar benchmark/target/imagemill-benchmark-0.1.0-SNAPSHOT-exec.jar jmh GeometryBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GeometryBenchmark {
    private static final ImageSize SHRUNK = new ImageSize(750, 500);
    private static final ImageSize SIX_MEGAPIXELS = new ImageSize(3000, 2000);

    /** Names of modes of {@code imageop}. */
    @Param({"RGB", "RGBA", "L"})
    public String mode = "RGB";

    private Image shrunk = Images.create(Mode.L, new ImageSize(1, 1));
    private Image large = shrunk;
    private MemorySegment target = shrunk.segment();

    /** Fills the pictures. */
    @Setup
    public void render() {
        Mode parsed = Mode.parse(mode);
        shrunk = picture(parsed, SHRUNK);
        large = picture(parsed, SIX_MEGAPIXELS);
        target = Arena.ofAuto().allocate(large.segment().byteSize());
    }

    private static Image picture(Mode mode, ImageSize size) {
        Image image = Images.createNative(mode, size, Arena.ofAuto());
        MemorySegment segment = image.segment();
        for (long i = 0; i < segment.byteSize(); i++) {
            segment.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 31 ^ i >>> 7));
        }
        return image;
    }

    /** 750 x 500 to 400 x 267, as after a decode at a quarter of 6 Mpx. */
    @Benchmark
    public Image resizeLanczos() {
        return shrunk.resize(new ImageSize(400, 267), Filter.LANCZOS);
    }

    /** 750 x 500 to 400 x 267. */
    @Benchmark
    public Image resizeBicubic() {
        return shrunk.resize(new ImageSize(400, 267), Filter.BICUBIC);
    }

    /** 6 Mpx by a quarter turn. */
    @Benchmark
    public Image rotate90() {
        return large.rotate90();
    }

    /** 6 Mpx by half a turn. */
    @Benchmark
    public Image rotate180() {
        return large.rotate180();
    }

    /** 6 Mpx copied: the bandwidth of this machine. */
    @Benchmark
    public MemorySegment copy() {
        return target.copyFrom(large.segment());
    }
}
