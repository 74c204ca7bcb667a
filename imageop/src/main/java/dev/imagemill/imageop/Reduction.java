package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Averaging;
import dev.imagemill.imageop.kernel.BlockSums;
import java.util.Arrays;

/** Averages whole blocks of pixels: rows of a block are summed sample by sample, then its columns. */
final class Reduction {
    private final SegmentImage source;
    private final SegmentImage result;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int factorX;
    private final int factorY;
    private final int components;

    private Reduction(SegmentImage source, int left, int top, int width, int height, int factorX, int factorY) {
        this.source = source;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.factorX = factorX;
        this.factorY = factorY;
        this.components = source.mode().components();
        this.result = Images.allocate(source.mode(), new ImageSize(blocks(width, factorX), blocks(height, factorY)));
    }

    private static int blocks(int length, int factor) {
        return Math.toIntExact(((long) length + factor - 1) / factor);
    }

    static Image reduce(SegmentImage source, int factorX, int factorY) {
        if (factorX < 1 || factorY < 1) {
            throw new IllegalArgumentException("factors are at least 1, not " + factorX + " and " + factorY);
        }
        if (source.mode().planar() || source.mode() == Mode.L32) {
            throw new UnsupportedOperationException("mode " + source.mode() + " is not reduced by whole factors");
        }
        if (factorX == 1 && factorY == 1) {
            return source.copy();
        }
        int width = source.size().width();
        int height = source.size().height();
        if (source.mode().hasAlpha()) {
            SegmentImage premultiplied = Premultiplication.premultiply(source);
            return Premultiplication.undo(reduce(premultiplied, 0, 0, width, height, factorX, factorY));
        }
        return reduce(source, 0, 0, width, height, factorX, factorY);
    }

    /** Reduces a part of an image; alpha is averaged as any other component. */
    static SegmentImage reduce(
            SegmentImage source, int left, int top, int width, int height, int factorX, int factorY) {
        Reduction reduction = new Reduction(source, left, top, width, height, factorX, factorY);
        if (reduction.halves()) {
            reduction.halve8();
        } else if (source.mode().bitsPerComponent() == Byte.SIZE) {
            if ((long) factorX * factorY <= BlockSums.MOST_PIXELS) {
                reduction.reduceSmallBlocks8();
            } else {
                reduction.reduce8();
            }
        } else {
            reduction.reduce16();
        }
        return reduction.result;
    }

    /** Whether all blocks are of two by two 8-bit pixels, which the first step of most thumbnails is. */
    private boolean halves() {
        return factorX == 2
                && factorY == 2
                && width % 2 == 0
                && height % 2 == 0
                && components != 2
                && source.mode().bitsPerComponent() == Byte.SIZE;
    }

    private void halve8() {
        int line = source.size().width() * components;
        LineReader reader = new LineReader(source.segment(), line + width * components);
        HeapBytes to = result.heapBytes();
        int blocks = width / 2;
        for (int y = 0; y < height; y += 2) {
            reader.read(firstSample(y), line + width * components);
            int upper = reader.position();
            int at = to.offset() + y / 2 * blocks * components;
            Averaging.halve(reader.array(), upper, upper + line, blocks, components, to.array(), at);
        }
    }

    private void reduceSmallBlocks8() {
        int line = source.size().width() * components;
        int samples = width * components;
        BlockSums sums = new BlockSums(samples);
        LineReader reader = new LineReader(source.segment(), (factorY - 1) * line + samples);
        HeapBytes to = result.heapBytes();
        int at = to.offset();
        int wholeBlocks = width / factorX;
        int restColumns = width % factorX;
        for (int y = 0; y < height; y += factorY) {
            int rows = Math.min(factorY, height - y);
            reader.read(firstSample(y), (rows - 1) * line + samples);
            sums.sumRows(reader.array(), reader.position(), line, rows);
            sums.means(0, wholeBlocks, factorX, components, factorX * rows, to.array(), at);
            at += wholeBlocks * components;
            if (restColumns > 0) {
                int rest = wholeBlocks * factorX * components;
                sums.means(rest, 1, restColumns, components, restColumns * rows, to.array(), at);
                at += components;
            }
        }
    }

    private void reduce8() {
        int samples = width * components;
        int[] sums = new int[samples];
        LineReader reader = new LineReader(source.segment(), samples);
        HeapBytes to = result.heapBytes();
        int at = to.offset();
        int wholeBlocks = width / factorX;
        int restColumns = width % factorX;
        for (int y = 0; y < height; y += factorY) {
            int rows = Math.min(factorY, height - y);
            reader.read(firstSample(y), samples);
            Averaging.set(reader.array(), reader.position(), sums, samples);
            for (int row = 1; row < rows; row++) {
                reader.read(firstSample(y + row), samples);
                Averaging.add(reader.array(), reader.position(), sums, samples);
            }
            Averaging.means(sums, 0, wholeBlocks, factorX, components, factorX * rows, to.array(), at);
            at += wholeBlocks * components;
            if (restColumns > 0) {
                int rest = wholeBlocks * factorX * components;
                Averaging.means(sums, rest, 1, restColumns, components, restColumns * rows, to.array(), at);
                at += components;
            }
        }
    }

    private void reduce16() {
        int samples = width * components;
        long[] sums = new long[samples];
        char[] line = new char[samples];
        char[] means = new char[result.size().width() * components];
        SampleReader reader = new SampleReader(source, samples);
        SampleWriter writer = new SampleWriter(result);
        for (int y = 0; y < height; y += factorY) {
            Arrays.fill(sums, 0);
            int rows = Math.min(factorY, height - y);
            for (int row = 0; row < rows; row++) {
                reader.read(firstSample(y + row), line, samples);
                Averaging.add(line, sums, samples);
            }
            for (int x = 0, at = 0; x < width; x += factorX, at += components) {
                int columns = Math.min(factorX, width - x);
                Averaging.mean(sums, x * components, columns, components, (long) columns * rows, means, at);
            }
            writer.write(means, (long) (y / factorY) * means.length, means.length);
        }
    }

    private long firstSample(int y) {
        return ((long) (top + y) * source.size().width() + left) * components;
    }
}
