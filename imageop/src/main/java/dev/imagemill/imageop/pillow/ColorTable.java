package dev.imagemill.imageop.pillow;

/**
 * A map from colours of 24 bits to an {@code int} each: a hash table with open addressing, a key and its value side by side. It holds as much
 * as the image has colours, which for photographs is far less than a table of all colours.
 */
final class ColorTable {
    private static final int SMALLEST = 1 << 12;

    /** Keys at even indexes, incremented so that 0 is free; values after them. */
    private int[] entries = new int[2 * SMALLEST];

    private int mask = SMALLEST - 1;
    private int size;

    /** Number of colours. */
    int size() {
        return size;
    }

    /** Adds to the value of a colour, which is 0 before. */
    void add(int color, int amount) {
        int slot = slot(color);
        if (entries[slot] == 0) {
            entries[slot] = color + 1;
            size++;
        }
        entries[slot + 1] += amount;
        if (3 * (size >> 1) > mask) {
            grow();
        }
    }

    /** Adds one to the values of a run of pixels of three bytes. */
    void addAll(byte[] rgb, int at, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int in = at + 3 * i;
            add((rgb[in] & 255) << 16 | (rgb[in + 1] & 255) << 8 | (rgb[in + 2] & 255), 1);
        }
    }

    int get(int color) {
        return entries[slot(color) + 1];
    }

    void set(int color, int value) {
        entries[slot(color) + 1] = value;
    }

    /** The values of a run of pixels of three bytes, as bytes. */
    void getAll(byte[] rgb, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int in = at + 3 * i;
            to[toAt + i] = (byte) get((rgb[in] & 255) << 16 | (rgb[in + 1] & 255) << 8 | (rgb[in + 2] & 255));
        }
    }

    /** All colours, and in the same order their values. */
    void copyTo(int[] colors, int[] values) {
        int at = 0;
        for (int slot = 0; slot < entries.length; slot += 2) {
            if (entries[slot] != 0) {
                colors[at] = entries[slot] - 1;
                values[at] = entries[slot + 1];
                at++;
            }
        }
    }

    /** Where a colour is, or may be put. */
    private int slot(int color) {
        int hash = color * 0x9E3779B1;
        int at = (hash ^ (hash >>> 15)) & mask;
        while (entries[2 * at] != color + 1 && entries[2 * at] != 0) {
            at = (at + 1) & mask;
        }
        return 2 * at;
    }

    private void grow() {
        int[] old = entries;
        entries = new int[2 * old.length];
        mask = 2 * mask + 1;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int slot = slot(old[i] - 1);
                entries[slot] = old[i];
                entries[slot + 1] = old[i + 1];
            }
        }
    }
}
