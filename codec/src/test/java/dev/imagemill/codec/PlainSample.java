package dev.imagemill.codec;

import dev.imagemill.codec.PlainFormatFiles.Packing;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.array.ArrayImages;
import dev.imagemill.imageop.array.ArrayLayout;
import dev.imagemill.imageop.array.Npy;
import dev.imagemill.imageop.array.NumberArray;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a format that is read in Java, and what it is to be read as.
 *
 * @param stored the pixels as they are stored, without colour management
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record PlainSample(String name, ImageFormat format, byte[] file, Image stored) {
    private static final int[][] RAINBOW = {
        {0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {250, 200, 10}, {1, 2, 3}, {90, 80, 70}, {255, 255, 255}
    };
    private static final int[][] INK = {{10, 20, 30}, {200, 100, 0}};

    static List<PlainSample> all() {
        return Stream.of(bitmaps(), icons(), targas(), radiances(), photoshops(), anymaps(), arrays())
                .flatMap(samples -> samples)
                .toList();
    }

    private static Stream<PlainSample> bitmaps() {
        Image rgb = Pictures.waves(Mode.RGB, 37, 21);
        Image rgba = Pictures.waves(Mode.RGBA, 37, 21);
        Image deep = steps(37, 21, 8);
        Image flat = steps(37, 21, 2);
        Image grey = Pictures.waves(Mode.L, 37, 21);
        int[][] greys = new int[256][];
        for (int i = 0; i < 256; i++) {
            greys[i] = new int[] {i, i, i};
        }
        return Stream.of(
                bmp("24 bits", BitmapFiles.colours(rgb, 24, false), rgb),
                bmp("24 bits, top down", BitmapFiles.colours(rgb, 24, true), rgb),
                bmp("32 bits without alpha", BitmapFiles.colours(rgb, 32, false), rgb),
                bmp("32 bits with alpha", BitmapFiles.alpha(rgba), rgba),
                bmp("OS/2", BitmapFiles.os2(rgb), rgb),
                bmp("565", BitmapFiles.masked565(rgb), quantised(rgb)),
                bmp("8 bits, a palette", BitmapFiles.indexed(deep, 8, RAINBOW, 0), colored(deep, RAINBOW)),
                bmp("8 bits, greys", BitmapFiles.indexed(grey, 8, greys, 0), grey),
                bmp("8 bits in runs", BitmapFiles.indexed(deep, 8, RAINBOW, 1), colored(deep, RAINBOW)),
                bmp("4 bits", BitmapFiles.indexed(deep, 4, RAINBOW, 0), colored(deep, RAINBOW)),
                bmp("4 bits in runs", BitmapFiles.indexed(deep, 4, RAINBOW, 2), colored(deep, RAINBOW)),
                bmp("1 bit", BitmapFiles.indexed(flat, 1, INK, 0), colored(flat, INK)));
    }

    private static PlainSample bmp(String name, byte[] file, Image stored) {
        return new PlainSample("BMP of " + name, ImageFormat.BMP, file, stored);
    }

    private static Stream<PlainSample> icons() {
        Image rgba = Pictures.waves(Mode.RGBA, 48, 48);
        Image small = Pictures.waves(Mode.RGBA, 16, 16);
        Image masked = rgba.copy();
        Image unseen = rgba.copy();
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 48; x++) {
                masked.setComponent(x, y, 3, rgba.component(x, y, 3) < 128 ? 0 : 255);
                unseen.setComponent(x, y, 3, 0);
            }
        }
        Image shown = unseen.copy();
        for (int i = 0; i < 48 * 48; i++) {
            shown.setComponent(i % 48, i / 48, 3, 255);
        }
        byte[] png = Codec.encode(rgba, EncodeOptions.of(ImageFormat.PNG));
        int[] sides = {16, 48};
        return Stream.of(
                ico("32 bits", BitmapFiles.icon(sides, BitmapFiles.iconOf32(small), BitmapFiles.iconOf32(rgba)), rgba),
                ico("24 bits and a mask", BitmapFiles.icon(new int[] {48}, BitmapFiles.iconOf24(rgba)), masked),
                ico("32 bits, alpha nowhere", BitmapFiles.icon(new int[] {48}, BitmapFiles.iconOf32(unseen)), shown),
                ico("a PNG", BitmapFiles.icon(sides, BitmapFiles.iconOf32(small), png), rgba));
    }

    private static PlainSample ico(String name, byte[] file, Image stored) {
        return new PlainSample("ICO of " + name, ImageFormat.ICO, file, stored);
    }

    private static Stream<PlainSample> targas() {
        Image flat = colored(steps(37, 21, 8), RAINBOW);
        Image indexes = steps(37, 21, 8);
        Image rgba = Pictures.waves(Mode.RGBA, 37, 21);
        Stream<PlainSample> depths = Stream.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA)
                .flatMap(mode -> Stream.of(true, false).map(runs -> {
                    Image image = Pictures.waves(mode, 37, 21);
                    return tga(mode + (runs ? " in runs" : ""), PlainFormatFiles.tga(image, runs, 0), image);
                }));
        Stream<PlainSample> others = Stream.of(
                tga("runs over rows", PlainFormatFiles.tga(flat, true, 0), flat),
                tga("the top right corner", PlainFormatFiles.tga(flat, false, 0x30), flat),
                tga("the bottom right corner", PlainFormatFiles.tga(flat, true, 0x10), flat),
                tga("16 bits", PlainFormatFiles.tga16(rgba), fiveBits(rgba)),
                tga("a palette", PlainFormatFiles.tgaIndexed(indexes, 7, RAINBOW), colored(indexes, RAINBOW)));
        return Stream.concat(depths, others);
    }

    private static PlainSample tga(String name, byte[] file, Image stored) {
        return new PlainSample("TGA of " + name, ImageFormat.TGA, file, stored);
    }

    private static Stream<PlainSample> radiances() {
        Image rgbe = lights(37, 21);
        Image wide = lights(300, 2);
        Image narrow = lights(5, 4);
        return Stream.of(
                hdr("runs", PlainFormatFiles.hdr(rgbe, Packing.RUNS), rgbe),
                hdr("whole pixels", PlainFormatFiles.hdr(rgbe, Packing.NONE), rgbe),
                hdr("repeated pixels", PlainFormatFiles.hdr(wide, Packing.REPEATS), wide),
                hdr("narrow rows", PlainFormatFiles.hdr(narrow, Packing.NONE), narrow));
    }

    private static PlainSample hdr(String name, byte[] file, Image rgbe) {
        return new PlainSample("HDR of " + name, ImageFormat.HDR, file, seen(rgbe));
    }

    private static Stream<PlainSample> photoshops() {
        byte[] planes = new byte[768];
        for (int i = 0; i < RAINBOW.length; i++) {
            for (int c = 0; c < 3; c++) {
                planes[256 * c + i] = (byte) RAINBOW[i][c];
            }
        }
        Image indexes = steps(37, 21, 8);
        Stream<PlainSample> modes = Stream.of(
                        Mode.L, Mode.L16, Mode.LA, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64, Mode.CMYK, Mode.CMYK64)
                .flatMap(mode -> Stream.of(true, false).map(packed -> {
                    Image image = Pictures.waves(mode, 37, 21);
                    return new PlainSample(
                            "PSD of " + mode + (packed ? " in runs" : ""),
                            ImageFormat.PSD,
                            PlainFormatFiles.psd(
                                    asPhotoshop(image),
                                    color(mode),
                                    false,
                                    packed,
                                    mode.hasAlpha(),
                                    new byte[0],
                                    new byte[0]),
                            image);
                }));
        Image rgb = Pictures.waves(Mode.RGB, 37, 21);
        Stream<PlainSample> others = Stream.of(
                new PlainSample(
                        "PSB",
                        ImageFormat.PSD,
                        PlainFormatFiles.psd(rgb, 3, true, true, false, new byte[0], new byte[0]),
                        rgb),
                new PlainSample(
                        "PSD of a palette",
                        ImageFormat.PSD,
                        PlainFormatFiles.psd(indexes, 2, false, true, false, planes, new byte[0]),
                        colored(indexes, RAINBOW)));
        return Stream.concat(modes, others);
    }

    static int color(Mode mode) {
        return switch (mode) {
            case L, L16, LA, LA32 -> 1;
            case CMYK, CMYK64 -> 4;
            default -> 3;
        };
    }

    /** As Photoshop stores it: ink inverted, and what is transparent laid onto white. */
    static Image asPhotoshop(Image image) {
        long full = image.mode().maxValue();
        if (image.mode() == Mode.CMYK || image.mode() == Mode.CMYK64) {
            return image.point(value -> full - value);
        }
        Image onWhite = image.copy();
        int colors = image.mode().components() - 1;
        for (int y = 0; y < image.size().height() && image.mode().hasAlpha(); y++) {
            for (int x = 0; x < image.size().width(); x++) {
                long alpha = image.component(x, y, colors);
                for (int c = 0; c < colors; c++) {
                    long value = image.component(x, y, c);
                    onWhite.setComponent(x, y, c, (value * alpha + full * (full - alpha) + full / 2) / full);
                }
            }
        }
        return onWhite;
    }

    private static Stream<PlainSample> anymaps() {
        Image bits = steps(37, 21, 2).point(value -> 255 * value);
        Image ten = Pictures.waves(Mode.L16, 37, 21).point(value -> value >> 6);
        Image stretched = ten.point(value -> Math.round(value * 65_535 / 1023.0));
        Image five = Pictures.waves(Mode.RGB, 37, 21).point(value -> value >> 3);
        Stream<PlainSample> modes = Stream.of(
                        Mode.L,
                        Mode.L16,
                        Mode.LA,
                        Mode.LA32,
                        Mode.RGB,
                        Mode.RGB48,
                        Mode.RGBA,
                        Mode.RGBA64,
                        Mode.CMYK,
                        Mode.CMYK64)
                .map(mode -> {
                    Image image = Pictures.waves(mode, 37, 21);
                    return pnm(mode.name(), PlainFormatFiles.pnm(image, false, (int) mode.maxValue()), image);
                });
        Stream<PlainSample> texts = Stream.of(Mode.L, Mode.L16, Mode.RGB, Mode.RGB48)
                .map(mode -> {
                    Image image = Pictures.waves(mode, 37, 21);
                    return pnm(mode + " as text", PlainFormatFiles.pnm(image, true, (int) mode.maxValue()), image);
                });
        Stream<PlainSample> others = Stream.of(
                pnm("bits", PlainFormatFiles.pbm(bits, false), bits),
                pnm("bits as text", PlainFormatFiles.pbm(bits, true), bits),
                pnm("ten bits", PlainFormatFiles.pnm(ten, false, 1023), stretched),
                pnm(
                        "five bits",
                        PlainFormatFiles.pnm(five, false, 31),
                        five.point(value -> Math.round(value * 255 / 31.0))));
        return Stream.of(modes, texts, others).flatMap(samples -> samples);
    }

    private static PlainSample pnm(String name, byte[] file, Image stored) {
        return new PlainSample("PNM of " + name, ImageFormat.PNM, file, stored);
    }

    private static Stream<PlainSample> arrays() {
        Stream<PlainSample> modes = Stream.of(
                        Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.L16, Mode.RGB48, Mode.RGBA64, Mode.L32)
                .map(mode -> {
                    Image image = Pictures.waves(mode, 37, 21);
                    return npy(mode.name(), Npy.toBytes(ArrayImages.toArray(image, ArrayLayout.HWC)), image);
                });
        Image unit = Images.of(Mode.L, new ImageSize(3, 2), new byte[] {0, 63, 127, (byte) 191, (byte) 255, 25});
        float[] values = {0, 0.25f, 0.5f, 0.75f, 1, 0.1f};
        return Stream.concat(modes, Stream.of(npy("floats", Npy.toBytes(NumberArray.of(values, 2, 3)), unit)));
    }

    private static PlainSample npy(String name, byte[] file, Image stored) {
        return new PlainSample("NPY of " + name, ImageFormat.NPY, file, stored);
    }

    /** Numbers from 0 to below {@code count}, some alone and some in rows. */
    private static Image steps(int width, int height, int count) {
        Image image = Images.create(Mode.L, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setComponent(x, y, 0, (x % 11 < 5 ? x : y) % count);
            }
        }
        return image;
    }

    private static Image colored(Image indexes, int[][] palette) {
        Image image = Images.create(Mode.RGB, indexes.size());
        for (int y = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++) {
                for (int c = 0; c < 3; c++) {
                    image.setComponent(x, y, c, palette[(int) indexes.component(x, y, 0)][c]);
                }
            }
        }
        return image;
    }

    private static Image quantised(Image rgb) {
        return rgb.point(
                value -> Math.round((value >> 3) * 255 / 31.0),
                value -> Math.round((value >> 2) * 255 / 63.0),
                value -> Math.round((value >> 3) * 255 / 31.0));
    }

    private static Image fiveBits(Image rgba) {
        return rgba.point(
                value -> Math.round((value >> 3) * 255 / 31.0),
                value -> Math.round((value >> 3) * 255 / 31.0),
                value -> Math.round((value >> 3) * 255 / 31.0),
                value -> value < 128 ? 0 : 255);
    }

    /** Mantissas and an exponent that goes from dark to brighter than white, in steps, so that pixels repeat. */
    private static Image lights(int width, int height) {
        Image image = Images.create(Mode.RGBA, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long[] pixel = {128 + x / 4 % 100, 40 + y, 200 - x / 4 % 100, x == 0 ? 0 : 118 + x / 4 % 13};
                for (int c = 0; c < 4; c++) {
                    image.setComponent(x, y, c, pixel[c]);
                }
            }
        }
        return image;
    }

    /** The rule for light, written down once more: sRGB of (m + 1/2) 2^(e - 136), at most 1. */
    private static Image seen(Image rgbe) {
        Image image = Images.create(Mode.RGB48, rgbe.size());
        for (int y = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++) {
                long exponent = rgbe.component(x, y, 3);
                for (int c = 0; c < 3; c++) {
                    double light =
                            exponent == 0 ? 0 : (rgbe.component(x, y, c) + 0.5) * Math.pow(2, (int) exponent - 136);
                    double value = light > 1
                            ? 1
                            : light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
                    image.setComponent(x, y, c, Math.round(value * 65_535));
                }
            }
        }
        return image;
    }

    @Override
    public String toString() {
        return name;
    }
}
