package dev.imagemill.imageop;

import java.lang.foreign.MemorySegment;

/** Sets selected rows and columns of an interleaved image to the pixels of another. */
final class Assigning {
    private Assigning() {}

    static void assign(SegmentImage target, Slice xs, Slice ys, SegmentImage source) {
        Selection columns = Slicing.columns(target, xs);
        Selection rows = Slicing.rows(target, ys);
        if (source.mode() != target.mode()) {
            throw new ImageFormatException(
                    "to an image of mode " + target.mode() + " one of the same mode is assigned, not " + source.mode());
        }
        ImageSize size = new ImageSize(columns.count(), rows.count());
        if (!source.size().equals(size)) {
            throw new ImageFormatException("the selected area has " + size + ", the image to assign " + source.size());
        }
        Runs.checkWritable(target.segment());
        boolean overlapping =
                target.segment().asOverlappingSlice(source.segment()).isPresent();
        copy(overlapping ? source.copy() : source, target, columns, rows);
    }

    private static void copy(SegmentImage source, SegmentImage target, Selection columns, Selection rows) {
        if (Slicing.isRun(target, columns, rows)) {
            long to = Slicing.offset(target, columns, rows, 0);
            MemorySegment.copy(
                    source.segment(), 0, target.segment(), to, source.segment().byteSize());
            return;
        }
        RowCopy row = new RowCopy(source, 1, target, columns.step(), columns.count());
        long length = (long) columns.count() * source.mode().bytesPerPixel();
        for (int i = 0; i < rows.count(); i++) {
            row.copy(i * length, Slicing.offset(target, columns, rows, i));
        }
    }
}
