package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Noise;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantizeTest {
    private static final ImageSize SIZE = new ImageSize(61, 37);

    private static Image noise(Mode mode, int mask) {
        return Images.of(mode, SIZE, Sources.bytes(mode.name(), SIZE, 3, mask));
    }

    @Test
    void refusesCountsOutsideOneTo256() {
        for (int colors : new int[] {0, -1, 257}) {
            assertThatThrownBy(() -> QuantizeOptions.of(colors)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ConvertOptions.adaptive(colors)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new QuantizeOptions(2, null, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsAnImageOfFewColorsExactly() {
        Image image = noise(Mode.RGB, 0xC0);
        assertThat(PillowImage.quantize(image, QuantizeOptions.of(64))
                        .toImage(Mode.RGB)
                        .segment()
                        .mismatch(image.segment()))
                .isEqualTo(-1);
    }

    @Test
    void keepsAlphaInThePalette() {
        Image image = noise(Mode.RGBA, 0x80);
        PillowImage indexed = PillowImage.quantize(image, QuantizeOptions.of(256));
        assertThat(indexed.palette().hasAlpha()).isTrue();
        Image back = indexed.toImage(Mode.RGBA);
        for (int x = 0; x < SIZE.width(); x++) {
            assertThat(back.component(x, 0, 3)).isEqualTo(image.component(x, 0, 3));
        }
        assertThatThrownBy(() -> PillowImage.quantize(image, new QuantizeOptions(8, QuantizeMethod.MEDIAN_CUT, 0)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("FAST_OCTREE");
        assertThatThrownBy(() -> PillowImage.quantize(image, Palette.web(), Dither.NONE))
                .isInstanceOf(ImageFormatException.class);
    }

    @Test
    void takesEveryModeOverItsBase() {
        Image image = noise(Mode.CMYK, 255);
        PillowImage direct = PillowImage.quantize(image, QuantizeOptions.of(16));
        PillowImage over = PillowImage.quantize(image.convert(Mode.RGB), QuantizeOptions.of(16));
        assertThat(direct.palette()).isEqualTo(over.palette());
        assertThat(direct.segment().mismatch(over.segment())).isEqualTo(-1);
        PillowImage adaptive = PillowImage.from(image, PillowMode.PALETTE, ConvertOptions.adaptive(16));
        assertThat(adaptive.segment().mismatch(over.segment())).isEqualTo(-1);
        PillowImage hsv = PillowImage.from(noise(Mode.RGB, 255), PillowMode.HSV);
        PillowImage ofHsv = hsv.quantize(QuantizeOptions.of(16));
        assertThat(ofHsv.palette())
                .isEqualTo(PillowImage.quantize(hsv.toImage(Mode.RGB), QuantizeOptions.of(16))
                        .palette());
    }

    @Test
    void findsGrayInAGivenPaletteByColor() {
        Palette palette = Palette.ofRgb(new byte[] {0, 0, 0, (byte) 255, (byte) 255, (byte) 255});
        PillowImage mapped = PillowImage.quantize(Images.filled(Mode.L, SIZE, 200), palette, Dither.NONE);
        assertThat(mapped.buffer().get(0)).isEqualTo((byte) 1);
    }

    @Test
    void findsTheNearestColorAsASearchThroughAllDoes() {
        Palette palette = Palette.ofRgb(Noise.bytes(11, 3 * 200));
        NearestColor nearest = new NearestColor(palette);
        byte[] colors = Noise.bytes(12, 3 * 3000);
        for (int i = 0; i < colors.length; i += 3) {
            int red = colors[i] & 252;
            int green = colors[i + 1] & 252;
            int blue = colors[i + 2] & 252;
            int cell = NearestColor.cell(red, green, blue);
            int found = nearest.indexes()[cell] == NearestColor.UNKNOWN ? nearest.find(cell) : nearest.indexes()[cell];
            assertThat(found).isEqualTo(search(palette, red, green, blue));
        }
    }

    private static int search(Palette palette, int red, int green, int blue) {
        int best = 0;
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int r = ((palette.argb(i) >> 16) & 255) - red;
            int g = ((palette.argb(i) >> 8) & 255) - green;
            int b = (palette.argb(i) & 255) - blue;
            if (r * r + g * g + b * b < shortest) {
                shortest = r * r + g * g + b * b;
                best = i;
            }
        }
        return best;
    }

    @Test
    void dithersTwoRowsAsOneAfterTheOther() {
        for (int width : new int[] {1, 2, 3, 7, 64}) {
            byte[] rgb = Noise.bytes(width, 3 * 2 * width * 3);
            NearestDither together = new NearestDither(new NearestColor(Palette.web()), width);
            WebDither apart = new WebDither(width);
            byte[] one = new byte[6 * width];
            byte[] other = new byte[6 * width];
            for (int y = 0; y < 6; y += 2) {
                together.twoRows(rgb, 3 * y * width, one, y * width);
                apart.row(rgb, 3 * y * width, other, y * width);
                apart.row(rgb, 3 * (y + 1) * width, other, (y + 1) * width);
            }
            assertThat(one).isEqualTo(other);
            BilevelDither pair = new BilevelDither(width);
            BilevelDither single = new BilevelDither(width);
            for (int y = 0; y < 6; y += 2) {
                pair.twoRows(rgb, y * width, one, y * width);
                single.row(rgb, y * width, other, y * width);
                single.row(rgb, (y + 1) * width, other, (y + 1) * width);
            }
            assertThat(one).isEqualTo(other);
        }
    }

    @Test
    void countsColorsAsASortDoes() {
        byte[] rgb = Noise.bytes(5, 3 * 50_000);
        ColorTable table = new ColorTable();
        table.addAll(rgb, 0, 50_000);
        int[] all = new int[50_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | (rgb[3 * i + 2] & 255);
        }
        assertThat(table.size()).isEqualTo((int) Arrays.stream(all).distinct().count());
        assertThat(table.get(all[7]))
                .isEqualTo((int) Arrays.stream(all).filter(c -> c == all[7]).count());
        ColorCounts counts = ColorCounts.of(table);
        assertThat(Arrays.stream(counts.counts()).sum()).isEqualTo(50_000);
        assertThat(Arrays.stream(counts.colors()).sorted().toArray())
                .isEqualTo(Arrays.stream(all).distinct().sorted().toArray());
    }

    @Test
    void checksMatricesAndTheirSources() {
        assertThatThrownBy(() -> ConversionMatrix.of(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConversionMatrix.of(1, 2, 3, 4).apply(noise(Mode.RGBA, 255)))
                .isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> ConversionMatrix.of(1, 2, 3, 4).apply(PillowImage.create(PillowMode.FLOAT, SIZE)))
                .isInstanceOf(ImageFormatException.class);
    }

    @Test
    void describesPalettesByTheirColors() {
        Palette palette = Palette.ofRgba((byte) 1, (byte) 2, (byte) 3, (byte) 4);
        assertThat(palette.argb(0)).isEqualTo(0x04010203);
        assertThat(palette.argb(255)).isEqualTo(0xFF000000);
        assertThat(palette.toRgb()).containsExactly(1, 2, 3);
        assertThat(palette.toRgba()).containsExactly(1, 2, 3, 4);
        assertThat(palette)
                .isEqualTo(Palette.ofRgba(palette.toRgba()))
                .hasSameHashCodeAs(Palette.ofRgba(palette.toRgba()));
        assertThat(palette).isNotEqualTo(Palette.ofRgb(palette.toRgb()));
        assertThat(palette.withTransparent(2).size()).isEqualTo(3);
        assertThat(palette.withTransparent(2).argb(2)).isZero();
        assertThatThrownBy(() -> palette.argb(256)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> palette.withTransparent(256)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Palette.ofRgb(new byte[4])).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Palette.ofRgb(new byte[0])).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Palette.ofRgb(new byte[3 * 257])).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> palette.withAlphas(new byte[257])).isInstanceOf(ImageFormatException.class);
    }
}
