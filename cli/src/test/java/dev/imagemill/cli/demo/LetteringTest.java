package dev.imagemill.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetteringTest {
    @Test
    void hasAShapeOfItsOwnForEveryPrintableCharacter() {
        Set<String> shapes = new HashSet<>();
        for (char character = ' '; character <= '~'; character++) {
            shapes.add(shape(String.valueOf(character)));
        }

        assertThat(shapes).hasSize('~' - ' ' + 1).doesNotContain(shape("\u00e9"));
    }

    @Test
    void drawsTheLetterL() {
        assertThat(shape("L")).isEqualTo("""
                #.....
                #.....
                #.....
                #.....
                #.....
                #.....
                #####.
                ......
                ......
                ......
                ......
                """);
    }

    @Test
    void leavesOutWhatLiesOutside() {
        Image image = Images.create(Mode.L, new ImageSize(4, 4));
        Lettering.write(image, -2, -3, 3, "WWW", 255);

        assertThat(image.component(1, 1, 0)).isZero();
        assertThat(image.component(0, 0, 0)).isEqualTo(255);
    }

    private static String shape(String text) {
        Image image = Images.create(Mode.L, new ImageSize(Lettering.ADVANCE, Lettering.LINE));
        Lettering.write(image, 0, 0, 1, text, 255);
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < Lettering.LINE; y++) {
            for (int x = 0; x < Lettering.ADVANCE; x++) {
                rows.append(image.component(x, y, 0) == 0 ? '.' : '#');
            }
            rows.append('\n');
        }
        return rows.toString();
    }
}
