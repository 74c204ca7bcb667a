package dev.imagemill.imageop.kernel;

/**
 * Replaces samples by the entries of tables, in place or on the way to another array.
 *
 * <p>Four 8-bit samples are read, and their entries written, as one number. For that every table is spread into one for each place that a sample
 * can have in the number, its entries shifted to that place. The compiler knows the length of an array that the same method makes, and so leaves
 * out the range check, which costs as much as the look-up: hence a copy for every call, and hence calls are for as many samples as possible.
 */
public final class Lookup {
    private static final int ENTRIES = 256;
    private static final int MAX = 255;
    private static final int QUAD = 4;
    private static final int FOUR_TRIPLES = 12;
    private static final int BLOCK = FOUR_TRIPLES << 10;

    private Lookup() {}

    /**
     * Looks 8-bit samples up, the first in the first table, and after the last table in the first again.
     *
     * @param to another array, or the same at the same place
     * @param tables one to four, of 256 entries
     */
    public static void bytes(byte[] from, int at, byte[] to, int toAt, int count, byte[]... tables) {
        int done;
        switch (tables.length) {
            case 1, 2, 4 -> done = quads(from, at, to, toAt, count, tables);
            case 3 -> done = triples(from, at, to, toAt, count, tables);
            default -> throw unknown(tables.length);
        }
        bytesEach(from, at + done, to, toAt + done, count - done, tables);
    }

    /** {@link #bytes} one sample at a time. */
    public static void bytesEach(byte[] from, int at, byte[] to, int toAt, int count, byte[]... tables) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = tables[i % tables.length][from[at + i] & MAX];
        }
    }

    private static int quads(byte[] from, int at, byte[] to, int toAt, int count, byte[]... tables) {
        int[] spread = new int[QUAD * ENTRIES];
        spread(tables, spread);
        int whole = count - count % QUAD;
        for (int i = 0; i < whole; i += QUAD) {
            int quad = (int) Words.INT.get(from, at + i);
            int found = spread[quad & MAX]
                    | spread[ENTRIES + ((quad >>> 8) & MAX)]
                    | spread[2 * ENTRIES + ((quad >>> 16) & MAX)]
                    | spread[3 * ENTRIES + (quad >>> 24)];
            Words.INT.set(to, toAt + i, found);
        }
        return whole;
    }

    /**
     * Four pixels of three samples are three numbers, in each of which the components have other places. Each of the three has a loop of its own,
     * over a block that stays in the first-level cache, because the compiler makes better code of short loops.
     */
    private static int triples(byte[] from, int at, byte[] to, int toAt, int count, byte[]... tables) {
        int[] spread = new int[FOUR_TRIPLES * ENTRIES];
        spread(tables, spread);
        int whole = count - count % FOUR_TRIPLES;
        for (int block = 0; block < whole; block += BLOCK) {
            int length = Math.min(BLOCK, whole - block);
            int in = at + block;
            int out = toAt + block;
            for (int i = 0; i < length; i += FOUR_TRIPLES) {
                int quad = (int) Words.INT.get(from, in + i);
                int found = spread[quad & MAX]
                        | spread[ENTRIES + ((quad >>> 8) & MAX)]
                        | spread[2 * ENTRIES + ((quad >>> 16) & MAX)]
                        | spread[3 * ENTRIES + (quad >>> 24)];
                Words.INT.set(to, out + i, found);
            }
            for (int i = 4; i < length; i += FOUR_TRIPLES) {
                int quad = (int) Words.INT.get(from, in + i);
                int found = spread[4 * ENTRIES + (quad & MAX)]
                        | spread[5 * ENTRIES + ((quad >>> 8) & MAX)]
                        | spread[6 * ENTRIES + ((quad >>> 16) & MAX)]
                        | spread[7 * ENTRIES + (quad >>> 24)];
                Words.INT.set(to, out + i, found);
            }
            for (int i = 8; i < length; i += FOUR_TRIPLES) {
                int quad = (int) Words.INT.get(from, in + i);
                int found = spread[8 * ENTRIES + (quad & MAX)]
                        | spread[9 * ENTRIES + ((quad >>> 8) & MAX)]
                        | spread[10 * ENTRIES + ((quad >>> 16) & MAX)]
                        | spread[11 * ENTRIES + (quad >>> 24)];
                Words.INT.set(to, out + i, found);
            }
        }
        return whole;
    }

    /** Writes the table of each sample one after the other, entries shifted to the place that the sample has in its number. */
    private static void spread(byte[][] tables, int[] to) {
        for (int sample = 0; sample < to.length / ENTRIES; sample++) {
            byte[] table = tables[sample % tables.length];
            int shift = sample % QUAD * Byte.SIZE;
            for (int i = 0; i < ENTRIES; i++) {
                to[sample * ENTRIES + i] = (table[i] & MAX) << shift;
            }
        }
    }

    /**
     * Looks 16-bit samples in native byte order up, the first in the first table, and after the last table in the first again.
     *
     * @param to another array, or the same at the same place
     * @param tables one to four, of 65536 entries
     */
    public static void chars(byte[] from, int at, byte[] to, int toAt, int count, char[]... tables) {
        int whole = count - count % tables.length;
        switch (tables.length) {
            case 1 -> chars1(from, at, to, toAt, whole, tables[0]);
            case 2 -> chars2(from, at, to, toAt, whole, tables[0], tables[1]);
            case 3 -> chars3(from, at, to, toAt, whole, tables[0], tables[1], tables[2]);
            case 4 -> chars4(from, at, to, toAt, whole, tables);
            default -> throw unknown(tables.length);
        }
        for (int i = whole; i < count; i++) {
            look(from, at + 2 * i, to, toAt + 2 * i, tables[i - whole]);
        }
    }

    private static void chars1(byte[] from, int at, byte[] to, int toAt, int count, char[] table) {
        for (int i = 0; i < count; i++) {
            look(from, at + 2 * i, to, toAt + 2 * i, table);
        }
    }

    private static void chars2(byte[] from, int at, byte[] to, int toAt, int count, char[] table0, char[] table1) {
        for (int i = 0; i < count; i += 2) {
            look(from, at + 2 * i, to, toAt + 2 * i, table0);
            look(from, at + 2 * i + 2, to, toAt + 2 * i + 2, table1);
        }
    }

    private static void chars3(
            byte[] from, int at, byte[] to, int toAt, int count, char[] table0, char[] table1, char[] table2) {
        for (int i = 0; i < count; i += 3) {
            look(from, at + 2 * i, to, toAt + 2 * i, table0);
            look(from, at + 2 * i + 2, to, toAt + 2 * i + 2, table1);
            look(from, at + 2 * i + 4, to, toAt + 2 * i + 4, table2);
        }
    }

    private static void chars4(byte[] from, int at, byte[] to, int toAt, int count, char[]... tables) {
        char[] table0 = tables[0];
        char[] table1 = tables[1];
        char[] table2 = tables[2];
        char[] table3 = tables[3];
        for (int i = 0; i < count; i += 4) {
            look(from, at + 2 * i, to, toAt + 2 * i, table0);
            look(from, at + 2 * i + 2, to, toAt + 2 * i + 2, table1);
            look(from, at + 2 * i + 4, to, toAt + 2 * i + 4, table2);
            look(from, at + 2 * i + 6, to, toAt + 2 * i + 6, table3);
        }
    }

    private static void look(byte[] from, int at, byte[] to, int toAt, char[] table) {
        Words.CHAR.set(to, toAt, table[(char) Words.CHAR.get(from, at)]);
    }

    private static IllegalArgumentException unknown(int tables) {
        return new IllegalArgumentException("there are one to four tables, not " + tables);
    }
}
