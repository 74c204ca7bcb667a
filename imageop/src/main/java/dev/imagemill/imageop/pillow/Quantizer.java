package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.ImageFormatException;

/** Picks a palette for an image and finds every pixel's index in it. */
final class Quantizer {
    private final PixelSource source;
    private final QuantizeOptions options;
    private final Form form;
    private final byte[] indexes;

    private Quantizer(PixelSource source, QuantizeOptions options) {
        this.source = source;
        this.options = options;
        this.form = source.form() == Form.RGBA ? Form.RGBA : Form.RGB;
        this.indexes = PillowImage.allocate(source.size(), 1);
    }

    /** @param source in a form that leads to RGB, or RGBA */
    static PillowImage quantize(PixelSource source, QuantizeOptions options) {
        boolean alpha = source.form() == Form.RGBA;
        QuantizeMethod method = options.method();
        if (method == null) {
            method = alpha ? QuantizeMethod.FAST_OCTREE : QuantizeMethod.MEDIAN_CUT;
        }
        if (alpha && method != QuantizeMethod.FAST_OCTREE) {
            throw new ImageFormatException("of an image with alpha, " + QuantizeMethod.FAST_OCTREE
                    + " alone can make a palette, not " + method);
        }
        Quantizer quantizer = new Quantizer(source, options);
        Palette palette = switch (method) {
            case MEDIAN_CUT -> quantizer.medianCut();
            case MAX_COVERAGE -> quantizer.maxCoverage();
            case FAST_OCTREE -> quantizer.octree(alpha ? new CubePixels.Rgba() : new CubePixels.Rgb());
        };
        return PillowImage.indexed(source.size(), quantizer.indexes, palette);
    }

    private Palette medianCut() {
        ColorTable table = countColors();
        ColorCounts image = ColorCounts.of(table);
        int[] assigned = MedianCut.boxes(image, options.colors());
        int boxes = 0;
        for (int box : assigned) {
            boxes = Math.max(boxes, box + 1);
        }
        int[] palette = image.means(assigned, boxes);
        return assign(table, image, palette, assigned);
    }

    private Palette maxCoverage() {
        ColorTable table = countColors();
        ColorCounts image = ColorCounts.of(table);
        PixelReader reader = PixelReader.of(source, Form.RGB, 1);
        reader.read(0, 1);
        int at = reader.position();
        byte[] rgb = reader.array();
        int first = (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | (rgb[at + 2] & 255);
        int[] palette = MaxCoverage.palette(image, first, options.colors());
        return assign(table, image, palette, new int[image.size()]);
    }

    /** Moves every colour to the nearest in the palette, refines that if asked to, and writes the indexes of the pixels. */
    private Palette assign(ColorTable table, ColorCounts image, int[] palette, int[] assigned) {
        PaletteDistances distances = new PaletteDistances(palette);
        for (int i = 0; i < assigned.length; i++) {
            assigned[i] = distances.nearest(image.colors()[i], assigned[i]);
        }
        int[] refined =
                options.kMeans() == 0 ? palette : KMeans.refine(image, assigned, palette.length, options.kMeans() - 1);
        for (int i = 0; i < assigned.length; i++) {
            table.set(image.colors()[i], assigned[i]);
        }
        source.apply(form, table::getAll, 1, indexes);
        return Palette.ofPacked(refined);
    }

    private ColorTable countColors() {
        ColorTable table = new ColorTable();
        source.inRuns(form, (pixels, at, first, count) -> table.addAll(pixels, at, count));
        return table;
    }

    private Palette octree(CubePixels cube) {
        source.inRuns(form, (pixels, at, first, count) -> cube.count(pixels, at, count));
        boolean alpha = form == Form.RGBA;
        Octree octree = new Octree(cube.cube(), alpha, options.colors());
        byte[] ofCells = octree.indexes();
        PixelRule rule = (from, at, to, toAt, pixels) -> cube.look(ofCells, from, at, to, toAt, pixels);
        source.apply(form, rule, 1, indexes);
        return alpha ? Palette.ofPackedWithAlpha(octree.palette()) : Palette.ofPacked(octree.palette());
    }
}
