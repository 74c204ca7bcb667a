package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;

/** Leads images of either kind to a mode of this package. */
final class ToPillowMode {
    private ToPillowMode() {}

    static PillowImage convert(Image image, PillowMode target, ConvertOptions options) {
        PillowImage result = convert(in(starting(image.mode(), target), image), target, options);
        boolean keyed = target == PillowMode.PALETTE && (image.mode() == Mode.L || image.mode() == Mode.RGB);
        return keyed ? PaletteKey.keep(Transparency.of(image.info()), result) : result;
    }

    static PillowImage convert(PillowImage image, PillowMode target, ConvertOptions options) {
        PillowImage result = convert(PixelSource.of(image), target, options);
        Object transparency = image.info().get(Transparency.KEY);
        if (image.mode() == target && transparency != null) {
            result.info().put(Transparency.KEY, transparency);
        }
        return result;
    }

    /** The PEP 368 mode that the rules start from: the image's own, if there are rules for it. */
    private static Mode starting(Mode mode, PillowMode target) {
        boolean numbers = target == PillowMode.INTEGER || target == PillowMode.FLOAT;
        return switch (mode) {
            case L, LA, RGB, RGBA -> mode;
            case L16, LA32 -> numbers ? Mode.L16 : Mode.L;
            case L32 -> numbers ? Mode.L32 : Mode.L;
            case RGB48, CMYK64 -> numbers ? Mode.L16 : Mode.RGB;
            case RGBA64 -> numbers ? Mode.L16 : Mode.RGBA;
            case CMYK -> Mode.RGB;
            case YV12, JPEG_YV12 -> numbers ? Mode.L : Mode.RGB;
        };
    }

    private static PixelSource in(Mode mode, Image image) {
        return PixelSource.of(image.mode() == mode ? image : image.convert(mode));
    }

    /** The pixels of an image in L, RGB or RGBA. */
    static PixelSource quantizable(Image image) {
        Mode mode = image.mode();
        return in(mode.hasAlpha() ? Mode.RGBA : starting(mode, PillowMode.PALETTE), image);
    }

    /** @throws UnsupportedOperationException if the pixels are of mode LAB */
    static PixelSource notLab(PixelSource source, String target) {
        if (source.form() == Form.LAB) {
            throw new UnsupportedOperationException("mode LAB converts to modes of RGB only, not to " + target);
        }
        return source;
    }

    private static PillowImage convert(PixelSource source, PillowMode target, ConvertOptions options) {
        if (source.form() == target.form()) {
            return copy(source, target);
        }
        notLab(source, target.pilName());
        return switch (target) {
            case PALETTE -> toPalette(source, options);
            case BILEVEL ->
                options.dither() == Dither.FLOYD_STEINBERG && source.form() != Form.PALETTE
                        ? dithered(source)
                        : each(source, target);
            case YCBCR, LAB, HSV, INTEGER, FLOAT -> each(source, target);
        };
    }

    private static PillowImage copy(PixelSource source, PillowMode mode) {
        byte[] bytes = source.toArray(source.form());
        Palette palette = source.palette();
        return palette == null ? over(bytes, mode, source.size()) : PillowImage.indexed(source.size(), bytes, palette);
    }

    private static PillowImage each(PixelSource source, PillowMode target) {
        return over(source.toArray(target.form()), target, source.size());
    }

    private static PillowImage over(byte[] bytes, PillowMode mode, ImageSize size) {
        return PillowImage.wrap(mode, size, MemorySegment.ofArray(bytes));
    }

    private static PillowImage toPalette(PixelSource source, ConvertOptions options) {
        if (source.form() == Form.RGBA || options.palette() == PaletteChoice.ADAPTIVE) {
            return Quantizer.quantize(source, QuantizeOptions.of(options.colors()));
        }
        if (source.form().base() == Form.GRAY) {
            return PillowImage.indexed(source.size(), source.toArray(Form.GRAY), Palette.gray());
        }
        return mapped(source, Palette.web(), options.dither());
    }

    /** The nearest colour of a palette for every pixel. */
    static PillowImage mapped(PixelSource source, Palette palette, Dither dither) {
        byte[] indexes = switch (dither) {
            case NONE -> nearest(source, palette);
            case FLOYD_STEINBERG -> {
                int width = source.size().width();
                PixelReader reader = PixelReader.of(source, Form.RGB, 2 * width);
                yield PaletteDither.of(palette, width).diffuse(reader, source.size());
            }
        };
        return PillowImage.indexed(source.size(), indexes, palette);
    }

    private static byte[] nearest(PixelSource source, Palette palette) {
        PixelRule rule =
                palette.equals(Palette.web()) ? WebLevels::nearest : new NearestRule(new NearestColor(palette));
        byte[] indexes = PillowImage.allocate(source.size(), 1);
        source.apply(Form.RGB, rule, 1, indexes);
        return indexes;
    }

    private static PillowImage dithered(PixelSource source) {
        int width = source.size().width();
        byte[] pixels = new BilevelDither(width).diffuse(PixelReader.ofLuma(source, 2 * width), source.size());
        return over(pixels, PillowMode.BILEVEL, source.size());
    }
}
