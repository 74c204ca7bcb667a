package dev.imagemill.imageop.kernel;

import java.nio.ByteOrder;

/**
 * Replaces samples by the entries of tables, in place.
 *
 * <p>Sixteen bits are looked up at once even where samples have eight: a table of all pairs costs some microseconds, and halves the loads
 * and stores.
 */
public final class Lookup {
    private static final int BYTES = 256;
    private static final int MAX = 255;

    private Lookup() {}

    /** Replaces 8-bit samples, the first by the first table, and after the last table by the first again. */
    public static void bytes(byte[] samples, int at, int count, byte[]... tables) {
        if (tables.length == 1) {
            byte[] table = tables[0];
            for (int i = 0; i < count; i++) {
                samples[at + i] = table[samples[at + i] & MAX];
            }
        } else {
            for (int c = 0; c < tables.length; c++) {
                byte[] table = tables[c];
                for (int i = c; i < count; i += tables.length) {
                    samples[at + i] = table[samples[at + i] & MAX];
                }
            }
        }
    }

    /**
     * Replaces 16-bit samples in native byte order, the first by the first table, and after the last table by the first again.
     *
     * @param tables one to four, of 65536 entries
     */
    public static void chars(byte[] samples, int at, int count, char[]... tables) {
        int whole = count - count % tables.length;
        switch (tables.length) {
            case 1 -> chars1(samples, at, whole, tables[0]);
            case 2 -> chars2(samples, at, whole, tables[0], tables[1]);
            case 3 -> chars3(samples, at, whole, tables[0], tables[1], tables[2]);
            case 4 -> chars4(samples, at, whole, tables[0], tables[1], tables[2], tables[3]);
            default -> throw new IllegalArgumentException("there are one to four tables, not " + tables.length);
        }
        for (int i = whole; i < count; i++) {
            replace(samples, at + Character.BYTES * i, tables[i - whole]);
        }
    }

    private static void chars1(byte[] samples, int at, int count, char[] table) {
        for (int i = 0; i < count; i++) {
            replace(samples, at + 2 * i, table);
        }
    }

    private static void chars2(byte[] samples, int at, int count, char[] table0, char[] table1) {
        for (int i = 0; i < count; i += 2) {
            replace(samples, at + 2 * i, table0);
            replace(samples, at + 2 * i + 2, table1);
        }
    }

    private static void chars3(byte[] samples, int at, int count, char[] table0, char[] table1, char[] table2) {
        for (int i = 0; i < count; i += 3) {
            replace(samples, at + 2 * i, table0);
            replace(samples, at + 2 * i + 2, table1);
            replace(samples, at + 2 * i + 4, table2);
        }
    }

    private static void chars4(
            byte[] samples, int at, int count, char[] table0, char[] table1, char[] table2, char[] table3) {
        for (int i = 0; i < count; i += 4) {
            replace(samples, at + 2 * i, table0);
            replace(samples, at + 2 * i + 2, table1);
            replace(samples, at + 2 * i + 4, table2);
            replace(samples, at + 2 * i + 6, table3);
        }
    }

    private static void replace(byte[] samples, int position, char[] table) {
        Words.CHAR.set(samples, position, table[(char) Words.CHAR.get(samples, position)]);
    }

    /**
     * Tables for two 8-bit samples at once, for {@link #chars}: of one or two tables there is one pair, of four there are two, and of three
     * three, since the second pair begins with the third.
     */
    public static char[][] pairs(byte[]... tables) {
        int pairs = tables.length % 2 == 0 ? tables.length / 2 : tables.length;
        char[][] result = new char[pairs][];
        for (int i = 0; i < pairs; i++) {
            byte[] first = tables[2 * i % tables.length];
            byte[] second = tables[(2 * i + 1) % tables.length];
            result[i] = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? pair(first, second) : pair(second, first);
        }
        return result;
    }

    private static char[] pair(byte[] low, byte[] high) {
        char[] lows = new char[BYTES];
        for (int i = 0; i < BYTES; i++) {
            lows[i] = (char) (low[i] & MAX);
        }
        char[] pairs = new char[BYTES * BYTES];
        for (int i = 0; i < BYTES; i++) {
            char shifted = (char) ((high[i] & MAX) << Byte.SIZE);
            for (int k = 0; k < BYTES; k++) {
                pairs[i * BYTES + k] = (char) (lows[k] | shifted);
            }
        }
        return pairs;
    }
}
