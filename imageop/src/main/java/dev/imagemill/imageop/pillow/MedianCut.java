package dev.imagemill.imageop.pillow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Median cut as Pillow does it (after Heckbert, 1982). One box holds all colours; again and again the box with the most pixels is split in two,
 * until there are as many as asked for or none can be split.
 *
 * <p>A box is split across the side with the largest extent, where red counts 77, green 150 and blue 29 times. Its brighter part takes values
 * from the top, each whole, until it has more than half of the pixels; if that is all, the lowest value makes the other part. Of boxes with
 * equally many pixels, the order of a binary heap decides.
 *
 * <p>If there are more than 65,536 colours, they lose low bits of each component until there are not; the boxes hold such cells then, and a
 * colour belongs to the box of its cell. Brighter parts come first in the numbering of the boxes.
 */
final class MedianCut {
    private static final int MAX_CELLS = 65_536;
    private static final int[] WEIGHTS = {77, 150, 29};

    private final int[] cells;
    private final int[] counts;
    private final int[] pixelsByValue = new int[256];
    private final BoxHeap heap;

    private MedianCut(ColorCounts cells, int colors) {
        this.cells = cells.colors();
        this.counts = cells.counts();
        this.heap = new BoxHeap(2 * colors);
    }

    /** Colours of one box: cells from one index to before another. */
    record Box(int start, int end, long pixels) {}

    /** For every colour, the number of its box. Boxes are numbered from 0 on without gaps. */
    static int[] boxes(ColorCounts image, int colors) {
        int shift = 0;
        ColorTable cells = cells(image, shift);
        while (cells.size() > MAX_CELLS) {
            cells = cells(image, ++shift);
        }
        new MedianCut(ColorCounts.of(cells), colors).cut(colors, cells);
        int[] boxes = new int[image.size()];
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = cells.get(shifted(image.colors()[i], shift));
        }
        return boxes;
    }

    private static ColorTable cells(ColorCounts image, int shift) {
        ColorTable cells = new ColorTable();
        for (int i = 0; i < image.size(); i++) {
            cells.add(shifted(image.colors()[i], shift), image.counts()[i]);
            if (cells.size() > MAX_CELLS) {
                break;
            }
        }
        return cells;
    }

    private static int shifted(int color, int shift) {
        return (color >> shift) & ((255 >> shift) * 0x010101);
    }

    /** Splits, then gives every cell the number of its box. */
    private void cut(int colors, ColorTable numbers) {
        boolean[] starts = new boolean[cells.length];
        long pixels = 0;
        for (int count : counts) {
            pixels += count;
        }
        starts[0] = true;
        heap.add(new Box(0, cells.length, pixels));
        for (int boxes = 1; boxes < colors; boxes++) {
            Box box = removeDivisible();
            if (box == null) {
                break;
            }
            starts[split(box)] = true;
        }
        int number = -1;
        for (int i = 0; i < cells.length; i++) {
            number += starts[i] ? 1 : 0;
            numbers.set(cells[i], number);
        }
    }

    private @Nullable Box removeDivisible() {
        Box box = heap.remove();
        while (box != null && box.end - box.start == 1) {
            box = heap.remove();
        }
        return box;
    }

    /** Puts the brighter cells first and adds both parts to the heap; tells where the second one starts. */
    private int split(Box box) {
        int axis = longestAxis(box);
        Arrays.fill(pixelsByValue, 0);
        int lowest = 255;
        for (int i = box.start; i < box.end; i++) {
            int value = component(cells[i], axis);
            pixelsByValue[value] += counts[i];
            lowest = Math.min(lowest, value);
        }
        int value = 255;
        long brighter = pixelsByValue[value];
        while (2 * brighter <= box.pixels) {
            brighter += pixelsByValue[--value];
        }
        if (value == lowest) {
            brighter -= pixelsByValue[value++];
        }
        int middle = partition(box, axis, value);
        heap.add(new Box(box.start, middle, brighter));
        heap.add(new Box(middle, box.end, box.pixels - brighter));
        return middle;
    }

    private int longestAxis(Box box) {
        int best = 0;
        int longest = -1;
        for (int axis = 0; axis < 3; axis++) {
            int lowest = 255;
            int highest = 0;
            for (int i = box.start; i < box.end; i++) {
                int value = component(cells[i], axis);
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
            if (longest < (highest - lowest) * WEIGHTS[axis]) {
                longest = (highest - lowest) * WEIGHTS[axis];
                best = axis;
            }
        }
        return best;
    }

    /** Moves the cells from this value on to the front; tells how far they reach. */
    private int partition(Box box, int axis, int value) {
        int middle = box.start;
        for (int i = box.start; i < box.end; i++) {
            if (component(cells[i], axis) >= value) {
                swap(i, middle++);
            }
        }
        return middle;
    }

    private void swap(int i, int j) {
        int cell = cells[i];
        cells[i] = cells[j];
        cells[j] = cell;
        int count = counts[i];
        counts[i] = counts[j];
        counts[j] = count;
    }

    private static int component(int color, int axis) {
        return (color >> (16 - 8 * axis)) & 255;
    }
}
