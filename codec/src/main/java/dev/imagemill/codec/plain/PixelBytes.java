package dev.imagemill.codec.plain;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** The bytes of a file, read one after the other for its pixels: the end of the file is a fault of the pixels. */
final class PixelBytes {
    private static final int CHUNK = 8192;

    private final MemorySegment file;
    private final byte[] chunk = new byte[CHUNK];
    /** Where in the file the bytes behind the chunk begin. */
    private long next;

    private int at;
    private int end;

    PixelBytes(MemorySegment file, long start) {
        this.file = file;
        this.next = start;
    }

    /** The next byte, 0 to 255. */
    int read() {
        if (at == end) {
            fill();
        }
        return chunk[at++] & 0xff;
    }

    /** The next byte without taking it, or -1 at the end. */
    int peek() {
        if (at == end) {
            if (next == file.byteSize()) {
                return -1;
            }
            fill();
        }
        return chunk[at] & 0xff;
    }

    /** The next bytes. */
    void read(byte[] into, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (at == end) {
                fill();
            }
            int some = Math.min(length - done, end - at);
            System.arraycopy(chunk, at, into, offset + done, some);
            at += some;
            done += some;
        }
    }

    /** Passes over bytes, as far as there are any. */
    void skip(long length) {
        int left = end - at;
        if (length <= left) {
            at += (int) length;
        } else {
            next = Math.min(file.byteSize(), next + (length - left));
            at = end;
        }
    }

    private void fill() {
        int length = (int) Math.min(CHUNK, file.byteSize() - next);
        if (length <= 0) {
            throw PlainFormatException.pixels(
                    "the pixels are cut off: the file ends after " + file.byteSize() + " bytes");
        }
        MemorySegment.copy(file, JAVA_BYTE, next, chunk, 0, length);
        next += length;
        at = 0;
        end = length;
    }
}
