package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The segments of a JPEG (ITU-T T.81, annex B) up to its first scan, read for what libjpeg makes of them otherwise.
 *
 * <p>It calls an image with a side above 65,500 damaged, though it is only too large; so the size is checked here. And it warns of two
 * faults that cameras and editors really make and that hurt no pixel, in the same voice in which it warns of lost pixels: bytes
 * between two segments, and scan parameters that a sequential scan has no use for. Since warnings have to count as damage, these two
 * are put right beforehand, in a copy.
 */
final class JpegHeader {
    private static final int FIRST_SEGMENT = 2;
    private static final int START_OF_SCAN = 0xda;

    /** How a scan's header ends: all coefficients at once, the only thing that a sequential scan can have. */
    private static final MemorySegment FULL_SPECTRUM = MemorySegment.ofArray(new byte[] {0, 63, 0});

    /** Marker, length, one component, three parameters. */
    private static final int SHORTEST_SCAN = 10;

    /** A file with more gaps than this is not a camera's slip. */
    private static final int MOST_GAPS = 64;

    private final MemorySegment bytes;
    private boolean sequential;

    private JpegHeader(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /**
     * Checks the size against the limits.
     *
     * @return the same bytes, or a copy in this arena without harmless faults
     */
    static MemorySegment check(MemorySegment bytes, Limits limits, Arena arena) {
        return new JpegHeader(bytes).walk(limits, arena);
    }

    /** Says nothing about a header that it cannot follow; libjpeg will. */
    private MemorySegment walk(Limits limits, Arena arena) {
        List<MemorySegment> kept = new ArrayList<>();
        long keptTo = 0;
        long at = FIRST_SEGMENT;
        while (at + 4 <= bytes.byteSize() && kept.size() < MOST_GAPS) {
            long segment = marker(at);
            if (segment + 4 > bytes.byteSize()) {
                break;
            }
            if (segment > at) {
                kept.add(bytes.asSlice(keptTo, at - keptTo));
                keptTo = segment;
            }
            int marker = unsigned(segment + 1);
            long end = segment + 2 + pair(segment + 2);
            if (marker == START_OF_SCAN) {
                return end <= bytes.byteSize() && end >= segment + SHORTEST_SCAN
                        ? sound(kept, keptTo, end, arena)
                        : bytes;
            }
            checkFrame(marker, segment, limits);
            at = end;
        }
        return bytes;
    }

    private MemorySegment sound(List<MemorySegment> kept, long keptTo, long scan, Arena arena) {
        boolean full = !sequential || isFullSpectrum(scan - 3);
        if (kept.isEmpty() && full) {
            return bytes;
        }
        kept.add(bytes.asSlice(keptTo, scan - 3 - keptTo));
        kept.add(full ? bytes.asSlice(scan - 3, 3) : FULL_SPECTRUM);
        kept.add(bytes.asSlice(scan));
        return joined(kept, arena);
    }

    private static MemorySegment joined(List<MemorySegment> pieces, Arena arena) {
        MemorySegment whole = arena.allocate(
                pieces.stream().mapToLong(MemorySegment::byteSize).sum());
        long at = 0;
        for (MemorySegment piece : pieces) {
            MemorySegment.copy(piece, 0, whole, at, piece.byteSize());
            at += piece.byteSize();
        }
        return whole;
    }

    /** Where the next marker stands: after what does not belong to any segment, fill bytes included. */
    private long marker(long from) {
        long at = from;
        while (at + 2 <= bytes.byteSize() && !(unsigned(at) == 0xff && isMarker(unsigned(at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean isMarker(int code) {
        return code != 0 && code != 0xff;
    }

    private void checkFrame(int marker, long segment, Limits limits) {
        if (isStartOfFrame(marker) && segment + 9 <= bytes.byteSize()) {
            limits.checkHeader(pair(segment + 7), pair(segment + 5), 1);
            sequential = marker <= 0xc1;
        }
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, which share their range. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private boolean isFullSpectrum(long at) {
        return bytes.asSlice(at, 3).mismatch(FULL_SPECTRUM) < 0;
    }

    private int pair(long at) {
        return (unsigned(at) << 8) | unsigned(at + 1);
    }

    private int unsigned(long at) {
        return bytes.get(JAVA_BYTE, at) & 0xff;
    }
}
