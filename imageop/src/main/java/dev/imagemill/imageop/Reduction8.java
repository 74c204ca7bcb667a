package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Averaging8;
import dev.imagemill.imageop.kernel.Halving;

/** Reduces 8-bit samples by factors that are not large. */
final class Reduction8 extends Reduction {
    private final RowReader reader;
    private final RowReader second;
    private final Averaging8 averaging;
    private final Halving halving;

    Reduction8(SegmentImage source, Blocks blocks) {
        super(source, blocks);
        this.reader = new RowReader(source, blocks.left(), width);
        this.second = new RowReader(source, blocks.left(), width);
        this.averaging = new Averaging8(width * components, components);
        this.halving = new Halving(width / 2, components);
    }

    static boolean takes(Mode mode, Blocks blocks) {
        return mode.bitsPerComponent() == Byte.SIZE
                && (long) blocks.factorX() * blocks.factorY() <= Averaging8.MOST_PIXELS;
    }

    @Override
    void reduceRows(int y, int rows, int at) {
        if (factorX == 2 && rows == 2 && width % 2 == 0) {
            reader.read(y);
            second.read(y + 1);
            halving.means(reader.array(), reader.position(), second.array(), second.position());
            halving.write(to.array(), at);
        } else {
            average(y, rows, at);
        }
    }

    private void average(int y, int rows, int at) {
        reader.read(y);
        averaging.set(reader.array(), reader.position());
        for (int row = 1; row < rows; row++) {
            reader.read(y + row);
            averaging.add(reader.array(), reader.position());
        }
        int blocks = width / factorX;
        int rest = width % factorX;
        if (rest > 0) {
            int first = blocks * factorX * components;
            averaging.mean(first, rest, rest * rows, to.array(), at + blocks * components);
        }
        averaging.addAcross(factorX);
        averaging.means(factorX * components, blocks, factorX * rows, to.array(), at);
    }
}
