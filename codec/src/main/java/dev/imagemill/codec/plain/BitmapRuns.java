package dev.imagemill.codec.plain;

import java.util.Arrays;

/** Runs of 4 or 8 bits a pixel, as a BMP has them: a count and a pair of colours, or a zero and an escape. */
final class BitmapRuns {
    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int MOVE = 2;

    private final PixelBytes bytes;
    private final int width;
    private final int depth;
    /** Where the row goes on, after a move. */
    private int x;
    /** Rows that a move passed over and that are still to come. */
    private int passed;

    private boolean ended;

    BitmapRuns(PixelBytes bytes, int width, int depth) {
        this.bytes = bytes;
        this.width = width;
        this.depth = depth;
    }

    /** Reads the next row, packed as it would be without runs. */
    void read(byte[] packed, boolean last) {
        Arrays.fill(packed, (byte) 0);
        if (ended) {
            return;
        }
        if (passed > 0) {
            passed--;
            if (passed > 0) {
                return;
            }
        }
        while (true) {
            // A full last row may be the end without saying so.
            if (last && x >= width && bytes.peek() < 0) {
                return;
            }
            int count = bytes.read();
            int value = bytes.read();
            if (count > 0) {
                run(packed, count, value);
            } else if (value > MOVE) {
                literal(packed, value);
            } else if (escape(value)) {
                return;
            }
        }
    }

    /** Whether the row is at its end. */
    private boolean escape(int code) {
        switch (code) {
            case END_OF_ROW -> x = 0;
            case END -> ended = true;
            default -> {
                x = Math.min(width, x + bytes.read());
                passed = bytes.read();
                return passed > 0;
            }
        }
        return true;
    }

    private void run(byte[] packed, int count, int value) {
        for (int i = 0; i < count; i++) {
            put(packed, depth == 8 ? value : i % 2 == 0 ? value >> 4 : value & 15);
        }
    }

    private void literal(byte[] packed, int count) {
        int length = depth == 8 ? count : (count + 1) / 2;
        int pair = 0;
        for (int i = 0; i < count; i++) {
            if (depth == 8) {
                put(packed, bytes.read());
            } else {
                pair = i % 2 == 0 ? bytes.read() : pair << 4;
                put(packed, pair >> 4 & 15);
            }
        }
        if (length % 2 == 1) {
            bytes.read();
        }
    }

    private void put(byte[] packed, int value) {
        // What lies beyond the row is left out, as every reader does.
        if (x < width) {
            if (depth == 8) {
                packed[x] = (byte) value;
            } else {
                packed[x >> 1] |= (byte) (x % 2 == 0 ? value << 4 : value);
            }
            x++;
        }
    }
}
