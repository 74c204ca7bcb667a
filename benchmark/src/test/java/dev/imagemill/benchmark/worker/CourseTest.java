package dev.imagemill.benchmark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagemill.benchmark.process.MachineTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final int IMAGES = 1000;

    @Test
    void saysHowBusyThreadsWereAndHowMuchMemoryGrew() {
        Course course = course();
        assertThat(course.busy()).isEqualTo(0.9, within(1e-9));
        assertThat(course.idle()).isEqualTo(0.05, within(1e-9));
        assertThat(course.cpuSeconds()).isEqualTo(170, within(1e-9));
        assertThat(course.growth()).isEqualTo(100, within(1e-6));
        assertThat(course.settledResident()).isEqualTo(306, within(1e-6));
    }

    @Test
    void hasALineForEachTenth() {
        assertThat(course().table().lines())
                .hasSize(12)
                .contains("| 100 | 10 | 10.0 | 90 % | 85 % | 5 % | 301 | 100 |")
                .contains("| 1,000 | 100 | 10.0 | 90 % | 85 % | 5 % | 310 | 100 |");
    }

    /** Ten images a second on two processors, and a MiB more with every hundred; a start that is not counted as growth. */
    private static Course course() {
        List<Sample> samples = new ArrayList<>();
        for (int second = 0; second <= 100; second++) {
            samples.add(new Sample(
                    second,
                    10L * second,
                    1.8 * second,
                    5 + 1.7 * second,
                    new MachineTime(10L * second, 200L * second),
                    second == 0 ? 150 : 300 + second / 10.0,
                    100));
        }
        return new Course(samples, IMAGES, 2);
    }
}
