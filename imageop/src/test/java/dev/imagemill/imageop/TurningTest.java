package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurningTest {
    /** Every mode, in sizes below, at and above the size of a tile. */
    static Stream<Image> images() {
        return Mode.all().stream()
                .flatMap(mode -> Stream.of(new ImageSize(2, 2), new ImageSize(6, 4), new ImageSize(206, 130))
                        .map(size -> Noise.image(mode, size.width(), size.height())))
                .flatMap(image -> Stream.of(image, Noise.inNativeMemory(image)));
    }

    @ParameterizedTest
    @MethodSource("images")
    void composesQuarterTurnsToTheIdentity(Image image) {
        assertSame(image.rotate90().rotate90().rotate90().rotate90(), image);
        assertSame(image.rotate90().rotate270(), image);
        assertSame(image.rotate90().rotate90(), image.rotate180());
        assertSame(image.rotate180().rotate90(), image.rotate270());
    }

    @ParameterizedTest
    @MethodSource("images")
    void composesMirrorsToTurns(Image image) {
        assertSame(image.flipHorizontal().flipHorizontal(), image);
        assertSame(image.flipVertical().flipVertical(), image);
        assertSame(image.flipHorizontal().flipVertical(), image.rotate180());
        assertSame(image.transpose().transpose(), image);
        assertSame(image.transpose().flipVertical(), image.rotate90());
        assertSame(image.transpose().flipHorizontal(), image.rotate270());
        assertSame(image.transpose().rotate180(), image.transverse());
    }

    @ParameterizedTest
    @MethodSource("images")
    void putsEveryPixelWhereTheTurnSays(Image image) {
        if (image.mode().planar()) {
            return;
        }
        int width = image.size().width();
        int height = image.size().height();
        Image left = image.rotate90();
        Image right = image.rotate270();
        Image round = image.rotate180();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < image.mode().components(); c++) {
                    long value = image.component(x, y, c);
                    assertThat(left.component(y, width - 1 - x, c)).isEqualTo(value);
                    assertThat(right.component(height - 1 - y, x, c)).isEqualTo(value);
                    assertThat(round.component(width - 1 - x, height - 1 - y, c))
                            .isEqualTo(value);
                }
            }
        }
    }

    @Test
    void turnsARowCounterclockwiseIntoAColumnReadUpwards() {
        Image row = Images.of(Mode.L, new ImageSize(2, 1), new byte[] {'A', 'B'});
        Image column = row.rotate90();
        assertThat(column.size()).isEqualTo(new ImageSize(1, 2));
        assertThat(Noise.bytesOf(column)).containsExactly('B', 'A');
    }

    @Test
    void turnsEveryPlaneTheSameWay() {
        byte[] planes = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 20, 21};
        Image turned = Images.of(Mode.YV12, new ImageSize(4, 2), planes).rotate90();
        assertThat(turned.size()).isEqualTo(new ImageSize(2, 4));
        assertThat(Noise.bytesOf(turned)).containsExactly(4, 8, 3, 7, 2, 6, 1, 5, 11, 10, 21, 20);
    }

    @ParameterizedTest
    @MethodSource("images")
    void cropsTheWholeAndItsQuarters(Image image) {
        int width = image.size().width();
        int height = image.size().height();
        assertSame(image.crop(0, 0, width, height), image);
        if (width % 4 == 2 && height % 4 == 2 && image.mode().planar()) {
            return;
        }
        int x = width / 2 / 2 * 2;
        int y = height / 2 / 2 * 2;
        if (x == 0 || y == 0) {
            return;
        }
        Image corner = image.crop(x, y, width - x, height - y);
        assertSame(corner, image.rotate180().crop(0, 0, width - x, height - y).rotate180());
    }

    @Test
    void cropsWhatIsInsideOnly() {
        Image image = Noise.image(Mode.RGB, 7, 5);
        Image pixel = image.crop(6, 4, 1, 1);
        assertThat(List.of(pixel.component(0, 0, 0), pixel.component(0, 0, 2)))
                .containsExactly(image.component(6, 4, 0), image.component(6, 4, 2));
        assertThatThrownBy(() -> image.crop(6, 4, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.crop(-1, 0, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.crop(0, 0, 7, Integer.MAX_VALUE)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.crop(0, 0, 0, 1)).isInstanceOf(ImageFormatException.class);
        Image planar = Images.create(Mode.YV12, new ImageSize(8, 8));
        assertThatThrownBy(() -> planar.crop(1, 0, 2, 2)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> planar.crop(0, 0, 3, 2)).isInstanceOf(ImageFormatException.class);
        assertThat(planar.crop(2, 4, 4, 2).size()).isEqualTo(new ImageSize(4, 2));
    }

    private static void assertSame(Image actual, Image expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        assertThat(actual.segment().mismatch(expected.segment())).isEqualTo(-1);
    }
}
