package dev.imagemill.codec;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.Arrays;
import java.util.StringJoiner;

/** Writes TGA, Radiance, Photoshop and Netpbm files. */
final class PlainFormatFiles {
    private PlainFormatFiles() {}

    /**
     * A TGA of 8 bits a component.
     *
     * @param corner the descriptor's bits for where the first pixel lies
     */
    static byte[] tga(Image image, boolean runs, int corner) {
        Mode mode = image.mode();
        int depth = 8 * mode.components();
        int kind = mode == Mode.L || mode == Mode.LA ? 3 : 2;
        FileWriter file = new FileWriter()
                .u8(3, 0, runs ? kind + 8 : kind)
                .little16(0, 0)
                .u8(0)
                .little16(0, 0, image.size().width(), image.size().height())
                .u8(depth, corner | (mode.hasAlpha() ? 8 : 0))
                .text("id.");
        byte[] pixels = tgaPixels(image, corner);
        return file.add(runs ? packets(pixels, mode.components()) : pixels).toArray();
    }

    private static byte[] tgaPixels(Image image, int corner) {
        FileWriter pixels = new FileWriter();
        int width = image.size().width();
        int height = image.size().height();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int x = (corner & 0x10) == 0 ? column : width - 1 - column;
                int y = (corner & 0x20) == 0 ? height - 1 - row : row;
                int[] order = switch (image.mode()) {
                    case L -> new int[] {0};
                    case LA -> new int[] {0, 1};
                    case RGB -> new int[] {2, 1, 0};
                    default -> new int[] {2, 1, 0, 3};
                };
                for (int c : order) {
                    pixels.u8((int) image.component(x, y, c));
                }
            }
        }
        return pixels.toArray();
    }

    /** Packets that go on from one row to the next. */
    private static byte[] packets(byte[] pixels, int size) {
        FileWriter packets = new FileWriter();
        int count = pixels.length / size;
        for (int i = 0; i < count; ) {
            int run = 1;
            while (i + run < count
                    && run < 128
                    && Arrays.equals(
                            pixels, i * size, (i + 1) * size, pixels, (i + run) * size, (i + run + 1) * size)) {
                run++;
            }
            int literal = run > 1 ? 1 : Math.min(5, count - i);
            int taken = run > 1 ? run : literal;
            packets.u8(run > 1 ? 0x80 | (run - 1) : literal - 1);
            packets.add(Arrays.copyOfRange(pixels, i * size, (i + literal) * size));
            i += taken;
        }
        return packets.toArray();
    }

    /** A TGA of 16 bits, five for each colour and one for alpha. */
    static byte[] tga16(Image rgba) {
        FileWriter file = new FileWriter()
                .u8(0, 0, 2)
                .little16(0, 0)
                .u8(0)
                .little16(0, 0, rgba.size().width(), rgba.size().height())
                .u8(16, 0x21);
        for (int y = 0; y < rgba.size().height(); y++) {
            for (int x = 0; x < rgba.size().width(); x++) {
                file.little16((int) ((rgba.component(x, y, 3) / 128) << 15
                        | (rgba.component(x, y, 0) / 8) << 10
                        | (rgba.component(x, y, 1) / 8) << 5
                        | rgba.component(x, y, 2) / 8));
            }
        }
        return file.toArray();
    }

    /** A TGA with a palette whose first colour has a number of its own. */
    static byte[] tgaIndexed(Image indexes, int first, int[][] palette) {
        FileWriter file = new FileWriter()
                .u8(0, 1, 1)
                .little16(first, palette.length)
                .u8(24)
                .little16(0, 0, indexes.size().width(), indexes.size().height())
                .u8(8, 0x20);
        for (int[] color : palette) {
            file.u8(color[2], color[1], color[0]);
        }
        for (int y = 0; y < indexes.size().height(); y++) {
            for (int x = 0; x < indexes.size().width(); x++) {
                file.u8(first + (int) indexes.component(x, y, 0));
            }
        }
        return file.toArray();
    }

    /** How a Radiance file is packed. */
    enum Packing {
        NONE,
        REPEATS,
        RUNS
    }

    /**
     * A Radiance picture.
     *
     * @param rgbe mode RGBA, the mantissas and the exponent
     */
    static byte[] hdr(Image rgbe, Packing packing) {
        int width = rgbe.size().width();
        FileWriter file = new FileWriter()
                .text("#?RADIANCE\n# a comment\nFORMAT=32-bit_rle_rgbe\nEXPOSURE=2\n\n-Y "
                        + rgbe.size().height() + " +X " + width + "\n");
        for (int y = 0; y < rgbe.size().height(); y++) {
            switch (packing) {
                case RUNS -> runs(file, rgbe, y);
                case NONE, REPEATS -> wholes(file, rgbe, y, packing == Packing.REPEATS);
            }
        }
        return file.toArray();
    }

    private static void wholes(FileWriter file, Image rgbe, int y, boolean repeats) {
        for (int x = 0; x < rgbe.size().width(); x++) {
            int run = 0;
            while (repeats && x > 0 && x + run < rgbe.size().width() && same(rgbe, x - 1, x + run, y)) {
                run++;
            }
            if (run > 0) {
                file.u8(1, 1, 1, run & 0xff);
                if (run > 255) {
                    file.u8(1, 1, 1, run >> 8);
                }
                x += run - 1;
            } else {
                for (int c = 0; c < 4; c++) {
                    file.u8((int) rgbe.component(x, y, c));
                }
            }
        }
    }

    private static boolean same(Image image, int one, int other, int y) {
        for (int c = 0; c < image.mode().components(); c++) {
            if (image.component(one, y, c) != image.component(other, y, c)) {
                return false;
            }
        }
        return true;
    }

    private static void runs(FileWriter file, Image rgbe, int y) {
        int width = rgbe.size().width();
        file.u8(2, 2, width >> 8, width);
        for (int c = 0; c < 4; c++) {
            for (int x = 0; x < width; ) {
                int run = 1;
                while (x + run < width && run < 127 && rgbe.component(x + run, y, c) == rgbe.component(x, y, c)) {
                    run++;
                }
                if (run > 2) {
                    file.u8(128 + run, (int) rgbe.component(x, y, c));
                    x += run;
                } else {
                    file.u8(1, (int) rgbe.component(x, y, c));
                    x++;
                }
            }
        }
    }

    /**
     * A Photoshop document without layers that are worth the name.
     *
     * @param color Photoshop's number of the colour mode
     * @param stored the channels as they are stored, ink inverted
     * @param transparent whether the last channel is said to be transparency
     * @param profile empty for none
     */
    static byte[] psd(
            Image stored,
            int color,
            boolean large,
            boolean packed,
            boolean transparent,
            byte[] palette,
            byte[] profile) {
        Mode mode = stored.mode();
        int depth = mode.bitsPerComponent();
        FileWriter resources = new FileWriter();
        resources.text("8BIM").big16(4000, 0).big32(3).u8(1, 2, 3, 0);
        if (profile.length > 0) {
            resources
                    .text("8BIM")
                    .big16(1039)
                    .u8(3)
                    .text("icc")
                    .big32(profile.length)
                    .add(profile)
                    .align(2);
        }
        FileWriter layers = new FileWriter();
        if (transparent) {
            layers.add(new byte[large ? 8 : 4]).big16(-1, 0, 0, 0);
        }
        FileWriter file = new FileWriter()
                .text("8BPS")
                .big16(large ? 2 : 1, 0, 0, 0, mode.components())
                .big32(stored.size().height(), stored.size().width())
                .big16(depth, color)
                .big32(palette.length)
                .add(palette)
                .big32(resources.size())
                .add(resources.toArray());
        if (large) {
            file.big32(0);
        }
        file.big32(layers.size()).add(layers.toArray()).big16(packed ? 1 : 0);
        FileWriter counts = new FileWriter();
        FileWriter pixels = new FileWriter();
        for (int c = 0; c < mode.components(); c++) {
            for (int y = 0; y < stored.size().height(); y++) {
                byte[] row = channelRow(stored, y, c);
                byte[] written = packed ? packBits(row) : row;
                if (large) {
                    counts.big32(written.length);
                } else {
                    counts.big16(written.length);
                }
                pixels.add(written);
            }
        }
        return (packed ? file.add(counts.toArray()) : file)
                .add(pixels.toArray())
                .toArray();
    }

    private static byte[] channelRow(Image image, int y, int c) {
        FileWriter row = new FileWriter();
        for (int x = 0; x < image.size().width(); x++) {
            int value = (int) image.component(x, y, c);
            if (image.mode().bitsPerComponent() == 16) {
                row.big16(value);
            } else {
                row.u8(value);
            }
        }
        return row.toArray();
    }

    private static byte[] packBits(byte[] row) {
        FileWriter packed = new FileWriter();
        for (int i = 0; i < row.length; ) {
            int run = 1;
            while (i + run < row.length && run < 128 && row[i + run] == row[i]) {
                run++;
            }
            if (run > 1) {
                packed.u8(1 - run, row[i]);
                i += run;
            } else {
                int literal = Math.min(3, row.length - i);
                packed.u8(literal - 1).add(Arrays.copyOfRange(row, i, i + literal));
                i += literal;
            }
        }
        return packed.toArray();
    }

    /** A PGM, PPM or, for other modes, a PAM; as text or not. */
    static byte[] pnm(Image image, boolean text, int maxValue) {
        Mode mode = image.mode();
        FileWriter file = new FileWriter();
        int components = mode.components();
        if (components == 1 || components == 3) {
            int kind = (components == 1 ? 2 : 3) + (text ? 0 : 3);
            file.text("P" + kind + "\n# a comment\n" + image.size().width() + " "
                    + image.size().height() + "\n" + maxValue + "\n");
        } else {
            String tuple = switch (mode) {
                case LA, LA32 -> "GRAYSCALE_ALPHA";
                case CMYK, CMYK64 -> "CMYK";
                default -> "RGB_ALPHA";
            };
            file.text("P7\nWIDTH " + image.size().width() + "\nHEIGHT "
                    + image.size().height() + "\nDEPTH " + components + "\nMAXVAL " + maxValue + "\nTUPLTYPE " + tuple
                    + "\nENDHDR\n");
        }
        StringJoiner numbers = new StringJoiner(" ");
        for (int y = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++) {
                for (int c = 0; c < components; c++) {
                    int value = (int) image.component(x, y, c);
                    if (text) {
                        numbers.add(Integer.toString(value));
                    } else if (maxValue > 255) {
                        file.big16(value);
                    } else {
                        file.u8(value);
                    }
                }
            }
        }
        return file.text(numbers.toString()).toArray();
    }

    /** A PBM; black where the image is 0. */
    static byte[] pbm(Image image, boolean text) {
        FileWriter file = new FileWriter()
                .text((text ? "P1 " : "P4 ") + image.size().width() + " "
                        + image.size().height() + "\n");
        for (int y = 0; y < image.size().height(); y++) {
            int pending = 0;
            for (int x = 0; x < image.size().width(); x++) {
                int bit = image.component(x, y, 0) == 0 ? 1 : 0;
                pending |= bit << (7 - x % 8);
                if (text) {
                    file.text(Integer.toString(bit));
                } else if (x % 8 == 7 || x == image.size().width() - 1) {
                    file.u8(pending);
                    pending = 0;
                }
            }
        }
        return file.toArray();
    }
}
