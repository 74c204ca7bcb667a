package dev.imagemill.imageop;

import java.util.Arrays;

/** Conversion of a whole image pixel by pixel, after {@link ReferenceColor}. */
final class ReferenceConversion {
    private final Image source;
    private final Mode to;
    private final int bits;
    private final ChromaUpsampling upsampling;

    private ReferenceConversion(Image source, Mode to, ChromaUpsampling upsampling) {
        this.source = source;
        this.to = to;
        this.bits = source.mode().bitsPerComponent() > 8 || to.bitsPerComponent() > 8 ? 16 : 8;
        this.upsampling = upsampling;
    }

    static Image convert(Image source, Mode to) {
        return convert(source, to, ChromaUpsampling.REPLICATE);
    }

    static Image convert(Image source, Mode to, ChromaUpsampling upsampling) {
        ReferenceConversion conversion = new ReferenceConversion(source, to, upsampling);
        Image result = Images.create(to, source.size());
        if (to.planar()) {
            conversion.fillPlanes(result);
        } else {
            conversion.fillPixels(result);
        }
        return result;
    }

    private void fillPixels(Image result) {
        for (int y = 0; y < result.size().height(); y++) {
            for (int x = 0; x < result.size().width(); x++) {
                set(result, x, y, ReferenceColor.fromDepth(to, bits, converted(x, y)));
            }
        }
    }

    private static void set(Image image, int x, int y, double... pixel) {
        for (int c = 0; c < pixel.length; c++) {
            image.setComponent(x, y, c, (long) pixel[c]);
        }
    }

    private void fillPlanes(Image result) {
        for (int y = 0; y < result.size().height(); y += 2) {
            for (int x = 0; x < result.size().width(); x += 2) {
                double[][] block = {converted(x, y), converted(x + 1, y), converted(x, y + 1), converted(x + 1, y + 1)};
                for (int i = 0; i < block.length; i++) {
                    set(result.plane("y"), x + i % 2, y + i / 2, narrowed(block[i][0]));
                }
                set(result.plane("cr"), x / 2, y / 2, narrowed(mean(block, 1)));
                set(result.plane("cb"), x / 2, y / 2, narrowed(mean(block, 2)));
            }
        }
    }

    private double narrowed(double value) {
        return ReferenceColor.fromDepth(to, bits, value)[0];
    }

    private static double mean(double[][] block, int component) {
        double sum = Arrays.stream(block).mapToDouble(pixel -> pixel[component]).sum();
        return Math.floor((sum + 2) / 4);
    }

    private double[] converted(int x, int y) {
        return ReferenceColor.convert(source.mode(), to, pixel(x, y));
    }

    private double[] pixel(int x, int y) {
        if (source.mode().planar()) {
            return new double[] {source.plane("y").component(x, y, 0), chroma("cr", x, y), chroma("cb", x, y)};
        }
        double[] pixel = new double[source.mode().components()];
        for (int c = 0; c < pixel.length; c++) {
            pixel[c] = source.component(x, y, c);
        }
        return pixel;
    }

    private double chroma(String name, int x, int y) {
        Image plane = source.plane(name);
        if (upsampling == ChromaUpsampling.REPLICATE || to.planar()) {
            return plane.component(x / 2, y / 2, 0);
        }
        int besideX = Math.clamp(x / 2 + (x % 2 == 0 ? -1 : 1), 0, plane.size().width() - 1);
        int besideY = Math.clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, plane.size().height() - 1);
        double sum = 9 * plane.component(x / 2, y / 2, 0)
                + 3 * plane.component(besideX, y / 2, 0)
                + 3 * plane.component(x / 2, besideY, 0)
                + plane.component(besideX, besideY, 0);
        return Math.floor((sum + (x % 2 == 0 ? 8 : 7)) / 16);
    }
}
