package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Averaging;
import java.util.Arrays;

/** Reduces samples of any width by factors of any size. */
final class ReductionOfAny extends Reduction {
    private final RowReader reader;
    private final int sampleBytes;
    private final long[] sums;

    ReductionOfAny(SegmentImage source, Blocks blocks) {
        super(source, blocks);
        this.reader = new RowReader(source, blocks.left(), width);
        this.sampleBytes = source.mode().bytesPerComponent();
        this.sums = new long[width * components];
    }

    @Override
    void reduceRows(int y, int rows, int at) {
        Arrays.fill(sums, 0);
        for (int row = 0; row < rows; row++) {
            reader.read(y + row);
            Averaging.add(reader.array(), reader.position(), sampleBytes, sums);
        }
        int out = at;
        for (int x = 0; x < width; x += factorX) {
            int columns = Math.min(factorX, width - x);
            Averaging.mean(
                    sums, x * components, columns, components, (long) columns * rows, sampleBytes, to.array(), out);
            out += components * sampleBytes;
        }
    }
}
