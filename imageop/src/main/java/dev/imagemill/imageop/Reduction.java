package dev.imagemill.imageop;

import org.jspecify.annotations.Nullable;

/** Averages whole blocks of pixels; what has alpha weighs colours by it. */
abstract sealed class Reduction permits Reduction8, ReductionOfAny {
    final int components;
    final int width;
    final int factorX;
    final HeapBytes to;
    private final int top;
    private final int height;
    private final int factorY;
    private final SegmentImage result;
    private final @Nullable Premultiplication premultiplication;

    Reduction(SegmentImage source, Blocks blocks) {
        this.components = source.mode().components();
        this.width = blocks.width();
        this.factorX = blocks.factorX();
        this.top = blocks.top();
        this.height = blocks.height();
        this.factorY = blocks.factorY();
        this.result = Images.allocate(source.mode(), blocks.count());
        this.to = result.heapBytes();
        this.premultiplication = Premultiplication.of(source.mode());
    }

    static SegmentImage reduce(SegmentImage source, int factorX, int factorY) {
        if (factorX < 1 || factorY < 1) {
            throw new IllegalArgumentException("factors are at least 1, not " + factorX + " and " + factorY);
        }
        if (factorX == 1 && factorY == 1) {
            return source.copy();
        }
        Blocks blocks = Blocks.ofAll(source.size(), factorX, factorY);
        return source.mode().planar() ? planes(source, blocks) : reduce(source, blocks);
    }

    private static SegmentImage planes(SegmentImage source, Blocks blocks) {
        SegmentImage result = Images.allocate(source.mode(), blocks.count());
        for (int i = 0; i < source.mode().components(); i++) {
            SegmentImage plane = source.plane(i);
            Blocks planeBlocks = Blocks.ofAll(plane.size(), blocks.factorX(), blocks.factorY());
            result.plane(i).segment().copyFrom(reduce(plane, planeBlocks).segment());
        }
        return result;
    }

    /** Reduces a part of an image that is not planar. */
    static SegmentImage reduce(SegmentImage source, Blocks blocks) {
        Reduction reduction = Reduction8.takes(source.mode(), blocks)
                ? new Reduction8(source, blocks)
                : new ReductionOfAny(source, blocks);
        reduction.run();
        return reduction.result;
    }

    private void run() {
        int columns = result.size().width();
        int rowBytes = columns * result.mode().bytesPerPixel();
        int at = to.offset();
        for (int y = 0; y < height; y += factorY) {
            reduceRows(top + y, Math.min(factorY, height - y), at);
            if (premultiplication != null) {
                premultiplication.divide(to.array(), at, columns);
            }
            at += rowBytes;
        }
    }

    /** Reduces some rows of the source to one of the result, which begins at {@code at}. */
    abstract void reduceRows(int y, int rows, int at);
}
