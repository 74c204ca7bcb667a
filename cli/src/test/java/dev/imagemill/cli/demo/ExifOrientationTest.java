package dev.imagemill.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExifOrientationTest {
    /** Where EXIF 2.32 puts row 0 and column 0 of the stored pixels, on the picture as it is seen. */
    @ParameterizedTest
    @CsvSource({
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void storesRowAndColumnZeroAtTheSidesOfTheStandard(int orientation, String rowZero, String columnZero) {
        Image upright = Images.create(Mode.L, new ImageSize(3, 2));
        for (int i = 0; i < 6; i++) {
            upright.setComponent(i % 3, i / 3, 0, i);
        }

        Image stored = ExifOrientation.stored(upright, orientation);

        assertThat(corner(stored)).isEqualTo(cornerOf(upright, rowZero, columnZero));
        boolean swapped = orientation > 4;
        assertThat(stored.size()).isEqualTo(swapped ? new ImageSize(2, 3) : new ImageSize(3, 2));
        assertThat(secondOfRowZero(stored)).isEqualTo(nextAlong(upright, rowZero, columnZero));
    }

    private static long corner(Image image) {
        return image.component(0, 0, 0);
    }

    private static long secondOfRowZero(Image image) {
        return image.component(1, 0, 0);
    }

    private static long cornerOf(Image upright, String one, String other) {
        return upright.component(
                one.equals("right") || other.equals("right") ? 2 : 0,
                one.equals("bottom") || other.equals("bottom") ? 1 : 0,
                0);
    }

    /** One step along the side that row 0 lies at, away from column 0. */
    private static long nextAlong(Image upright, String rowZero, String columnZero) {
        int x = rowZero.equals("right") || columnZero.equals("right") ? 2 : 0;
        int y = rowZero.equals("bottom") || columnZero.equals("bottom") ? 1 : 0;
        return switch (columnZero) {
            case "left" -> upright.component(x + 1, y, 0);
            case "right" -> upright.component(x - 1, y, 0);
            case "top" -> upright.component(x, y + 1, 0);
            default -> upright.component(x, y - 1, 0);
        };
    }
}
