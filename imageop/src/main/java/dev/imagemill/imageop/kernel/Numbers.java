package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.FLOATS;
import static dev.imagemill.imageop.kernel.Views.SAMPLES16;
import static dev.imagemill.imageop.kernel.Views.SAMPLES32;

/**
 * Grey of 8, 16 and 32 bits to and from signed numbers of 32 bits and numbers of single precision, in the machine's byte order, as they are: nothing
 * is scaled, and a target that is too narrow takes the nearest number it has. Fractions are cut off, and what is no number is 0.
 */
public final class Numbers {
    private static final int MAX_8 = 255;
    private static final int MAX_16 = 65_535;
    private static final long MAX_32 = 0xFFFF_FFFFL;

    private Numbers() {}

    public static void grayToInteger(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SAMPLES32.set(to, toAt + 4 * i, from[at + i] & MAX_8);
        }
    }

    public static void grayToFloat(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            FLOATS.set(to, toAt + 4 * i, (float) (from[at + i] & MAX_8));
        }
    }

    public static void gray16ToInteger(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SAMPLES32.set(to, toAt + 4 * i, (char) SAMPLES16.get(from, at + 2 * i));
        }
    }

    public static void gray16ToFloat(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            FLOATS.set(to, toAt + 4 * i, (float) (char) SAMPLES16.get(from, at + 2 * i));
        }
    }

    public static void gray32ToInteger(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int unsigned = (int) SAMPLES32.get(from, at + 4 * i);
            SAMPLES32.set(to, toAt + 4 * i, unsigned < 0 ? Integer.MAX_VALUE : unsigned);
        }
    }

    public static void gray32ToFloat(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            FLOATS.set(to, toAt + 4 * i, (float) ((int) SAMPLES32.get(from, at + 4 * i) & MAX_32));
        }
    }

    public static void integerToGray(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i] = (byte) Math.max(0, Math.min((int) SAMPLES32.get(from, at + 4 * i), MAX_8));
        }
    }

    public static void floatToGray(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i] = (byte) Math.max(0, Math.min((int) (float) FLOATS.get(from, at + 4 * i), MAX_8));
        }
    }

    public static void integerToGray16(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SAMPLES16.set(to, toAt + 2 * i, (char) Math.max(
                    0, Math.min((int) SAMPLES32.get(from, at + 4 * i), MAX_16)));
        }
    }

    public static void floatToGray16(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SAMPLES16.set(to, toAt + 2 * i, (char) Math.max(
                    0, Math.min((int) (float) FLOATS.get(from, at + 4 * i), MAX_16)));
        }
    }

    public static void integerToGray32(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SAMPLES32.set(to, toAt + 4 * i, Math.max(0, (int) SAMPLES32.get(from, at + 4 * i)));
        }
    }

    public static void floatToGray32(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SAMPLES32.set(to, toAt + 4 * i, (int) Math.max(
                    0, Math.min((long) (float) FLOATS.get(from, at + 4 * i), MAX_32)));
        }
    }

    public static void integerToFloat(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            FLOATS.set(to, toAt + 4 * i, (float) (int) SAMPLES32.get(from, at + 4 * i));
        }
    }

    public static void floatToInteger(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SAMPLES32.set(to, toAt + 4 * i, (int) (float) FLOATS.get(from, at + 4 * i));
        }
    }
}
