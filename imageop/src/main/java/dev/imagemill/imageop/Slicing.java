package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

/** Copies selected rows and columns out of an interleaved image. */
final class Slicing {
    private Slicing() {}

    static SegmentImage slice(SegmentImage source, Slice xs, Slice ys) {
        return slice(source, columns(source, xs), rows(source, ys));
    }

    /** The area of the selected rows and columns, neither of which is empty. */
    static SegmentImage slice(SegmentImage source, Selection columns, Selection rows) {
        ImageSize size = new ImageSize(columns.count(), rows.count());
        if (isRun(source, columns, rows)) {
            return SegmentImage.copyOf(source.mode(), size, source.segment(), offset(source, columns, rows, 0));
        }
        SegmentImage result = Images.allocate(source.mode(), size);
        copy(source, columns, rows, result);
        return result;
    }

    /** Copies the selected rows and columns to an image of their size. */
    static void copy(SegmentImage source, Selection columns, Selection rows, SegmentImage result) {
        if (columns.step() == -1 && columns.count() == source.size().width() && rows.step() == -1) {
            // What is reversed both ways is one long row, and that is faster than many short ones.
            int pixels = Math.multiplyExact(columns.count(), rows.count());
            new RowCopy(source, -1, result, 1, pixels).copy(offset(source, columns, rows, rows.count() - 1), 0);
            return;
        }
        RowCopy row = new RowCopy(source, columns.step(), result, 1, columns.count());
        long length = (long) columns.count() * source.mode().bytesPerPixel();
        for (int i = 0; i < rows.count(); i++) {
            // Upwards through memory in the source: it is slow to read downwards.
            int y = rows.step() < 0 ? rows.count() - 1 - i : i;
            row.copy(offset(source, columns, rows, y), y * length);
        }
    }

    static Selection columns(SegmentImage image, Slice xs) {
        return select(xs, image.size().width(), "columns");
    }

    static Selection rows(SegmentImage image, Slice ys) {
        return select(ys, image.size().height(), "rows");
    }

    private static Selection select(Slice slice, int length, String axis) {
        Selection selection = requireNonNull(slice, "a slice is null").on(length);
        if (selection.count() == 0) {
            throw new ImageFormatException(
                    "the slice " + slice + " selects none of " + length + " " + axis + "; an image has at least one");
        }
        return selection;
    }

    /** Whether the area is one run of memory, read forwards. */
    static boolean isRun(SegmentImage image, Selection columns, Selection rows) {
        return rows.step() == 1
                && columns.step() == 1
                && (rows.count() == 1 || columns.whole(image.size().width()));
    }

    /** Where the lowest selected pixel of a selected row lies. */
    static long offset(SegmentImage image, Selection columns, Selection rows, int row) {
        long pixel = (long) rows.position(row) * image.size().width() + columns.lowest();
        return pixel * image.mode().bytesPerPixel();
    }
}
