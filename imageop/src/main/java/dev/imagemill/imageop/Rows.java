package dev.imagemill.imageop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the height of an image whose rows are put in order. Rows are cut into spans, short enough that what one output row is made of fits a cache
 * together.
 */
final class Rows {
    private static final int SPAN_BYTES = 1024;

    private final Weights weights;
    private final HeapBytes to;
    private final @Nullable Premultiplication premultiplication;
    private final int pixelBytes;
    private final int rowBytes;
    private final List<Span> spans = new ArrayList<>();

    /**
     * @param result where output rows go
     * @param premultiplication what is undone to output rows, or null
     */
    Rows(Weights weights, SegmentImage result, @Nullable Premultiplication premultiplication) {
        this.weights = weights;
        this.premultiplication = premultiplication;
        this.pixelBytes = result.mode().bytesPerPixel();
        this.to = result.heapBytes();
        this.rowBytes = result.size().width() * pixelBytes;
        Windows windows = Windows.of(result.mode(), weights);
        for (int first = 0; first < rowBytes; first += SPAN_BYTES) {
            int bytes = Math.min(SPAN_BYTES, rowBytes - first);
            Window window = windows.make(bytes);
            window.restart(bytes / result.mode().bytesPerComponent());
            spans.add(new Span(window, first, bytes));
        }
    }

    /** The first row to put, of those that the source has. */
    int first() {
        return weights.first(0);
    }

    /** One past the last row to put. */
    int end() {
        return weights.end(weights.outputs() - 1);
    }

    /** Puts the next rows, {@code stride} bytes apart. */
    void put(byte[] from, int at, int stride, int rows) {
        for (Span span : spans) {
            for (int row = 0; row < rows; row++) {
                span.put(from, at + row * stride);
            }
        }
    }

    /** The same part of every row. */
    private final class Span {
        private final Window window;
        private final int firstByte;
        private final int bytes;
        private int output;

        Span(Window window, int firstByte, int bytes) {
            this.window = window;
            this.firstByte = firstByte;
            this.bytes = bytes;
        }

        void put(byte[] row, int at) {
            window.put(row, at + firstByte);
            for (; output < weights.outputs() && window.holds(output); output++) {
                int outputAt = to.offset() + output * rowBytes + firstByte;
                window.weigh(output, to.array(), outputAt);
                if (premultiplication != null) {
                    premultiplication.divide(to.array(), outputAt, bytes / pixelBytes);
                }
            }
        }
    }
}
