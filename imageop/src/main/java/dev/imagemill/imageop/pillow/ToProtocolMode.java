package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.Expanding;
import dev.imagemill.imageop.pillow.Transparency.Alphas;
import dev.imagemill.imageop.pillow.Transparency.Color;
import dev.imagemill.imageop.pillow.Transparency.Level;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Leads images of this package to modes of PEP 368. */
final class ToProtocolMode {
    private static final ImageSize TABLE = new ImageSize(Palette.MAX_SIZE, 1);

    private ToProtocolMode() {}

    static Image convert(PillowImage image, Mode target) {
        Transparency key = Transparency.of(image.info());
        if (image.mode() == PillowMode.BILEVEL) {
            return target.planar() ? ofBilevel(image, Mode.L, null).convert(target) : ofBilevel(image, target, key);
        }
        if (image.mode() == PillowMode.PALETTE) {
            return target.planar() ? ofPalette(image, Mode.RGB, null).convert(target) : ofPalette(image, target, key);
        }
        if (key != null && image.mode() == PillowMode.INTEGER && target.hasAlpha()) {
            return ColorKey.toAlpha(each(image, number(target)), key, target);
        }
        Mode over = over(image.mode(), target);
        Image result = each(image, over);
        return over == target ? result : result.convert(target);
    }

    private static Image each(PillowImage image, Mode target) {
        PixelSource source = PixelSource.of(image);
        return source.toImage(target, Rules.between(source, Form.of(target)));
    }

    /** The mode that the rules lead to; from there on images convert themselves. */
    private static Mode over(PillowMode mode, Mode target) {
        boolean gray = target.componentNames().contains("l");
        boolean rgb = target.componentNames().contains("r");
        return switch (mode) {
            case YCBCR -> gray ? Mode.L : Mode.RGB;
            case HSV -> Mode.RGB;
            case LAB -> {
                if (!rgb) {
                    throw new UnsupportedOperationException("mode LAB converts to modes of RGB only, not to " + target);
                }
                yield Mode.RGB;
            }
            case INTEGER, FLOAT -> number(target);
            case BILEVEL, PALETTE -> throw new IllegalStateException("these are looked up");
        };
    }

    /** The grey mode that takes numbers as they are, cut to the target's range. */
    private static Mode number(Mode target) {
        return switch (target.bitsPerComponent()) {
            case 8 -> Mode.L;
            case 16 -> Mode.L16;
            default -> Mode.L32;
        };
    }

    /** What the bytes stand for converts as an image, and the pixels look it up. */
    private static Image lookedUp(PillowImage image, Mode target, Image colors) {
        Expanding table = new Expanding(colors.segment().toArray(ValueLayout.JAVA_BYTE));
        return PixelSource.of(image).toImage(target, table::apply);
    }

    private static Image ofBilevel(PillowImage image, Mode target, @Nullable Transparency key) {
        byte[] levels = new byte[Palette.MAX_SIZE];
        Arrays.fill(levels, 1, levels.length, (byte) 255);
        Image colors = Images.wrap(Mode.L, TABLE, MemorySegment.ofArray(levels));
        if (key != null && target.hasAlpha()) {
            return lookedUp(image, target, ColorKey.toAlpha(colors, key, target));
        }
        return lookedUp(image, target, colors.convert(target));
    }

    private static Image ofPalette(PillowImage image, Mode target, @Nullable Transparency key) {
        Palette palette = target.hasAlpha() ? withAlpha(image.palette(), key) : image.palette();
        Image colors = target.hasAlpha()
                ? Images.wrap(Mode.RGBA, TABLE, MemorySegment.ofArray(palette.toTable(4)))
                : Images.wrap(Mode.RGB, TABLE, MemorySegment.ofArray(palette.toTable(3)));
        Image result = lookedUp(image, target, colors.convert(target));
        if (key instanceof Level(int index)) {
            keep(colors, index, result);
        }
        return result;
    }

    private static Palette withAlpha(Palette palette, @Nullable Transparency key) {
        return switch (key) {
            case null -> palette;
            case Alphas(byte[] alphas) -> palette.withAlphas(alphas);
            case Level(int index) -> palette.withTransparent(index);
            case Color color ->
                throw new ImageFormatException("transparency of mode P is an index or alphas, not " + color);
        };
    }

    /** Mode L and RGB keep a transparent colour as a colour. */
    private static void keep(Image colors, int index, Image result) {
        if (result.mode() == Mode.L) {
            int level = (int) colors.convert(Mode.L).component(index, 0, 0);
            result.info().put(Transparency.KEY, new Level(level).value());
        } else if (result.mode() == Mode.RGB) {
            int red = (int) colors.component(index, 0, 0);
            int green = (int) colors.component(index, 0, 1);
            int blue = (int) colors.component(index, 0, 2);
            result.info().put(Transparency.KEY, new Color(red, green, blue).value());
        }
    }
}
