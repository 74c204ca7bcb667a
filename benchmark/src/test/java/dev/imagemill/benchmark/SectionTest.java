package dev.imagemill.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SectionTest {
    private static final Section SECTION = new Section("table");

    @Test
    void replacesWhatIsBetweenTheMarkersAndNothingElse() {
        String page = "before\n<!-- table: begin -->\nold\n<!-- table: end -->\nafter\n";
        String written = SECTION.replace(page, "new");
        assertThat(written).isEqualTo("before\n<!-- table: begin -->\nnew\n<!-- table: end -->\nafter\n");
        assertThat(SECTION.replace(written, "new")).isEqualTo(written);
    }

    @Test
    void refusesAPageWithoutBothMarkersInOrder() {
        for (String page : new String[] {"", "<!-- table: begin -->", "<!-- table: end --> <!-- table: begin -->"}) {
            assertThatThrownBy(() -> SECTION.replace(page, "new"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("<!-- table: begin -->");
        }
    }
}
