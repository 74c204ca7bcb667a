package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransparencyTest {
    private static final ImageSize TWO = new ImageSize(2, 1);
    private static final String KEY = "transparency";

    private static Image keyed(Mode mode, Object key, long... secondPixel) {
        Image image = Images.create(mode, TWO);
        for (int c = 0; c < secondPixel.length; c++) {
            image.setComponent(1, 0, c, secondPixel[c]);
        }
        image.info().put(KEY, key);
        return image;
    }

    @Test
    void makesAnExactMatchTransparentAtSixteenBits() {
        Image alpha = ColorKey.toAlpha(keyed(Mode.L16, 300, 300), Mode.RGBA64);
        assertThat(alpha.component(0, 0, 3)).isEqualTo(65_535);
        assertThat(alpha.component(1, 0, 3)).isZero();
        assertThat(alpha.component(1, 0, 0)).isEqualTo(300);
        Image color = ColorKey.toAlpha(keyed(Mode.RGB48, new int[] {1, 2, 300}, 1, 2, 300), Mode.LA32);
        assertThat(color.component(0, 0, 1)).isEqualTo(65_535);
        assertThat(color.component(1, 0, 1)).isZero();
        assertThat(color.info()).isEmpty();
    }

    @Test
    void comparesColorBeforeItBecomesGray() {
        // 1, 2, 3 and 3, 2, 1 have nearly the same luma.
        Image image = keyed(Mode.RGB, List.of(1, 2, 3), 3, 2, 1);
        image.setComponent(0, 0, 0, 1);
        image.setComponent(0, 0, 1, 2);
        image.setComponent(0, 0, 2, 3);
        Image gray = ColorKey.toAlpha(image, Mode.LA);
        assertThat(gray.component(0, 0, 0)).isEqualTo(gray.component(1, 0, 0));
        assertThat(gray.component(0, 0, 1)).isZero();
        assertThat(gray.component(1, 0, 1)).isEqualTo(255);
    }

    @Test
    void convertsPlainlyWithoutAKey() {
        Image image = Images.filled(Mode.L, TWO, 5);
        assertThat(ColorKey.toAlpha(image, Mode.LA).component(0, 0, 1)).isEqualTo(255);
    }

    @Test
    void refusesKeysThatDoNotFit() {
        assertThatThrownBy(() -> ColorKey.toAlpha(keyed(Mode.RGB, 5), Mode.RGBA))
                .isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> ColorKey.toAlpha(keyed(Mode.L, List.of(1, 2, 3)), Mode.LA))
                .isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> ColorKey.toAlpha(keyed(Mode.L, "white"), Mode.LA))
                .isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> ColorKey.toAlpha(keyed(Mode.L, 5), Mode.RGB)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> PillowImage.from(keyed(Mode.L, new byte[3]), PillowMode.PALETTE))
                .isInstanceOf(ImageFormatException.class);
        PillowImage indexed = PillowImage.create(PillowMode.PALETTE, TWO);
        indexed.info().put(KEY, List.of(1, 2, 3));
        assertThatThrownBy(() -> indexed.toImage(Mode.RGBA)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void keepsAGrayLevelAsItsIndex() {
        assertThat(PillowImage.from(keyed(Mode.L, 5, 7), PillowMode.PALETTE).info())
                .containsEntry(KEY, 5);
        assertThat(PillowImage.from(keyed(Mode.L, 5, 7), PillowMode.HSV).info()).isEmpty();
    }

    @Test
    void findsTheColorInTheWebPaletteOrAddsIt() {
        PillowImage black = PillowImage.from(keyed(Mode.RGB, List.of(0, 0, 0), 1, 2, 3), PillowMode.PALETTE);
        assertThat(black.info()).containsEntry(KEY, 0);
        assertThat(black.palette()).isEqualTo(Palette.web());
        PillowImage added = PillowImage.from(keyed(Mode.RGB, List.of(50, 60, 70), 1, 2, 3), PillowMode.PALETTE);
        assertThat(added.info()).containsEntry(KEY, 226);
        assertThat(added.palette().argb(226)).isEqualTo(0xFF323C46);
    }

    @Test
    void addsTheColorToAnAdaptivePaletteIfThereIsRoom() {
        PillowImage image = PillowImage.from(
                keyed(Mode.RGB, List.of(9, 9, 9), 1, 2, 3), PillowMode.PALETTE, ConvertOptions.adaptive(2));
        assertThat(image.info()).containsEntry(KEY, 2);
        assertThat(image.palette().argb(2)).isEqualTo(0xFF090909);
    }

    @Test
    void replacesTheLastUnusedColorOfAFullPalette() {
        ImageSize size = new ImageSize(256, 1);
        PillowImage all = PillowImage.create(PillowMode.PALETTE, size);
        for (int i = 0; i < 256; i++) {
            all.buffer().put(i, (byte) (i == 200 ? 0 : i));
        }
        PillowImage kept = PaletteKey.keep(new Transparency.Color(1, 2, 3), all);
        assertThat(kept.info()).containsEntry(KEY, 200);
        assertThat(kept.palette().argb(200)).isEqualTo(0xFF010203);
        all.buffer().put(0, (byte) 200);
        PillowImage full = PaletteKey.keep(new Transparency.Color(1, 2, 3), all);
        assertThat(full.info()).isEmpty();
        assertThat(full.palette()).isEqualTo(Palette.gray());
    }

    @Test
    void keepsAnIndexAsItsColor() {
        PillowImage image = PillowImage.create(PillowMode.PALETTE, TWO)
                .withPalette(Palette.ofRgb((byte) 1, (byte) 2, (byte) 3, (byte) 200, (byte) 100, (byte) 50));
        image.info().put(KEY, 1);
        assertThat(image.toImage(Mode.RGB).info()).containsEntry(KEY, List.of(200, 100, 50));
        assertThat(image.toImage(Mode.L).info()).containsEntry(KEY, 124);
        assertThat(image.toImage(Mode.CMYK).info()).isEmpty();
        image.info().put(KEY, new byte[] {9});
        assertThat(image.toImage(Mode.RGB).info()).isEmpty();
        assertThat(image.toImage(Mode.LA).component(0, 0, 1)).isEqualTo(9);
        assertThat(image.toImage(Mode.RGBA64).component(0, 0, 3)).isEqualTo(9 * 257);
    }
}
