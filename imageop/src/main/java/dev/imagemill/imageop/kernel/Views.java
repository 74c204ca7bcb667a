package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Wider numbers over bytes. Eight-bit pixels are always seen little-endian, so that their first byte is the lowest whatever the machine is;
 * 16 and 32-bit samples are in the machine's own order, as images hold them.
 */
final class Views {
    static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle CHARS = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle SAMPLES16 = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());
    static final VarHandle SAMPLES32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    static final VarHandle FLOATS = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.nativeOrder());
    static final VarHandle TWO_SAMPLES32 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    static final VarHandle FOUR_SAMPLES16 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Views() {}

    /** The 16-bit sample that is {@code index} samples behind the byte at {@code at}. */
    static char sample(byte[] bytes, int at, int index) {
        return (char) SAMPLES16.get(bytes, at + Character.BYTES * index);
    }

    static void sample(byte[] bytes, int at, int index, int value) {
        SAMPLES16.set(bytes, at + Character.BYTES * index, (char) value);
    }
}
