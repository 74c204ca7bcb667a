package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineTest {
    /** Component r is the column, g the row. */
    private static Image grid(int width, int height) {
        Image image = Images.create(Mode.RGB, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setPixel(x, y, x, y, 0);
            }
        }
        return image;
    }

    @Test
    void runsThroughLinesAndPixelsInReadingOrder() {
        Image image = grid(3, 2);
        List<List<Long>> seen = new ArrayList<>();
        for (Line line : image) {
            assertThat(line.mode()).isEqualTo(Mode.RGB);
            assertThat(line.size()).isEqualTo(3);
            for (Pixel pixel : line) {
                seen.add(pixel.toList());
            }
        }
        assertThat(seen)
                .containsExactly(
                        List.of(0L, 0L, 0L),
                        List.of(1L, 0L, 0L),
                        List.of(2L, 0L, 0L),
                        List.of(0L, 1L, 0L),
                        List.of(1L, 1L, 0L),
                        List.of(2L, 1L, 0L));
        assertThat(image.pixels()).extracting(Pixel::toList).containsExactlyElementsOf(seen);
        assertThat(image.pixels().stream().map(Pixel::toList)).containsExactlyElementsOf(seen);
        assertThat(image.pixels().count()).isEqualTo(6);
        List<List<Long>> visited = new ArrayList<>();
        image.forEachPixel(pixel -> visited.add(pixel.toList()));
        assertThat(visited).isEqualTo(seen);
    }

    @Test
    void givesEachPixelAnObjectOfItsOwn() {
        Image image = grid(3, 2);
        List<Pixel> kept = new ArrayList<>();
        image.pixels().forEach(kept::add);
        assertThat(kept).extracting(Pixel::r).containsExactly(0L, 1L, 2L, 0L, 1L, 2L);
        Iterator<Pixel> pixels = image.line(0).iterator();
        for (int i = 0; i < 3; i++) {
            pixels.next();
        }
        assertThat(pixels.hasNext()).isFalse();
        assertThatThrownBy(pixels::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void setsPixelsInParallel() {
        Image image = grid(97, 31);
        image.pixels().stream().parallel().forEach(pixel -> pixel.b(pixel.r() + pixel.g()));
        assertThat(image.pixels().stream().allMatch(p -> p.b() == p.r() + p.g()))
                .isTrue();
    }

    @Test
    void countsFromEitherEnd() {
        Image image = grid(5, 4);
        assertThat(image.lineCount()).isEqualTo(4);
        assertThat(image.line(3).pixel(4).toList()).containsExactly(4L, 3L, 0L);
        assertThat(image.lineAt(-1).pixelAt(-2).toList()).containsExactly(3L, 3L, 0L);
        assertThat(image.lineAt(-4).pixelAt(-5).toList()).containsExactly(0L, 0L, 0L);
        assertThat(image.lineAt(2).pixelAt(1).toList()).containsExactly(1L, 2L, 0L);
        assertThat(image.pixel(2, 1).toList()).containsExactly(2L, 1L, 0L);
        assertThat(image.pixelAt(-5, -1).toList()).containsExactly(0L, 3L, 0L);
    }

    @Test
    void refusesWhatIsOutside() {
        Image image = grid(5, 4);
        Line line = image.line(0);
        assertThatThrownBy(() -> image.line(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.line(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.lineAt(-5))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("-4 to 3");
        assertThatThrownBy(() -> image.lineAt(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> line.pixel(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> line.pixel(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> line.pixelAt(-6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.pixel(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.pixelAt(5, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void setsPixels() {
        Image image = grid(3, 2);
        image.setPixel(0, 0, 10, 20, 30);
        image.setPixelAt(-1, -1, 11, 21, 31);
        image.line(0).setPixel(1, 12, 22, 32);
        image.line(1).setPixelAt(-3, 13, 23, 33);
        assertThat(image.pixel(0, 0)).containsExactly(10L, 20L, 30L);
        assertThat(image.pixel(2, 1)).containsExactly(11L, 21L, 31L);
        assertThat(image.pixel(1, 0)).containsExactly(12L, 22L, 32L);
        assertThat(image.pixel(0, 1)).containsExactly(13L, 23L, 33L);
        assertThatThrownBy(() -> image.line(0).setPixel(1, 1)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void slicesToImagesOfHeightOne() {
        Image image = grid(5, 2);
        Image part = image.line(1).slice(Slice.of(-1, 0, -2));
        assertThat(part.size()).isEqualTo(new ImageSize(2, 1));
        assertThat(part.pixels()).extracting(Pixel::r).containsExactly(4L, 2L);
        part.pixel(0, 0).r(99);
        assertThat(image.pixel(4, 1).r()).isEqualTo(4);
        assertThatThrownBy(() -> image.line(1).slice(Slice.of(3, 3))).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void assignsImagesOfHeightOne() {
        Image image = grid(5, 2);
        Line line = image.line(1);
        line.assign(Slice.from(2), Images.filled(Mode.RGB, new ImageSize(3, 1), 7, 8, 9));
        assertThat(image.pixels()).extracting(Pixel::r).containsExactly(0L, 1L, 2L, 3L, 4L, 0L, 1L, 7L, 7L, 7L);
        line.assign(Slice.reversed(), image.line(0).slice(Slice.all()));
        assertThat(line).extracting(Pixel::r).containsExactly(4L, 3L, 2L, 1L, 0L);
        Image high = grid(5, 2);
        assertThatThrownBy(() -> line.assign(Slice.all(), high)).isInstanceOf(ImageFormatException.class);
        Image gray = Images.create(Mode.L, new ImageSize(5, 1));
        assertThatThrownBy(() -> line.assign(Slice.all(), gray)).isInstanceOf(ImageFormatException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void refusesPlanarImages(Mode mode) {
        Image planar = Images.create(mode, new ImageSize(4, 4));
        assertThatThrownBy(() -> planar.line(0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(mode.name());
        assertThatThrownBy(() -> planar.lineAt(-1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(planar::iterator).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> planar.pixel(0, 0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> planar.pixelAt(0, 0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> planar.setPixel(0, 0, 1, 2, 3)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(planar::pixels).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> planar.forEachPixel(Pixel::value)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(planar::bytesPerPixel).isInstanceOf(UnsupportedOperationException.class);
        planar.plane("cr").line(0).setPixel(1, 77);
        assertThat(planar.plane("cr").component(1, 0, 0)).isEqualTo(77);
    }

    @ParameterizedTest
    @EnumSource
    void repeatsTheFactsOfItsMode(Mode mode) {
        Image image = Images.create(mode, new ImageSize(2, 2));
        assertThat(image.components()).isEqualTo(mode.components());
        assertThat(image.componentNames()).isEqualTo(mode.componentNames());
        assertThat(image.bitsPerComponent()).isEqualTo(mode.bitsPerComponent());
        assertThat(image.planar()).isEqualTo(mode.planar());
        assertThat(image.subsampling()).isEqualTo(mode.subsampling());
        assertThat(image.intervals()).isEqualTo(mode.intervals());
        if (!mode.planar()) {
            assertThat(image.bytesPerPixel()).isEqualTo(mode.bytesPerPixel());
        }
    }
}
