package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;

import java.util.Arrays;

/** Replaces bytes by the entries of a table, which are of any length: a conversion of pixels of one byte that is worked out once for all 256. */
public final class Expanding {
    private final byte[] table;
    private final int bytes;

    /** Results of three or four bytes as integers, so that each is one load and one store. */
    private final int[] entries = new int[256];

    /** @param table 256 results of the same number of bytes */
    public Expanding(byte[] table) {
        this.table = table;
        this.bytes = table.length / 256;
        byte[] padded = Arrays.copyOf(table, table.length + Integer.BYTES);
        for (int i = 0; i < entries.length && bytes <= Integer.BYTES; i++) {
            entries[i] = (int) INTS.get(padded, bytes * i);
        }
    }

    /** Looks up {@code pixels} bytes; no byte beyond them, or their entries, is touched. */
    public void apply(byte[] from, int at, byte[] to, int toAt, int pixels) {
        switch (bytes) {
            case 1 -> look1(from, at, to, toAt, pixels);
            case 3 -> look3(from, at, to, toAt, pixels);
            case 4 -> look4(from, at, to, toAt, pixels);
            default -> look(from, at, to, toAt, pixels);
        }
    }

    private void look1(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i] = table[from[at + i] & 255];
        }
    }

    /** Writes four bytes and then the next pixel over the fourth, except for the last pixel. */
    private void look3(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int last = pixels - 1;
        for (int i = 0; i < last; i++) {
            INTS.set(to, toAt + 3 * i, entries[from[at + i] & 255]);
        }
        int entry = 3 * (from[at + last] & 255);
        to[toAt + 3 * last] = table[entry];
        to[toAt + 3 * last + 1] = table[entry + 1];
        to[toAt + 3 * last + 2] = table[entry + 2];
    }

    private void look4(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            INTS.set(to, toAt + 4 * i, entries[from[at + i] & 255]);
        }
    }

    private void look(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int entry = bytes * (from[at + i] & 255);
            for (int b = 0; b < bytes; b++) {
                to[toAt + bytes * i + b] = table[entry + b];
            }
        }
    }
}
