package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.SHORTS;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Replaces bytes by the entries of a table, which are of any length: a conversion of pixels of one byte that is worked out once for all 256. */
public final class Expanding {
    private final byte[] table;
    private final int bytes;

    /** Results of up to four bytes as integers, so that each is one load and one store. */
    private final int[] entries = new int[256];

    /** If all bytes but 0 have the same entry. */
    private final @Nullable Choosing choosing;

    /** @param table 256 results of the same number of bytes */
    public Expanding(byte[] table) {
        this.table = table;
        this.bytes = table.length / 256;
        int mask = -1 >>> Math.max(0, Integer.SIZE - Byte.SIZE * bytes);
        byte[] padded = Arrays.copyOf(table, table.length + Integer.BYTES);
        for (int i = 0; i < entries.length && bytes <= Integer.BYTES; i++) {
            entries[i] = (int) INTS.get(padded, bytes * i) & mask;
        }
        choosing = bytes <= Integer.BYTES && isTwoValued() ? new Choosing(entries[0], entries[1], bytes) : null;
    }

    private boolean isTwoValued() {
        return Arrays.stream(entries, 1, entries.length).distinct().count() == 1;
    }

    /** Looks up {@code pixels} bytes; no byte beyond them, or their entries, is touched. */
    public void apply(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int done = choosing == null ? 0 : choosing.apply(from, at, to, toAt, pixels);
        lookUp(from, at + done, to, toAt + bytes * done, pixels - done);
    }

    private void lookUp(byte[] from, int at, byte[] to, int toAt, int pixels) {
        switch (bytes) {
            case 1 -> look1(from, at, to, toAt, pixels);
            case 2 -> look2(from, at, to, toAt, pixels);
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

    private void look2(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SHORTS.set(to, toAt + 2 * i, (short) entries[from[at + i] & 255]);
        }
    }

    /** Writes four bytes and then the next pixel over the fourth, except for the last pixel. */
    private void look3(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int last = pixels - 1;
        for (int i = 0; i < last; i++) {
            INTS.set(to, toAt + 3 * i, entries[from[at + i] & 255]);
        }
        if (last >= 0) {
            System.arraycopy(table, 3 * (from[at + last] & 255), to, toAt + 3 * last, 3);
        }
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
