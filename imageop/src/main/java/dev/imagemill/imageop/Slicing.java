package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.Reordering;
import dev.imagemill.imageop.kernel.Striding;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** Copies selected rows and columns out of an interleaved image, and into one. */
final class Slicing {
    private Slicing() {}

    static SegmentImage slice(SegmentImage source, Slice xs, Slice ys) {
        Selection columns = select(xs, source.size().width(), "columns");
        Selection rows = select(ys, source.size().height(), "rows");
        return slice(source, columns, rows);
    }

    /** The area of the selected rows and columns, neither of which is empty. */
    static SegmentImage slice(SegmentImage source, Selection columns, Selection rows) {
        ImageSize size = new ImageSize(columns.count(), rows.count());
        int pixelBytes = source.mode().bytesPerPixel();
        long line = (long) source.size().width() * pixelBytes;
        if (contiguous(source, columns, rows)) {
            return SegmentImage.copyOf(
                    source.mode(), size, source.segment(), rows.first() * line + (long) columns.first() * pixelBytes);
        }
        SegmentImage result = Images.allocate(source.mode(), size);
        copy(source, columns, rows, result);
        return result;
    }

    /** Copies the selected rows and columns to an image on the heap of their size. */
    static void copy(SegmentImage source, Selection columns, Selection rows, SegmentImage result) {
        int pixelBytes = source.mode().bytesPerPixel();
        long line = (long) source.size().width() * pixelBytes;
        HeapBytes to = result.heapBytes();
        int length = columns.count() * pixelBytes;
        int span = Math.multiplyExact(columns.span(), pixelBytes);
        LineReader reader = new LineReader(source.segment(), columns.step() == 1 ? 0 : span);
        for (int i = 0; i < rows.count(); i++) {
            long from = rows.position(i) * line + (long) columns.lowest() * pixelBytes;
            int toAt = to.offset() + i * length;
            if (columns.step() == 1) {
                MemorySegment.copy(source.segment(), JAVA_BYTE, from, to.array(), toAt, length);
            } else {
                reader.read(from, span);
                gather(reader, columns, to.array(), toAt, pixelBytes);
            }
        }
    }

    private static Selection select(Slice slice, int length, String axis) {
        Selection selection = Objects.requireNonNull(slice, "a slice is null").on(length);
        if (selection.count() == 0) {
            throw new ImageFormatException(
                    "the slice " + slice + " selects none of " + length + " " + axis + "; an image has at least one");
        }
        return selection;
    }

    /** Whether the area is one run of memory, read forwards. */
    private static boolean contiguous(SegmentImage image, Selection columns, Selection rows) {
        return rows.step() == 1
                && columns.step() == 1
                && (rows.count() == 1 || columns.whole(image.size().width()));
    }

    /** Writes the selected pixels of a row, of which those from the lowest on have been read, one after the other. */
    private static void gather(LineReader row, Selection columns, byte[] to, int toAt, int pixelBytes) {
        if (columns.step() == -1) {
            Reordering.reverse(row.array(), row.position(), to, toAt, columns.count(), pixelBytes);
        } else {
            int at = row.position() + (columns.first() - columns.lowest()) * pixelBytes;
            int step = columns.step() * pixelBytes;
            Striding.copy(row.array(), at, step, to, toAt, pixelBytes, columns.count(), pixelBytes);
        }
    }

    static void assign(SegmentImage target, Slice xs, Slice ys, SegmentImage source) {
        Selection columns = select(xs, target.size().width(), "columns");
        Selection rows = select(ys, target.size().height(), "rows");
        if (source.mode() != target.mode()) {
            throw new ImageFormatException(
                    "to an image of mode " + target.mode() + " one of the same mode is assigned, not " + source.mode());
        }
        ImageSize size = new ImageSize(columns.count(), rows.count());
        if (!source.size().equals(size)) {
            throw new ImageFormatException("the selected area has " + size + ", the image to assign " + source.size());
        }
        boolean overlapping =
                target.segment().asOverlappingSlice(source.segment()).isPresent();
        assign(target, columns, rows, overlapping ? source.copy() : source);
    }

    /** Assigns an image that shares no memory with the target. */
    private static void assign(SegmentImage target, Selection columns, Selection rows, SegmentImage source) {
        int pixelBytes = source.mode().bytesPerPixel();
        long line = (long) target.size().width() * pixelBytes;
        if (contiguous(target, columns, rows)) {
            long to = rows.first() * line + (long) columns.first() * pixelBytes;
            MemorySegment.copy(
                    source.segment(), 0, target.segment(), to, source.segment().byteSize());
            return;
        }
        long length = (long) columns.count() * pixelBytes;
        RowWriter writer = new RowWriter(source, target, columns);
        for (int i = 0; i < rows.count(); i++) {
            long to = rows.position(i) * line + (long) columns.lowest() * pixelBytes;
            if (columns.step() == 1) {
                MemorySegment.copy(source.segment(), i * length, target.segment(), to, length);
            } else {
                writer.write(i * length, to);
            }
        }
    }

    /** Writes rows to columns that are not side by side in order. Native rows are taken to the heap and put back. */
    private static final class RowWriter {
        private final LineReader source;
        private final LineReader target;
        private final MemorySegment targetSegment;
        private final boolean inPlace;
        private final Selection columns;
        private final int pixelBytes;
        private final int length;
        private final int span;

        RowWriter(SegmentImage source, SegmentImage target, Selection columns) {
            this.columns = columns;
            this.pixelBytes = source.mode().bytesPerPixel();
            this.length = columns.count() * pixelBytes;
            this.span = Math.multiplyExact(columns.span(), pixelBytes);
            boolean strided = columns.step() != 1;
            this.source = new LineReader(source.segment(), strided ? length : 0);
            this.target = new LineReader(target.segment(), strided ? span : 0);
            this.targetSegment = target.segment();
            this.inPlace = HeapBytes.of(targetSegment) != null;
        }

        void write(long from, long to) {
            source.read(from, length);
            target.read(to, span);
            int at = target.position();
            if (columns.step() == -1) {
                Reordering.reverse(source.array(), source.position(), target.array(), at, columns.count(), pixelBytes);
            } else {
                at += (columns.first() - columns.lowest()) * pixelBytes;
                int step = columns.step() * pixelBytes;
                Striding.copy(
                        source.array(),
                        source.position(),
                        pixelBytes,
                        target.array(),
                        at,
                        step,
                        columns.count(),
                        pixelBytes);
            }
            if (!inPlace) {
                MemorySegment.copy(target.array(), 0, targetSegment, JAVA_BYTE, to, span);
            }
        }
    }
}
