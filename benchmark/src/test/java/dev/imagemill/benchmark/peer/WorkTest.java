package dev.imagemill.benchmark.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {
    @Test
    void readsWhatItWrites() {
        for (Work work : List.of(
                Work.of("webp", List.of(1600, 400)),
                Work.of("jpeg", List.of(400)),
                Work.of("jpeg", List.of(400, 200)).codecAlone())) {
            assertThat(Work.parse(work.text())).isEqualTo(work);
        }
    }

    @Test
    void isWrittenAsThePeersReadIt() {
        assertThat(Work.of("webp", List.of(1600, 400)).text()).isEqualTo("webp-1600-400");
    }
}
