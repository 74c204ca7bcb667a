package dev.imagemill.codec;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;

/** Writes BMP files and icons, in ways that are found in the wild. */
final class BitmapFiles {
    private BitmapFiles() {}

    /** 24 bits, or 32 without alpha. */
    static byte[] colours(Image rgb, int depth, boolean topDown) {
        return file(rgb, depth, 0, topDown, new byte[0], pixels(rgb, depth, topDown, 255));
    }

    /** The header of OS/2 1.x, which knows no sides above 65,535. */
    static byte[] os2(Image rgb) {
        byte[] pixels = pixels(rgb, 24, false, 0);
        return new FileWriter()
                .text("BM")
                .little32(26 + pixels.length, 0, 26)
                .little32(12)
                .little16(rgb.size().width(), rgb.size().height(), 1, 24)
                .add(pixels)
                .toArray();
    }

    /** 32 bits with alpha, a header of version 5. */
    static byte[] alpha(Image rgba) {
        byte[] pixels = pixels(rgba, 32, false, 0);
        FileWriter file = new FileWriter()
                .text("BM")
                .little32(14 + 124 + pixels.length, 0, 14 + 124)
                .little32(124, rgba.size().width(), rgba.size().height())
                .little16(1, 32)
                .little32(3, pixels.length, 2835, 2835, 0, 0)
                .little32(0xff0000, 0xff00, 0xff, 0xff000000);
        return file.add(new byte[14 + 124 - file.size()]).add(pixels).toArray();
    }

    /** 16 bits as 565, by masks behind the header. */
    static byte[] masked565(Image rgb) {
        FileWriter pixels = new FileWriter();
        for (int y = rgb.size().height() - 1; y >= 0; y--) {
            for (int x = 0; x < rgb.size().width(); x++) {
                pixels.little16((int) (rgb.component(x, y, 0) >> 3 << 11
                        | rgb.component(x, y, 1) >> 2 << 5
                        | rgb.component(x, y, 2) >> 3));
            }
            pixels.align(4);
        }
        byte[] masks = new FileWriter().little32(0xf800, 0x7e0, 0x1f).toArray();
        return file(rgb, 16, 3, false, masks, pixels.toArray());
    }

    /**
     * A palette and indexes into it.
     *
     * @param indexes mode L
     * @param palette red, green, blue of each entry
     * @param compression 0, or 1 or 2 for runs
     */
    static byte[] indexed(Image indexes, int depth, int[][] palette, int compression) {
        FileWriter colors = new FileWriter();
        for (int[] color : palette) {
            colors.u8(color[2], color[1], color[0], 0);
        }
        byte[] rest = new byte[4 * ((1 << depth) - palette.length)];
        byte[] pixels = switch (compression) {
            case 1 -> runs8(indexes);
            case 2 -> runs4(indexes);
            default -> packed(indexes, depth);
        };
        return file(indexes, depth, compression, false, colors.add(rest).toArray(), pixels);
    }

    static byte[] packed(Image indexes, int depth) {
        FileWriter pixels = new FileWriter();
        for (int y = indexes.size().height() - 1; y >= 0; y--) {
            int pending = 0;
            int bits = 0;
            for (int x = 0; x < indexes.size().width(); x++) {
                pending = pending << depth | (int) indexes.component(x, y, 0);
                bits += depth;
                if (bits == 8) {
                    pixels.u8(pending);
                    pending = 0;
                    bits = 0;
                }
            }
            if (bits > 0) {
                pixels.u8(pending << (8 - bits));
            }
            pixels.align(4);
        }
        return pixels.toArray();
    }

    /** Runs where pixels are equal, a literal of three where they are not, as long as three are left. */
    private static byte[] runs8(Image indexes) {
        FileWriter pixels = new FileWriter();
        int width = indexes.size().width();
        for (int y = indexes.size().height() - 1; y >= 0; y--) {
            for (int x = 0; x < width; ) {
                int run = run(indexes, x, y);
                if (run == 1 && x + 3 <= width) {
                    pixels.u8(0, 3, at(indexes, x, y), at(indexes, x + 1, y), at(indexes, x + 2, y), 0);
                    x += 3;
                } else {
                    pixels.u8(run, at(indexes, x, y));
                    x += run;
                }
            }
            pixels.u8(0, 0);
        }
        return pixels.u8(0, 1).toArray();
    }

    /** Pairs, and a literal of five where there is room. */
    private static byte[] runs4(Image indexes) {
        FileWriter pixels = new FileWriter();
        int width = indexes.size().width();
        for (int y = indexes.size().height() - 1; y >= 0; y--) {
            for (int x = 0; x < width; ) {
                if (x % 3 == 0 && x + 5 <= width) {
                    pixels.u8(0, 5);
                    for (int i = 0; i < 5; i += 2) {
                        pixels.u8(at(indexes, x + i, y) << 4 | (i == 4 ? 0 : at(indexes, x + i + 1, y)));
                    }
                    pixels.u8(0);
                    x += 5;
                } else {
                    int pair = Math.min(2, width - x);
                    pixels.u8(pair, at(indexes, x, y) << 4 | (pair == 2 ? at(indexes, x + 1, y) : 0));
                    x += pair;
                }
            }
            pixels.u8(0, y == 0 ? 1 : 0);
        }
        return pixels.toArray();
    }

    private static int run(Image indexes, int x, int y) {
        int length = 1;
        while (x + length < indexes.size().width() && length < 255 && at(indexes, x + length, y) == at(indexes, x, y)) {
            length++;
        }
        return length;
    }

    private static int at(Image indexes, int x, int y) {
        return (int) indexes.component(x, y, 0);
    }

    /** Rows of blue, green, red and maybe a fourth byte, filled up to four bytes. */
    static byte[] pixels(Image image, int depth, boolean topDown, int fourth) {
        FileWriter pixels = new FileWriter();
        int height = image.size().height();
        for (int row = 0; row < height; row++) {
            int y = topDown ? row : height - 1 - row;
            for (int x = 0; x < image.size().width(); x++) {
                for (int c = 2; c >= 0; c--) {
                    pixels.u8((int) image.component(x, y, c));
                }
                if (depth == 32) {
                    pixels.u8(image.mode() == Mode.RGBA ? (int) image.component(x, y, 3) : fourth);
                }
            }
            pixels.align(4);
        }
        return pixels.toArray();
    }

    private static byte[] file(Image image, int depth, int compression, boolean topDown, byte[] table, byte[] pixels) {
        int start = 14 + 40 + table.length;
        return new FileWriter()
                .text("BM")
                .little32(start + pixels.length, 0, start)
                .add(header(
                        image, topDown ? -image.size().height() : image.size().height(), depth, compression))
                .add(table)
                .add(pixels)
                .toArray();
    }

    private static byte[] header(Image image, int height, int depth, int compression) {
        return new FileWriter()
                .little32(40, image.size().width(), height)
                .little16(1, depth)
                .little32(compression, 0, 2835, 2835, 0, 0)
                .toArray();
    }

    /** An icon's picture of 32 bits with alpha, and a mask that says nothing. */
    static byte[] iconOf32(Image rgba) {
        int height = rgba.size().height();
        byte[] mask = new byte[(rgba.size().width() + 31) / 32 * 4 * height];
        return new FileWriter()
                .add(header(rgba, 2 * height, 32, 0))
                .add(pixels(rgba, 32, false, 0))
                .add(mask)
                .toArray();
    }

    /** An icon's picture of 24 bits, transparent where alpha is below a half. */
    static byte[] iconOf24(Image rgba) {
        Image hidden = rgba.split().get(3).point(alpha -> alpha < 128 ? 1 : 0);
        return new FileWriter()
                .add(header(rgba, 2 * rgba.size().height(), 24, 0))
                .add(pixels(rgba.convert(Mode.RGB), 24, false, 0))
                .add(packed(hidden, 1))
                .toArray();
    }

    /** An icon of these pictures; the sides are those that the directory tells, which nothing holds them to. */
    static byte[] icon(int[] sides, byte[]... pictures) {
        FileWriter file = new FileWriter().little16(0, 1, pictures.length);
        int offset = 6 + 16 * pictures.length;
        for (int i = 0; i < pictures.length; i++) {
            file.u8(sides[i], sides[i], 0, 0).little16(1, 32).little32(pictures[i].length, offset);
            offset += pictures[i].length;
        }
        for (byte[] picture : pictures) {
            file.add(picture);
        }
        return file.toArray();
    }
}
