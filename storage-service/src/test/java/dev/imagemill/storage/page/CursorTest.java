package dev.imagemill.storage.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void comesBackAsItWentOut() {
        UUID id = UUID.randomUUID();

        Cursor cursor = Objects.requireNonNull(
                Cursor.parse(Cursor.of("images", "näme/\n", id, 7L).text(), "images", 3), "cursor is null");

        assertThat(cursor.part(0)).isEqualTo("näme/\n");
        assertThat(cursor.id(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(7);
    }

    @Test
    void isNothingWhenNothingIsGiven() {
        assertThat(Cursor.parse(null, "images", 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "aW1hZ2Vz", "am9icwAx"})
    void refusesWhatIsNoCursorOfTheList(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, "images", 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void endsAListThatFits() {
        assertThat(Page.of(List.of(1, 2), 2, last -> Cursor.of("n", last)).next())
                .isNull();
        assertThat(Page.of(List.of(1, 2, 3), 2, last -> Cursor.of("n", last)))
                .isEqualTo(new Page<>(List.of(1, 2), Cursor.of("n", 2).text()));
    }
}
