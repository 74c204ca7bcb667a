package dev.imagemill.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void saysWhatIsMetAndByHowMuchTheRestIsMissed() {
        String table = Verdict.table(List.of(
                Verdict.atMost("ratio", 0.8, 0.75, ""),
                Verdict.atMost("slower", 0, 3, ""),
                Verdict.atLeast("busy", 90, 87.126, "%")));
        assertThat(table)
                .contains("| ratio | at most 0.80 | 0.75 | met |")
                .contains("| slower | at most 0 | 3 | **missed by 3** |")
                .contains("| busy | at least 90 % | 87.13 % | **missed by 2.87 %** |");
    }

    @Test
    void judgesByWhatIsPrinted() {
        assertThat(Verdict.atMost("ratio", 0.8, 0.8049, "").isMet()).isTrue();
        assertThat(Verdict.atMost("ratio", 0.8, 0.8051, "").isMet()).isFalse();
        assertThat(Verdict.atLeast("ratio", 1, 0.9951, "").isMet()).isTrue();
    }
}
