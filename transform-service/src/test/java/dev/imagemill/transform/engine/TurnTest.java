package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final ImageSize SIZE = new ImageSize(5, 3);

    @Test
    void composesLikeTheOperationsOnPixels() {
        for (Turn first : Turn.values()) {
            for (Turn second : Turn.values()) {
                Image stepwise = second.applyTo(first.applyTo(numbered()));
                assertSame(first.then(second).applyTo(numbered()), stepwise, first + " then " + second);
            }
        }
    }

    @Test
    void findsARegionBeforeTheTurn() {
        Region[] regions = {new Region(0, 0, 1, 1), new Region(1, 0, 2, 3), new Region(2, 1, 1, 2)};
        for (Turn turn : Turn.values()) {
            for (Region region : regions) {
                Image turned = turn.applyTo(numbered());
                Image expected = turned.crop(region.x(), region.y(), region.width(), region.height());
                Region before = turn.before(region, SIZE);
                Image actual = turn.applyTo(numbered().crop(before.x(), before.y(), before.width(), before.height()));
                assertSame(actual, expected, turn + " " + region);
            }
        }
    }

    @Test
    void turnsSizesAsItTurnsPixels() {
        for (Turn turn : Turn.values()) {
            assertThat(turn.applyTo(SIZE)).isEqualTo(turn.applyTo(numbered()).size());
        }
    }

    private static Image numbered() {
        Image image = Images.create(Mode.L, SIZE);
        for (int i = 0; i < SIZE.pixels(); i++) {
            image.setComponent(i % SIZE.width(), i / SIZE.width(), 0, i);
        }
        return image;
    }

    private static void assertSame(Image actual, Image expected, String what) {
        assertThat(Pictures.psnr(actual, expected)).as(what).isInfinite();
    }
}
