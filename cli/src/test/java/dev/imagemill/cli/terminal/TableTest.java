package dev.imagemill.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsColumnsToTheirWidestCell() {
        Table table = new Table("NAME", "SIZE").row("a-long-name.png", "1x1").row("b", "200x100");

        assertThat(table.lines())
                .containsExactly(
                        "NAME             SIZE",
                        "---------------  -------",
                        "a-long-name.png  1x1",
                        "b                200x100");
    }

    @Test
    void shortensAllButTheLastColumn() {
        String text = "x".repeat(60);

        assertThat(new Table("A", "B").row(text, text).lines().getLast()).isEqualTo("x".repeat(45) + "...  " + text);
    }

    @Test
    void letsNoControlCharacterThrough() {
        assertThat(new Table("A").row("a\u001b[2Jb\n").lines().getLast()).isEqualTo("a?[2Jb?");
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("A", "B").row("one"))
                .withMessage("1 cells in a table of 2 columns");
    }
}
