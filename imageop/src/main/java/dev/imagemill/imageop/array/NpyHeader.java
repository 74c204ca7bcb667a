package dev.imagemill.imageop.array;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagemill.imageop.array.NpyFormatException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The beginning of an {@code .npy} file: magic string, version, and a Python dictionary in text.
 *
 * @param length bytes up to the first element
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one read or write, never compared
record NpyHeader(ElementType type, ByteOrder byteOrder, AxisOrder axisOrder, int[] shape, long length) {
    private static final byte[] MAGIC = "\u0093NUMPY".getBytes(ISO_8859_1);
    private static final int LENGTH_AT = MAGIC.length + 2;
    private static final int ALIGNMENT = 64;
    /** Digits that NumPy leaves room for, so that an array can grow along its slowest axis in place. */
    private static final int GROWTH_DIGITS = 21;

    /** The longest that a header within the limits can be, with all that comes before it. */
    static long longest(NpyLimits limits) {
        return LENGTH_AT + Integer.BYTES + (long) limits.maxHeaderBytes();
    }

    /** The header of an array in version 1.0 as NumPy writes it, byte for byte. */
    static byte[] bytes(NumberArray array) {
        // NumPy says Fortran order only of what is not in C order as well.
        boolean both = array.squeeze().axes() == 1 || array.elements() == 0;
        boolean fortran = array.axisOrder() == AxisOrder.FORTRAN && !both;
        int slowest = array.axis(fortran ? array.axes() - 1 : 0);
        String text = "{'descr': '" + array.descr() + "', 'fortran_order': " + (fortran ? "True" : "False")
                + ", 'shape': " + NumberArray.text(array.shape()) + ", }"
                + " ".repeat(GROWTH_DIGITS - Integer.toString(slowest).length());
        int unpadded = LENGTH_AT + Short.BYTES + text.length() + 1;
        byte[] bytes = new byte[unpadded + ALIGNMENT - unpadded % ALIGNMENT];
        Arrays.fill(bytes, (byte) ' ');
        bytes[bytes.length - 1] = '\n';
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (bytes.length - LENGTH_AT - Short.BYTES))
                .put(text.getBytes(ISO_8859_1));
        return bytes;
    }

    /** Reads a header, and not a byte more. */
    static NpyHeader read(InputStream from, NpyLimits limits) throws IOException {
        byte[] start = exactly(from, LENGTH_AT, 0, "the magic string and the version");
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new NpyFormatException(Fault.MALFORMED, 0, "an .npy file begins with \\x93NUMPY");
        }
        int major = start[MAGIC.length] & 255;
        int minor = start[MAGIC.length + 1] & 255;
        if (major < 1 || major > 3 || minor != 0) {
            throw new NpyFormatException(
                    Fault.UNSUPPORTED, MAGIC.length, "format 1.0, 2.0 and 3.0 are known, not " + major + "." + minor);
        }
        int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer field = ByteBuffer.wrap(exactly(from, lengthBytes, LENGTH_AT, "the header's length"))
                .order(ByteOrder.LITTLE_ENDIAN);
        long length = major == 1 ? Short.toUnsignedLong(field.getShort()) : Integer.toUnsignedLong(field.getInt());
        if (length > limits.maxHeaderBytes()) {
            throw new NpyFormatException(
                    Fault.OVER_LIMIT,
                    LENGTH_AT,
                    "a header of " + length + " bytes is longer than " + limits.maxHeaderBytes());
        }
        int at = LENGTH_AT + lengthBytes;
        byte[] text = exactly(from, (int) length, at, "the header");
        // Version 3.0 is UTF-8, but what is read here is ASCII, and nothing else passes the parser.
        return new NpyHeaderParser(new String(text, ISO_8859_1), at, major < 3).parse();
    }

    private static byte[] exactly(InputStream from, int length, int at, String what) throws IOException {
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length) {
            throw new NpyFormatException(
                    Fault.TRUNCATED,
                    at + (long) bytes.length,
                    what + " has " + length + " bytes, but the file ends after " + bytes.length);
        }
        return bytes;
    }

    /**
     * Bytes of the array that follows.
     *
     * @throws NpyFormatException if they are more than the limit
     */
    long dataLength(NpyLimits limits) {
        long elements = Arrays.stream(shape).anyMatch(axis -> axis == 0) ? 0 : 1;
        for (int axis : shape) {
            if (elements != 0 && axis > limits.maxDataBytes() / type.bytes() / elements) {
                throw new NpyFormatException(
                        Fault.OVER_LIMIT,
                        length,
                        "an array of " + NumberArray.text(shape) + " and type " + type.code() + " is longer than "
                                + limits.maxDataBytes() + " bytes");
            }
            elements *= axis;
        }
        return elements * type.bytes();
    }
}
