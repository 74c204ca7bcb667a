package dev.imagemill.codec.plain;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Where the pixels go, row by row. */
final class PixelRows {
    private static final VarHandle NATIVE_SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());

    private final MemorySegment pixels;
    private final int rowBytes;

    PixelRows(MemorySegment pixels, ImageSize size, Mode mode) {
        this.pixels = pixels;
        this.rowBytes = Math.multiplyExact(size.width(), mode.bytesPerPixel());
    }

    /** Room for one row. */
    byte[] row() {
        return new byte[rowBytes];
    }

    /** Puts a row to its place, counted from the top. */
    void put(int y, byte[] row) {
        MemorySegment.copy(row, 0, pixels, JAVA_BYTE, (long) y * rowBytes, rowBytes);
    }

    /** Fetches a row that was put before. */
    void get(int y, byte[] row) {
        MemorySegment.copy(pixels, JAVA_BYTE, (long) y * rowBytes, row, 0, rowBytes);
    }

    /** Sets a sample of 16 bits, counted in samples, in native byte order. */
    static void set16(byte[] row, int index, int value) {
        NATIVE_SHORT.set(row, 2 * index, (short) value);
    }

    /** A sample of 16 bits. */
    static int get16(byte[] row, int index) {
        return (short) NATIVE_SHORT.get(row, 2 * index) & 0xffff;
    }
}
