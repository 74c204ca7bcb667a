package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A conversion allocates its result and a fixed workbench: nothing for a pixel, nothing for a line. */
class ConversionMemoryTest {
    private static final long WORKBENCH = 256 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource
    void allocatesNothingForPixelsOrLines(Mode from) {
        Image high = Noise.image(from, 16, 30_000);
        for (Mode to : Mode.all()) {
            high.convert(to); // loads classes
            assertThat(allocatedBy(() -> high.convert(to)) - to.length(high.size()))
                    .as("%s to %s", from, to)
                    .isLessThan(WORKBENCH);
        }
    }

    private long allocatedBy(Runnable work) {
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
