package dev.imagemill.imageop.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final int CELL = 128;

    private static Image grid(int columns, int rows) {
        return new GeneratedImage(GeneratedType.COLOR_GRID, new ImageSize(CELL * columns, CELL * rows)).render();
    }

    /** Which pixels of one character's box are black, a {@code #} each; no background is that dark. */
    private static String character(Image grid, int column, int row, int place) {
        StringBuilder text = new StringBuilder();
        int bottom = grid.size().height() - 1 - CELL * row;
        for (int y = 84; y > 40; y--) {
            for (int x = 0; x < 32; x++) {
                boolean black = grid.component(CELL * column + 33 + 32 * place + x, bottom - y, 0) == 0
                        && grid.component(CELL * column + 33 + 32 * place + x, bottom - y, 1) == 0;
                text.append(black ? '#' : ' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Columns go 1 to 9 and then A, rows from A on; after 36 of them both begin again. */
    @Test
    void countsColumnsAndRows() {
        Image wide = grid(38, 1);
        Set<String> characters = new HashSet<>();
        for (int column = 0; column < 36; column++) {
            assertThat(character(wide, column, 0, 0)).isEqualTo(character(wide, 0, 0, 0));
            characters.add(character(wide, column, 0, 1));
        }
        assertThat(characters).hasSize(36);
        assertThat(character(wide, 9, 0, 1)).isEqualTo(character(wide, 0, 0, 0));
        assertThat(character(wide, 36, 0, 1)).isEqualTo(character(wide, 0, 0, 1));
        Image high = grid(1, 38);
        for (int row = 0; row < 27; row++) {
            assertThat(character(high, 0, row, 0)).isEqualTo(character(wide, (9 + row) % 36, 0, 1));
            assertThat(character(high, 0, row, 1)).isEqualTo(character(wide, 0, 0, 1));
        }
        assertThat(character(high, 0, 36, 0)).isEqualTo(character(high, 0, 0, 0));
    }

    /** The stem of the B of B1: 5.4 pixels of black about 39, then 2 of white, smooth at the edges. */
    @Test
    void edgesBlackStrokesWithTwoPixelsOfWhite() {
        Image grid = grid(1, 2);
        int y = grid.size().height() - 1 - CELL - 58;
        long[] reds = new long[10];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = grid.component(32 + i, y, 0);
        }
        assertThat(reds[0]).isLessThan(220);
        assertThat(reds[3]).isEqualTo(255);
        assertThat(reds[4]).isBetween(30L, 220L);
        assertThat(reds).endsWith(0, 0, 0, 0, reds[9]);
        assertThat(reds[9]).isBetween(30L, 220L);
    }

    @Test
    void cutsLabelsAtTheEdgeOfTheImage() {
        Image whole = grid(2, 2);
        ImageSize size = new ImageSize(CELL + 50, CELL + 60);
        Image cut = new GeneratedImage(GeneratedType.COLOR_GRID, size).render();
        String full = character(whole, 1, 1, 0);
        int blacks = 0;
        for (int x = 0; x < 17; x++) {
            for (int y = 41; y < 60; y++) {
                boolean black = full.charAt((84 - y) * 33 + x) == '#';
                boolean cutBlack = cut.component(CELL + 33 + x, size.height() - 1 - CELL - y, 0) == 0;
                assertThat(cutBlack).isEqualTo(black);
                blacks += black ? 1 : 0;
            }
        }
        assertThat(blacks).isPositive();
    }
}
