package dev.imagemill.imageop.array;

import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.array.NpyFormatException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads and writes NumPy's {@code .npy} files (NEP 1): one array each, formats 1.0, 2.0 and 3.0 read, 1.0 written.
 *
 * <p>What is written is what {@code numpy.save} writes for the same array, byte for byte. What is read is checked in full before anything is
 * allocated for the array: the header is a literal of a fixed form, never evaluated; its length and the array's are held to {@link NpyLimits}.
 * Structured, string, boolean, complex, signed and object arrays are refused as unsupported, and so are arrays of no axis or more than 4.
 */
public final class Npy {
    private static final int CHUNK = 1 << 16;
    private static final int FIRST_ALLOCATION = 1 << 20;
    private static final int LONGEST_HEAP_ARRAY = Integer.MAX_VALUE - Long.BYTES;

    private Npy() {}

    /**
     * The array of a file's bytes, copied.
     *
     * @throws NpyFormatException if they are not an {@code .npy} file within {@link NpyLimits#DEFAULT}, or something comes after the array
     */
    public static NumberArray read(byte[] file) {
        return view(MemorySegment.ofArray(file.clone()), NpyLimits.DEFAULT);
    }

    /**
     * The array of a file's bytes, over the same memory: a mapped file is not read until its elements are.
     *
     * @throws NpyFormatException if they are not an {@code .npy} file within the limits, or something comes after the array
     */
    public static NumberArray view(MemorySegment file, NpyLimits limits) {
        byte[] start = file.asSlice(0, Math.min(file.byteSize(), NpyHeader.longest(limits)))
                .toArray(ValueLayout.JAVA_BYTE);
        NpyHeader header;
        try {
            header = NpyHeader.read(new ByteArrayInputStream(start), limits);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail to be read", e);
        }
        long length = header.dataLength(limits);
        long there = file.byteSize() - header.length();
        if (there < length) {
            throw truncated(header, length, there);
        }
        if (there > length) {
            throw trailing(header, length);
        }
        return NumberArray.wrap(
                header.type(),
                header.byteOrder(),
                header.axisOrder(),
                file.asSlice(header.length(), length),
                header.shape());
    }

    /**
     * The array of a file.
     *
     * @throws NpyFormatException if it is not an {@code .npy} file within {@link NpyLimits#DEFAULT}, or something comes after the array
     */
    public static NumberArray read(Path file) throws IOException {
        try (InputStream from = Files.newInputStream(file)) {
            NpyHeader header = NpyHeader.read(from, NpyLimits.DEFAULT);
            NumberArray array = data(header, from, NpyLimits.DEFAULT);
            if (from.read() >= 0) {
                throw trailing(header, array.segment().byteSize());
            }
            return array;
        }
    }

    /**
     * The next array of a stream. The stream is left just after it, where another may follow, and is not closed. Memory is taken as the
     * numbers arrive, so that a header alone cannot ask for more than it brings.
     *
     * @throws NpyFormatException if no {@code .npy} file within the limits comes next; offsets count from where the stream was
     */
    public static NumberArray read(InputStream from, NpyLimits limits) throws IOException {
        return data(NpyHeader.read(from, limits), from, limits);
    }

    private static NumberArray data(NpyHeader header, InputStream from, NpyLimits limits) throws IOException {
        long length = header.dataLength(limits);
        if (length > LONGEST_HEAP_ARRAY) {
            throw new NpyFormatException(
                    Fault.OVER_LIMIT,
                    header.length(),
                    "an array of " + length + " bytes is longer than the heap holds; map the file and view it");
        }
        byte[] bytes = new byte[(int) Math.min(length, FIRST_ALLOCATION)];
        int filled = 0;
        while (true) {
            filled += from.readNBytes(bytes, filled, bytes.length - filled);
            if (filled < bytes.length) {
                throw truncated(header, length, filled);
            }
            if (filled == length) {
                return NumberArray.wrap(
                        header.type(),
                        header.byteOrder(),
                        header.axisOrder(),
                        MemorySegment.ofArray(bytes),
                        header.shape());
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
        }
    }

    private static NpyFormatException truncated(NpyHeader header, long length, long there) {
        return new NpyFormatException(
                Fault.TRUNCATED,
                header.length() + there,
                "an array of " + NumberArray.text(header.shape()) + " and type "
                        + header.type().code() + " has " + length + " bytes, but the file ends after " + there);
    }

    private static NpyFormatException trailing(NpyHeader header, long length) {
        return new NpyFormatException(
                Fault.TRAILING_DATA, header.length() + length, "nothing comes after the array of " + length + " bytes");
    }

    /**
     * The file of an array.
     *
     * @throws ImageFormatException if it takes more than 2 GiB
     */
    public static byte[] toBytes(NumberArray array) {
        byte[] header = NpyHeader.bytes(array);
        long length = array.segment().byteSize();
        if (header.length + length > LONGEST_HEAP_ARRAY) {
            throw new ImageFormatException(array + " takes " + length + " bytes, more than a heap array holds");
        }
        byte[] file = Arrays.copyOf(header, (int) (header.length + length));
        MemorySegment.copy(array.segment(), 0, MemorySegment.ofArray(file), header.length, length);
        return file;
    }

    /** Writes the file of an array; one that is there already is replaced. */
    public static void write(NumberArray array, Path file) throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            write(array, to);
        }
    }

    /** Writes the file of an array to a stream, which stays open. */
    public static void write(NumberArray array, OutputStream to) throws IOException {
        to.write(NpyHeader.bytes(array));
        MemorySegment data = array.segment();
        byte[] chunk = new byte[(int) Math.min(CHUNK, data.byteSize())];
        for (long at = 0; at < data.byteSize(); at += chunk.length) {
            int length = (int) Math.min(chunk.length, data.byteSize() - at);
            MemorySegment.copy(data, at, MemorySegment.ofArray(chunk), 0, length);
            to.write(chunk, 0, length);
        }
    }
}
